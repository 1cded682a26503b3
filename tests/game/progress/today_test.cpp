// What a day is like, read from a database.
#include "game/progress/today.h"

#include "game/progress/settings.h"
#include "tests/game/progress/samples.h"
#include "tests/game/screens/sample.h"
#include "tests/support/support.h"

using namespace recto;
using namespace std::chrono_literals;
using memory::Rating;
using progress::Budget;
using progress::CatchingUp;
using progress::Store;
using progress::Today;

namespace {

const Instant kNow = test::kNoon;
constexpr std::chrono::hours kDay{24};

/// A database with two decks of 30 facts.
class Shelf {
 public:
  Shelf() {
    for (const char* id : {"one", "two"}) {
      Deck deck = test::numbers_deck(30);
      deck.id = {id};
      deck.title = id;
      test::value(store.add(deck, kNow));
    }
  }

  Today today(Instant now = kNow) { return test::value(progress::read_today(store, now, {})); }
  void set(std::string_view key, const std::string& json) {
    test::value(store.apply(test::value(progress::set(store, std::string(key), json)), kNow));
  }
  /// Learns so many facts of a deck for good.
  void learn(const DeckId& deck, std::size_t facts, Instant at = kNow) {
    for (std::size_t i = 0; i < facts; ++i)
      test::answer(store, deck, i, Rating::Easy, at + std::chrono::seconds(10 * i));
  }

 private:
  test::TemporaryFolder folder_;

 public:
  Store store = test::value(Store::open(folder_.path() / "progress.sqlite"));
};

}  // namespace

TEST_CASE("F15 progress: each deck brings its preset's new facts, less what was begun today") {
  Shelf shelf;
  CHECK(shelf.today().cards() == 40);
  shelf.learn({"one"}, 5);
  const Today today = shelf.today(kNow + 1h);
  CHECK(today.done == 5);
  CHECK(today.find({"one"})->share.fresh == 15);
  CHECK(today.find({"two"})->share.fresh == 20);
  CHECK(progress::session_plan(today, {"one"}).new_facts == 15);
  CHECK(shelf.today(kNow + kDay).find({"one"})->share.fresh == 20);
}

TEST_CASE("F15 progress: a deck whose share is used up brings its own plan when it is asked for") {
  Shelf shelf;
  shelf.learn({"one"}, 20);
  const Today today = shelf.today(kNow + 1h);
  CHECK(today.find({"one"})->share.cards() == 0);
  CHECK(progress::session_plan(today, {"one"}).new_facts == 20);
  CHECK(progress::session_plan(today, {"nowhere"}) == study::Plan{});
}

TEST_CASE("F15 progress: a budget in cards or minutes bounds the day, what is done counts") {
  Shelf shelf;
  shelf.set(progress::kBudget, progress::budget_text({12, false}));
  CHECK(shelf.today().budget == Budget{12, false});
  CHECK(shelf.today().cards() == 4);  // each takes three answers to learn
  shelf.set(progress::kBudget, progress::budget_text({6, true}));
  CHECK(shelf.today().budget == Budget{6, true});
  CHECK(shelf.today().cards() == 8);  // 24 answers of 15 seconds
  shelf.learn({"one"}, 12);
  CHECK(shelf.today(kNow + 1h).cards() == 4);
  shelf.set(progress::kBudget, "{\"minutes\": -5}");
  CHECK(shelf.today().budget == Budget{});
}

TEST_CASE("F26 progress: after days away a backlog is told, until a way is chosen") {
  Shelf shelf;
  shelf.learn({"one"}, 30);
  shelf.learn({"two"}, 30);
  const Instant back = kNow + 40 * kDay;
  const Today today = shelf.today(back);
  REQUIRE(today.backlog);
  CHECK(today.backlog->days_away == 40);
  CHECK(today.backlog->due == 60);
  CHECK(today.backlog->spread.a_day >= 20);
  CHECK(today.backlog->spread.done_on > today.day);
  CHECK(today.cards() == 60);  // new facts pause

  const CatchingUp spread = progress::choose(CatchingUp::Way::Spread, today);
  CHECK(spread.a_day == today.backlog->spread.a_day);
  CHECK(spread.until == today.backlog->spread.done_on);
  shelf.set(progress::kCatchUp, progress::catching_up_text(spread));
  const Today spreading = shelf.today(back);
  CHECK_FALSE(spreading.backlog);
  CHECK(spreading.catching_up == spread);
  CHECK(spreading.cards() == spread.a_day);
  CHECK(progress::session_plan(spreading, {"one"}).reviews == spread.a_day / 2);

  shelf.set(progress::kCatchUp,
            progress::catching_up_text(progress::choose(CatchingUp::Way::AllNow, today)));
  CHECK_FALSE(shelf.today(back).backlog);
  CHECK(shelf.today(back).cards() == 60);

  shelf.set(progress::kCatchUp,
            progress::catching_up_text(progress::choose(CatchingUp::Way::Likely, today)));
  const Today likely = shelf.today(back + 6 * kDay);
  REQUIRE(likely.catching_up);
  CHECK(progress::session_plan(likely, {"one"}).least_recall == progress::kLikely);
  CHECK_FALSE(shelf.today(back + 7 * kDay).catching_up);
}

TEST_CASE("F26 progress: a short pause, or little that waits, is no backlog") {
  Shelf shelf;
  CHECK_FALSE(shelf.today(kNow + 40 * kDay).backlog);  // nothing was ever answered
  shelf.learn({"one"}, 10);
  CHECK_FALSE(shelf.today(kNow + 40 * kDay).backlog);  // ten cards are an ordinary day's work
  CHECK_FALSE(shelf.today(kNow + 2 * kDay).backlog);
}

TEST_CASE("F25 progress: a deck that is needed by a day brings as many new facts as that takes") {
  Shelf shelf;
  const study::Day day = shelf.today().day;
  test::value(shelf.store.apply(
      test::value(progress::with_exam(shelf.store, {"one"}, study::Exam{day + 4, 3})), kNow));
  const Today today = shelf.today();
  REQUIRE(today.find({"one"})->exam_plan);
  CHECK(today.find({"one"})->exam_plan->new_a_day == 30);  // one day is left before the final ones
  CHECK(today.find({"one"})->share.fresh == 30);
  CHECK_FALSE(shelf.today(kNow + 4 * kDay).find({"one"})->exam_plan);
}

TEST_CASE("progress: what cannot be read of a way to catch up or a budget is as by default") {
  Shelf shelf;
  for (const char* json :
       {"7", "\"spread\"", "[]", "{}", "{\"way\": 5}", "{\"way\": \"sideways\", \"until\": 99999}",
        "{\"way\": \"spread\", \"until\": \"x\", \"a_day\": -3}"}) {
    CAPTURE(json);
    shelf.set(progress::kCatchUp, json);
    shelf.set(progress::kBudget, json);
    CHECK(shelf.today().budget == Budget{});
    CHECK_FALSE(shelf.today().catching_up);
  }
}
