#include "game/memory/history.h"

#include <limits>

#include "tests/game/memory/vectors.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::memory;

TEST_CASE("memory: a log is sorted by card; answers on a later day are items, in order of time") {
  const std::vector<LoggedAnswer> log = {
      {4, 10, Rating::Good}, {1, 10, Rating::Again}, {1, 10, Rating::Good}, {4, 12, Rating::Hard},
      {1, 11, Rating::Easy}, {1, 9, Rating::Good},   {1, 12, Rating::Again}};
  const Histories histories = test::value(Histories::make(log));
  REQUIRE(histories.cards() == 2);
  std::vector<int> days;
  for (const Answer& answer : histories.card(0))
    days.push_back(answer.days);
  CHECK(days == std::vector{0, 0, 1, 0, 3});  // a clock that was set back: the same day
  CHECK(histories.card(1).size() == 2);
  CHECK(histories.card(1)[1].days == 2);
  CHECK(histories.card(1)[1].rating == Rating::Hard);
  REQUIRE(histories.items().size() == 3);
  CHECK(histories.items()[0].target == 6);
  CHECK(histories.items()[0].first == 5);
  CHECK(histories.items()[1].target == 2);
  CHECK(histories.items()[2].target == 4);
}

TEST_CASE("memory: a log that is none is told") {
  CHECK(!Histories::make(std::vector<LoggedAnswer>{{1, 0, Rating::Good}}));
  CHECK(!Histories::make(std::vector<LoggedAnswer>{{0, 0, static_cast<Rating>(5)}}));
  CHECK(!Histories::make(std::vector<LoggedAnswer>{{0, 0, static_cast<Rating>(0)}}));
  CHECK(test::value(Histories::make({})).cards() == 0);
  const int last = std::numeric_limits<int>::max();
  const std::vector<LoggedAnswer> far = {{0, -last, Rating::Good}, {0, last, Rating::Good}};
  CHECK(test::value(Histories::make(far)).answers()[1].days == last);
}

TEST_CASE("memory: FSRS-6 reference vectors, items of the logs") {
  for (const auto& item : test::optimizer_vectors().at("cases")) {
    CAPTURE(item.at("collection").get<std::string>());
    if (item.at("reviews").get<std::size_t>() > 10'000) continue;  // in the slow tests
    const Histories histories = test::collection(item.at("collection"));
    CHECK(histories.answers().size() == item.at("reviews").get<std::size_t>());
    CHECK(histories.items().size() == item.at("items").get<std::size_t>());
    CHECK(test::split(histories).training.size() == item.at("train_items").get<std::size_t>());
  }
}
