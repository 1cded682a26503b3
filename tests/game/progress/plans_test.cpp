// How SQLite finds what is asked for on the way from one card to the next: no statement may read a
// whole table of cards, facts or answers.
#include <algorithm>
#include <array>
#include <set>
#include <sqlite3.h>
#include <string>

#include "game/progress/edits.h"
#include "game/progress/store.h"
#include "tests/game/progress/samples.h"
#include "tests/support/support.h"

using namespace recto;
using namespace std::chrono_literals;
using progress::Store;

namespace {

std::set<std::string>& heard() {
  static std::set<std::string> statements;
  return statements;
}

int hear(unsigned /*event*/, void* /*context*/, void* statement, void* /*text*/) {
  heard().insert(sqlite3_sql(static_cast<sqlite3_stmt*>(statement)));
  return 0;
}

int listen(sqlite3* database, const char** /*error*/, const sqlite3_api_routines* /*api*/) {
  return sqlite3_trace_v2(database, SQLITE_TRACE_STMT, hear, nullptr);
}

/// Hears every statement of every connection that is opened meanwhile.
class Listening {
 public:
  Listening() {
    heard().clear();
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(listen));
  }
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;
  ~Listening() { sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(listen)); }
};

/// The steps of a statement's plan: "SEARCH facts USING INDEX …", "SCAN decks".
std::vector<std::string> plan_of(sqlite3* database, const std::string& sql) {
  std::vector<std::string> steps;
  sqlite3_stmt* statement = nullptr;
  REQUIRE(sqlite3_prepare_v2(database, ("EXPLAIN QUERY PLAN " + sql).c_str(), -1, &statement,
                             nullptr) == SQLITE_OK);
  while (sqlite3_step(statement) == SQLITE_ROW)
    steps.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(statement, 3)));
  sqlite3_finalize(statement);
  return steps;
}

bool reads_a_whole_table(const std::string& step) {
  static constexpr std::array kBig = {"cards",    "facts",      "log", "changes",
                                      "passages", "due_counts", "days"};
  return std::ranges::any_of(kBig, [&](const std::string& table) {
    return (step + " ").find("SCAN " + table + " ") != std::string::npos;
  });
}

}  // namespace

TEST_CASE("progress: no statement between two cards reads all cards, facts or answers") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  const DeckId deck{"bridges"};
  {
    Store store = test::value(Store::open(file));
    test::value(store.add(test::sample_deck(deck.text, 30), test::kStart));
  }
  {
    const Listening listening;
    Store store = test::value(Store::open(file));
    const auto answered = test::answer(store, deck, 3, memory::Rating::Good, test::kStart);
    test::value(store.take_back(answered, test::kStart + 1s));
    const auto buried =
        test::change_of(test::value(store.items(deck)).at(5), study::Changed::Kind::Bury, 90'000);
    test::value(store.change(buried, test::kStart));
    test::value(store.take_back(buried, test::kStart));
    test::answer(store, deck, 4, memory::Rating::Hard, test::kStart);
    test::value(store.undo(test::kStart));
    test::value(store.redo(test::kStart));
    const auto renaming = test::value(renamed(store, deck, "Arches"));
    test::value(store.apply(renaming, test::kStart));
    const CardId card = test::value(store.deck(deck)).cards.at(3).id;
    const auto dropping = test::value(without_cards(store, deck, std::vector{card}));
    test::value(store.apply(dropping, test::kStart));
    test::value(store.apply(test::value(set(store, "app/x", "1")), test::kStart));
    test::value(store.decks(test::kStart, {}));
    test::value(store.deck(deck));
    test::value(store.search("bridge", test::kStart, {}));
    test::value(store.search("bridge -deck:bridges is:due", test::kStart, {}));
    test::value(store.stats());
    test::value(store.days(0, 100'000));
    test::value(store.days(0, 100'000, deck));
    test::value(store.forecast(test::kStart, {}, 90));
    test::value(store.forecast(test::kStart, {}, 90, deck));
  }
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
  int searches = 0;
  for (const std::string& sql : heard()) {
    CAPTURE(sql);
    if (sql.starts_with("--")) continue;  // a trigger's, told apart from its statement
    for (const std::string& step : plan_of(database, sql)) {
      CAPTURE(step);
      CHECK_FALSE(reads_a_whole_table(step));
      if (step.starts_with("SEARCH")) ++searches;
    }
  }
  CHECK(searches > 20);
  CHECK(reads_a_whole_table(plan_of(database, "SELECT answer FROM log").at(0)));
  sqlite3_close(database);
}
