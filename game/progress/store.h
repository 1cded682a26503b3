// The learner's database: decks, one state a fact, and the log of every review.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "content/base/instant.h"
#include "content/base/result.h"
#include "content/deck/deck.h"
#include "content/deck/merge.h"
#include "game/memory/scheduler.h"
#include "game/study/day.h"
#include "game/study/session.h"

namespace recto::progress {

/// A line of the deck list.
struct DeckLine {
  DeckId id;
  std::string title;
  std::size_t cards = 0;
  std::size_t facts = 0;
  std::size_t new_facts = 0;  ///< never answered
  std::size_t due = 0;        ///< in Review, due before the day ends
  std::size_t learning = 0;   ///< in Learning or Relearning
  std::optional<Instant> last_studied;

  bool operator==(const DeckLine&) const = default;
};

/// What adding a deck did.
struct Added {
  bool existed = false;  ///< merged into a deck with the same id
  std::size_t new_cards = 0;
  std::size_t changed = 0;
  std::size_t gone = 0;
};

/// The rules that answers are given under. The log names them, so that it can be replayed.
struct Rules {
  memory::Settings scheduling;
  study::DayRule day;

  bool operator==(const Rules&) const = default;
};

/// Whether log and states agree.
struct CheckReport {
  std::size_t facts = 0;
  std::size_t reviews = 0;
  std::vector<std::string> faults;  ///< a sentence each; empty: all is well
};

/// Figures over the whole profile.
struct Stats {
  std::size_t decks = 0, cards = 0, facts = 0, reviews = 0, undone = 0;
  std::array<std::size_t, 4> ratings{};  ///< counted answers by rating
  std::uint64_t log_bytes = 0;           ///< pages that the log takes in the file
};

/// One open database. Not thread-safe. Every change is one transaction and durable (fsync) on
/// return.
class Store {
 public:
  /// Opens or makes `file`; migrates older versions. Errors: Unsupported for a newer Recto's
  /// database (which stays untouched) and for a file that is no Recto database; Failed when the
  /// system refuses. `where` is the path.
  [[nodiscard]] static Result<Store> open(const std::filesystem::path& file);

  Store(Store&& other) noexcept;
  Store& operator=(Store&& other) noexcept;
  ~Store();

  /// Adds a deck, or merges it into the one of the same id: progress and hand edits stay.
  Result<Added> add(const Deck& deck, Instant now);
  /// Takes out a deck that was never studied, as if it had not been added. Errors: NotFound;
  /// BadInput when an answer was given in it, which the log keeps for good.
  Result<void> take_out(const DeckId& id);
  /// A line for each deck, in the order of adding.
  [[nodiscard]] Result<std::vector<DeckLine>> decks(Instant now, const study::DayRule& rule) const;
  [[nodiscard]] Result<Deck> deck(const DeckId& id) const;
  /// Every memory of a deck with its cards, in the deck's order.
  [[nodiscard]] Result<std::vector<study::Item>> items(const DeckId& id) const;

  /// Stores an answer: log row and state in one transaction, durable on return. Errors: NotFound
  /// for an unknown deck, fact or card; Failed when `answered.before` is not the stored state or
  /// `answered.at` not later than its last review.
  Result<void> record(const study::Answered& answered, const Rules& rules);
  /// Takes back the last counted answer of a fact, which must be `answered`: a row is added to the
  /// log, the state is as before. Errors: as record(); Failed when another answer is the last one.
  Result<void> take_back(const study::Answered& answered, Instant now);

  /// Moves what was written from the write-ahead log into the file, when enough has gathered. Takes
  /// some milliseconds then: call it when nobody waits. Without it the log stays below 32 MB
  /// anyway.
  Result<void> tidy();

  /// Replays the log of every fact and compares with the stored state; also SQLite's own checks.
  [[nodiscard]] Result<CheckReport> check() const;
  [[nodiscard]] Result<Stats> stats() const;

  /// A consistent copy of the database as one file, written beside `to` and renamed.
  Result<void> backup(const std::filesystem::path& to) const;

  /// Puts `backup` in the place of the database `file`, which nobody may have open. The backup is
  /// checked first; what was in `file` is kept beside it as "NAME.before-restore-1" (or -2 …), also
  /// when it is damaged. Gives the path of that copy, empty when there was nothing to keep. Errors:
  /// as open() for the backup; Unsupported when `file` is a newer Recto's or another program's.
  static Result<std::filesystem::path> restore(const std::filesystem::path& file,
                                               const std::filesystem::path& backup);

  /// The whole profile as JSON text: decks (as deck files), states and log.
  [[nodiscard]] Result<std::string> export_json() const;

 private:
  struct Database;
  explicit Store(std::unique_ptr<Database> database);
  std::unique_ptr<Database> database_;
};

}  // namespace recto::progress
