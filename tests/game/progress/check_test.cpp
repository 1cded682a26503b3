// Checking and counting: tests of game/progress/check.cpp.
#include "game/progress/store.h"
#include "tests/game/progress/samples.h"
#include "tests/support/support.h"

using namespace recto;
using namespace std::chrono_literals;
using memory::Rating;
using progress::Rules;
using progress::Store;

namespace {

const DeckId kDeck{"bridges"};

/// Ten facts, three answers each under changing rules, every fifth answer taken back.
void make_history(const std::filesystem::path& file) {
  Store store = test::value(Store::open(file));
  test::value(store.add(test::sample_deck(kDeck.text, 10), test::kStart));
  Instant now = test::kStart;
  for (std::size_t i = 0; i < 30; ++i) {
    Rules rules;
    rules.scheduling.desired_retention = i % 2 == 0 ? 0.9 : 0.85;
    rules.day.utc_offset = std::chrono::minutes(i % 3 == 0 ? 540 : -300);
    now += 17h;
    const auto rating = static_cast<Rating>(1 + i % 4);
    const auto answered = test::answer(store, kDeck, i % 10, rating, now, rules);
    if (i % 5 == 4) test::value(store.take_back(answered, now + 1s));
  }
}

}  // namespace

TEST_CASE("progress: check finds nothing in a database that only Recto wrote") {
  const test::TemporaryFolder folder;
  make_history(folder.path() / "p.sqlite");
  const auto report = test::value(test::value(Store::open(folder.path() / "p.sqlite")).check());
  CHECK(report.faults == std::vector<std::string>{});
  CHECK(report.facts == 10);
  CHECK(report.reviews == 36);
}

TEST_CASE("progress: check names what was changed behind Recto's back") {
  struct Row {
    const char* sql;
    const char* fault;
  };
  for (const Row& row : {
           Row{"UPDATE facts SET stability = stability * 1.00001 WHERE id = 3",
               "fact fact/f2 of deck bridges: its state is not what its log leads to"},
           Row{"UPDATE facts SET due = due + 1 WHERE id = 3",
               "fact fact/f2 of deck bridges: its state is not what its log leads to"},
           Row{"UPDATE facts SET reps = 9 WHERE id = 1",
               "fact fact/f0 of deck bridges: its state is not what its log leads to"},
           Row{"UPDATE facts SET cards = 9 WHERE id = 1", "fact fact/f0: its number of cards"},
           Row{"UPDATE decks SET cards = 9", "deck bridges: its number of cards is wrong"},
           Row{"UPDATE decks SET facts = 9", "deck bridges: its number of facts is wrong"},
           Row{"UPDATE decks SET last_studied = 5", "deck bridges: its last study is wrong"},
           Row{"UPDATE decks SET last_studied = NULL", "deck bridges: its last study is wrong"},
           Row{"DROP TRIGGER log_never_changes; UPDATE log SET at = at + 86400000 WHERE fact = 2 "
               "AND number = 2",
               "fact fact/f1 of deck bridges: its state is not what its log leads to"},
           Row{"DROP TRIGGER log_never_changes; UPDATE log SET answer = answer | 4 WHERE fact = 1 "
               "AND number = 1",
               "takes back an answer that was not given"},
           Row{"DROP TRIGGER log_never_changes; UPDATE log SET answer = answer + 8 WHERE fact = 1 "
               "AND number = 1",
               "another phase"},
           Row{"DROP TRIGGER log_never_shrinks; DELETE FROM log WHERE fact = 2 AND number = 1",
               "fact fact/f1 of deck bridges: "},
           Row{"UPDATE due_counts SET facts = facts + 1",
               "the facts by due day are not what the log adds up to"},
           Row{"UPDATE due_quarters SET facts = 0", "the facts by due day are not"},
           Row{"DELETE FROM strengths", "the facts by stability are not"},
           Row{"UPDATE days SET review_good = 7", "the answers by day are not"},
           Row{"PRAGMA foreign_keys = OFF; DELETE FROM rules WHERE id = 1",
               "a row of log names a row of rules that is not there"},
       }) {
    CAPTURE(row.sql);
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "p.sqlite";
    make_history(file);
    test::run_sql(file, row.sql);
    const auto report = test::value(test::value(Store::open(file)).check());
    REQUIRE(report.faults.size() >= 1);
    CHECK(report.faults[0].find(row.fault) != std::string::npos);
    CAPTURE(report.faults[0]);
  }
}

TEST_CASE("progress: the database refuses to change or shorten its log") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  make_history(file);
  CHECK_FALSE(test::sql_works(file, "UPDATE log SET at = at + 1"));
  CHECK_FALSE(test::sql_works(file, "DELETE FROM log"));
}

TEST_CASE("progress: stats count what a second, simple way counts") {
  const test::TemporaryFolder folder;
  make_history(folder.path() / "p.sqlite");
  const Store store = test::value(Store::open(folder.path() / "p.sqlite"));
  const auto stats = test::value(store.stats());
  std::array<std::size_t, 4> ratings{};
  for (std::size_t i = 0; i < 30; ++i)
    if (i % 5 != 4) ++ratings.at(i % 4);
  CHECK(stats.decks == 1);
  CHECK(stats.cards == test::sample_deck(kDeck.text, 10).cards.size());
  CHECK(stats.facts == 10);
  CHECK(stats.reviews == 24);
  CHECK(stats.undone == 6);
  CHECK(stats.ratings == ratings);
  CHECK(stats.bytes > 4096);
}
