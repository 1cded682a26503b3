#include "tests/game/progress/samples.h"

#include <algorithm>
#include <fstream>
#include <sqlite3.h>
#include <sstream>

#include "tests/support/support.h"

namespace recto::test {

study::Answered answer_of(const study::Item& item, memory::Rating rating, Instant at,
                          const progress::Rules& rules) {
  const memory::Scheduler scheduler = value(memory::Scheduler::make(rules.scheduling));
  study::Answered answered;
  answered.deck = item.deck;
  answered.fact = item.fact;
  answered.card = item.variants.back().id;
  answered.rating = rating;
  answered.at = at;
  answered.took = std::chrono::milliseconds(4210);
  answered.before = item.state;
  const int elapsed = item.state.last_review
                          ? study::elapsed_days(study::day_of(*item.state.last_review, rules.day),
                                                study::day_of(at, rules.day))
                          : 0;
  answered.after = scheduler.answer(item.state, at, elapsed,
                                    study::fuzz_draw(item.fact, item.state.reps), rating);
  return answered;
}

study::Answered answer(progress::Store& store, const DeckId& deck, std::size_t index,
                       memory::Rating rating, Instant at, const progress::Rules& rules) {
  const std::vector<study::Item> items = value(store.items(deck));
  const study::Answered answered = answer_of(items.at(index), rating, at, rules);
  value(store.record(answered, rules));
  return answered;
}

study::Changed change_of(const study::Item& item, study::Changed::Kind kind, int value) {
  using Kind = study::Changed::Kind;
  study::Changed changed{item.deck,     item.fact,    item.variants.front().id,
                         kind,          item.state,   item.state,
                         item.standing, item.standing};
  study::Standing& standing = changed.standing_after;
  switch (kind) {
    case Kind::Bury: standing.buried_until = value; break;
    case Kind::Suspend: standing.suspended = value != 0; break;
    case Kind::Flag:
      standing.flag.reset();
      if (value >= 0) standing.flag = static_cast<study::Flag>(value);
      break;
    case Kind::Forget: changed.after = {}; break;
    case Kind::SetDue:
      changed.after = study::rescheduled(item.state, study::start_of(value, {}));
      break;
  }
  return changed;
}

Contents contents_of(const progress::Store& store, Instant now) {
  Contents contents;
  contents.decks = value(store.decks(now, {}));
  for (const progress::DeckLine& line : contents.decks) {
    contents.contents.push_back(value(store.deck(line.id)));
    for (study::Item& item : value(store.items(line.id)))
      contents.items.push_back(std::move(item));
  }
  for (const std::string& key : value(store.setting_keys("")))
    contents.settings[key] = value(store.setting(key)).value_or("");
  return contents;
}

void run_sql(const std::filesystem::path& file, const std::string& sql) {
  with_log(file, sql, [] {});
}

void make_version_1(const std::filesystem::path& file) {
  run_sql(file,
          "DROP TABLE quizzes; DROP TABLE steps; DROP TABLE settings; ALTER TABLE decks DROP "
          "COLUMN removed;"
          "DROP TABLE changes; DROP INDEX facts_buried; DROP INDEX facts_due;"
          "ALTER TABLE facts DROP COLUMN suspended; ALTER TABLE facts DROP COLUMN buried_until;"
          "ALTER TABLE facts DROP COLUMN flag;"
          "CREATE INDEX facts_due ON facts(deck, phase, due) WHERE cards > 0;"
          "DROP TABLE due_counts; DROP TABLE due_quarters; DROP TABLE days; DROP TABLE strengths;"
          "DROP TABLE rollups; DROP TABLE search; DROP TABLE indexed; PRAGMA user_version = 1");
}

bool sql_works(const std::filesystem::path& file, const std::string& sql) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
  const int done = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr);
  sqlite3_close(database);
  return done == SQLITE_OK;
}

void with_log(const std::filesystem::path& file, const std::string& sql,
              const std::function<void()>& work) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
  const int done = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr);
  const std::string message = sqlite3_errmsg(database);
  CAPTURE(message);
  if (done == SQLITE_OK) work();
  sqlite3_close(database);
  REQUIRE(done == SQLITE_OK);
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  REQUIRE(stream.good());
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

}  // namespace recto::test
