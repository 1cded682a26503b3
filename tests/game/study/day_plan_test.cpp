#include "game/study/day_plan.h"

#include <numeric>

#include "content/base/random.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::study;

namespace {

constexpr std::size_t kAll = 1'000'000;

DeckWork work(std::size_t learning, std::size_t due, std::size_t fresh,
              std::size_t most_fresh = 20) {
  return {learning, due, fresh, kAll, most_fresh};
}

}  // namespace

TEST_CASE("F15 study: without a budget a day brings what is due and each deck's new facts") {
  const std::vector<DeckWork> decks = {work(2, 30, 50), work(0, 5, 4)};
  CHECK(share_day(decks, {}) == std::vector<DeckShare>{{2, 30, 20}, {0, 5, 4}});
  CHECK(share_day({}, {}).empty());
}

TEST_CASE("F15 study: a budget goes to what was begun, then reviews, then new facts") {
  struct Row {
    std::size_t answers;
    std::vector<DeckShare> shares;
  };
  const std::vector<DeckWork> decks = {work(2, 10, 20), work(0, 4, 20)};
  for (const Row& row : {Row{0, {{2, 0, 0}, {0, 0, 0}}}, Row{8, {{2, 3, 0}, {0, 3, 0}}},
                         Row{16, {{2, 10, 0}, {0, 4, 0}}},
                         // Learning a new fact takes three answers.
                         Row{22, {{2, 10, 1}, {0, 4, 1}}}, Row{1000, {{2, 10, 20}, {0, 4, 20}}}}) {
    CAPTURE(row.answers);
    CHECK(share_day(decks, {.answers = row.answers, .budget_a_day = row.answers}) == row.shares);
  }
}

TEST_CASE("F15 study: new facts wait while the coming days fill the budget already") {
  const std::vector<DeckWork> decks = {work(0, 0, 20)};
  const auto fresh = [&](std::size_t coming) {
    return share_day(decks, {.answers = 60, .budget_a_day = 60, .coming_a_day = coming})[0].fresh;
  };
  CHECK(fresh(0) == 20);
  CHECK(fresh(50) == 10);
  CHECK(fresh(60) == 0);
  CHECK(fresh(90) == 0);
}

TEST_CASE("F26 study: while there is something to catch up with, new facts pause") {
  const std::vector<DeckWork> decks = {work(1, 100, 20), work(0, 100, 20)};
  const auto shares = share_day(decks, {.reviews = 30, .new_pause = true});
  CHECK(shares == std::vector<DeckShare>{{1, 15, 0}, {0, 15, 0}});
}

TEST_CASE("F15 study: no share passes what a deck has or wants, nor their sum the limits") {
  test::for_seeds(300, [](Random& random) {
    std::vector<DeckWork> decks(random.below(6));
    for (DeckWork& deck : decks)
      deck = {random.below(5), random.below(50), random.below(50), random.below(40),
              random.below(30)};
    DayLimits limits;
    if (random.below(2) == 0) limits.answers = random.below(100);
    if (random.below(2) == 0) limits.reviews = random.below(40);
    limits.budget_a_day = 100;
    const auto shares = share_day(decks, limits);
    REQUIRE(shares.size() == decks.size());
    std::size_t reviews = 0, learning = 0;
    double answers = 0;
    for (std::size_t i = 0; i < decks.size(); ++i) {
      CHECK(shares[i].reviews <= std::min(decks[i].due, decks[i].most_due));
      CHECK(shares[i].fresh <= std::min(decks[i].fresh, decks[i].most_fresh));
      CHECK(shares[i].learning == decks[i].learning);
      reviews += shares[i].reviews;
      learning += shares[i].learning;
      answers +=
          static_cast<double>(shares[i].reviews) + 3.0 * static_cast<double>(shares[i].fresh);
    }
    if (limits.reviews) CHECK(reviews <= *limits.reviews);
    if (limits.answers)
      CHECK(answers <= static_cast<double>(*limits.answers - std::min(*limits.answers, learning)));
  });
}
