// What the tests of game/progress share: answers, and a look behind the store's back.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "game/progress/store.h"
#include "tests/game/progress/sample_deck.h"

namespace recto::test {

/// The answer that a session would give for `item`.
[[nodiscard]] study::Answered answer_of(const study::Item& item, memory::Rating rating, Instant at,
                                        const progress::Rules& rules);

/// Records one answer for the item at `index` of the deck; fails the test when it is refused.
study::Answered answer(progress::Store& store, const DeckId& deck, std::size_t index,
                       memory::Rating rating, Instant at, const progress::Rules& rules = {});

/// What a person sees of the database: the deck list, every memory with its cards, the settings.
struct Contents {
  std::vector<progress::DeckLine> decks;
  std::vector<Deck> contents;
  std::vector<study::Item> items;
  std::map<std::string, std::string> settings;

  bool operator==(const Contents&) const = default;
};
[[nodiscard]] Contents contents_of(const progress::Store& store, Instant now);

/// A decision about `item` as a session would hand it out. `value`: Bury: until this day, Suspend:
/// 0 for no longer, Flag: its number, −1 for none, SetDue: the day.
[[nodiscard]] study::Changed change_of(const study::Item& item, study::Changed::Kind kind,
                                       int value = 1);

/// Gives a database of the newest layout the first one, with the same decks and answers.
void make_version_1(const std::filesystem::path& file);

/// Runs SQL on a database file, past the store.
void run_sql(const std::filesystem::path& file, const std::string& sql);

/// Whether SQLite takes `sql` without an error.
[[nodiscard]] bool sql_works(const std::filesystem::path& file, const std::string& sql);

/// run_sql, with `work` done while the connection is open: what the SQL wrote is in the write-ahead
/// log then, not in the file.
void with_log(const std::filesystem::path& file, const std::string& sql,
              const std::function<void()>& work);

/// The names in a folder, sorted.
[[nodiscard]] std::vector<std::string> names_in(const std::filesystem::path& folder);

/// All bytes of a file.
[[nodiscard]] std::string bytes_of(const std::filesystem::path& file);

}  // namespace recto::test
