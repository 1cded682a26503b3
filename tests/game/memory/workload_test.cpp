#include "game/memory/workload.h"

#include <numeric>

#include "tests/game/memory/vectors.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::memory;
using std::chrono::days;

namespace {

const Instant kToday{std::chrono::sys_days(std::chrono::year(2026) / 11 / 26)};

/// Cards that were last seen some days ago, due in the coming weeks.
std::vector<State> random_cards(std::size_t count) {
  Random random(1);
  std::vector<State> cards(count);
  for (State& card : cards) {
    card.phase = Phase::Review;
    card.stability = 2.0 + 60.0 * random.unit();
    card.difficulty = 1.0 + 9.0 * random.unit();
    const int ago = static_cast<int>(random.below(static_cast<std::uint64_t>(card.stability)));
    card.last_review = kToday - days(ago);
    card.due = *card.last_review + days(static_cast<int>(card.stability));
  }
  return cards;
}

double sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

}  // namespace

TEST_CASE("memory: what is due in the coming days is foretold") {
  Plan plan{.cards = random_cards(2000), .new_a_day = 0, .today = kToday, .days = 90};
  const Workload workload = test::value(forecast(plan, {}, {}, 1));
  REQUIRE(workload.answers.size() == 90);
  REQUIRE(workload.minutes.size() == 90);
  // Today come exactly the cards that are due, and some of them once more.
  const auto due = static_cast<double>(std::ranges::count_if(
      plan.cards, [](const State& card) { return card.due < kToday + days(1); }));
  CHECK(workload.answers[0] >= due);
  CHECK(workload.answers[0] <= 1.5 * due + 2.0);
  CHECK(workload.remembered > 0.85 * 2000);
  CHECK(workload.remembered < 2000);
  CHECK(sum(workload.minutes) * 60.0 > 5.0 * sum(workload.answers));
  CHECK(sum(workload.minutes) * 60.0 < 20.0 * sum(workload.answers));
  CHECK(workload.answers_a_day() == doctest::Approx(sum(workload.answers) / 90.0));
}

TEST_CASE("memory: new cards come day by day, until there are no more") {
  const Plan plan{.cards = {}, .new_cards = 25, .new_a_day = 10, .today = kToday, .days = 5};
  Habits habits;
  habits.first = {0.0, 0.0, 0.0, 1.0};  // Easy: no learning steps
  const Workload workload = test::value(forecast(plan, habits, {}, 1));
  CHECK(workload.answers == std::vector<double>{10.0, 10.0, 5.0, 0.0, 0.0});
  CHECK(workload.remembered > 0.9 * 25.0);  // their stability is over eight days
  CHECK(workload.remembered < 25.0);
}

TEST_CASE("memory: more retention costs more answers and is remembered better") {
  Plan plan{.cards = random_cards(500), .new_cards = 1500, .today = kToday};
  const RetentionAdvice advice = test::value(retention_advice(plan, {}, {}, 1, 2));
  REQUIRE(advice.choices.size() == 14);
  CHECK(advice.choices.front().desired_retention == doctest::Approx(0.70));
  CHECK(advice.choices.back().desired_retention == doctest::Approx(0.96));
  for (std::size_t i = 2; i < advice.choices.size(); i += 2) {
    CAPTURE(i);
    CHECK(advice.choices[i].remembered > advice.choices[i - 2].remembered);
    CHECK(advice.choices[i].answers_a_day() > advice.choices[i - 2].answers_a_day());
  }
  const auto cost = [](const Workload& workload) {
    return sum(workload.minutes) / workload.remembered;
  };
  for (const Workload& choice : advice.choices)
    CHECK(cost(choice) >= cost(advice.choices[advice.best]));
}

TEST_CASE("memory: the same seed gives the same workload, whatever the threads") {
  const Plan plan{.cards = random_cards(200), .new_cards = 100, .today = kToday, .days = 60};
  const RetentionAdvice one = test::value(retention_advice(plan, {}, {}, 7, 1));
  const RetentionAdvice three = test::value(retention_advice(plan, {}, {}, 7, 3));
  for (std::size_t i = 0; i < one.choices.size(); ++i) {
    CHECK(one.choices[i].answers == three.choices[i].answers);
    CHECK(one.choices[i].remembered == three.choices[i].remembered);
  }
  CHECK(one.choices[0].answers != test::value(forecast(plan, {}, {}, 8)).answers);
}

TEST_CASE("memory: plans that are none are told, empty ones cost nothing") {
  CHECK(!forecast({.cards = {}, .days = 0}, {}, {}, 1));
  CHECK(!forecast({.cards = {}, .days = kLongestInterval + 1}, {}, {}, 1));
  CHECK(!retention_advice({}, {}, {.maximum_interval = 0}, 1, 1));
  const Workload nothing =
      test::value(forecast({.cards = {}, .new_cards = 5, .new_a_day = 0}, {}, {}, 1));
  CHECK(sum(nothing.answers) == 0.0);
  CHECK(nothing.remembered == 0.0);
  CHECK(test::value(retention_advice({}, {}, {}, 1, 2)).choices.size() == 14);
}

TEST_CASE("memory: habits are those of the log") {
  const Histories two_buttons = test::collection("c02");  // Again and Good only
  const Habits habits = observed_habits(two_buttons);
  CHECK(habits.first[0] == doctest::Approx(0.34).epsilon(0.1));
  CHECK(habits.passes[1] > 0.98);
  CHECK(habits.first[0] + habits.first[1] + habits.first[2] + habits.first[3] ==
        doctest::Approx(1.0));
  const Habits usual = observed_habits(test::value(Histories::make({})));
  for (std::size_t i = 0; i < 4; ++i)
    CHECK(usual.first[i] == doctest::Approx(Habits{}.first[i]));
}
