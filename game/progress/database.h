// What stands behind a Store, shared by the files that implement it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "game/progress/connection.h"
#include "game/progress/log_row.h"
#include "game/progress/store.h"

namespace recto::progress {

struct Store::Database {
  explicit Database(const std::filesystem::path& file) : connection(file, Access::ReadWrite) {}

  [[nodiscard]] const std::filesystem::path& file() const { return connection.file(); }

  Connection connection;
  /// The rules of the last answer and their row: they hardly ever change.
  std::optional<std::pair<Rules, std::int64_t>> last_rules;
};

/// The columns of a state, in the order that `state_at` reads and `bind_state` binds them.
inline constexpr std::string_view kStateColumns =
    "phase, due, last_review, stability, difficulty, interval_days, step, reps, lapses";
inline constexpr int kStateColumnCount = 9;
/// The columns of a log row, in the order that `log_row_at` reads them.
inline constexpr std::string_view kLogColumns = "at, card, answer, rules";
inline constexpr int kLogColumnCount = 4;

[[nodiscard]] memory::State state_at(const Query& query, int first);
void bind_state(Query& query, const memory::State& state);
[[nodiscard]] Result<LogRow> log_row_at(const Query& query, int first);

/// The row of a deck. Error: NotFound.
[[nodiscard]] Result<std::int64_t> deck_row(Connection& connection, const DeckId& id);

/// The deck of a row of `decks`, with its passages and the cards that are in it.
[[nodiscard]] Result<Deck> load_deck(Connection& connection, std::int64_t row);

}  // namespace recto::progress
