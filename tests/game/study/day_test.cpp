#include "game/study/day.h"

#include "tests/support/support.h"

using namespace recto;
using namespace recto::study;
using namespace std::chrono_literals;

TEST_CASE("U16 study: the day turns at four in the morning, local time") {
  const DayRule vienna{.utc_offset = 60min, .starts = 240min};
  const Instant midnight_utc{std::chrono::sys_days(std::chrono::year(2026) / 11 / 25)};
  const Day day = day_of(midnight_utc, vienna);
  CHECK(day_of(midnight_utc + 2h + 59min + 59s, vienna) == day);
  CHECK(day_of(midnight_utc + 3h, vienna) == day + 1);
  CHECK(start_of(day + 1, vienna) == midnight_utc + 3h);
}

TEST_CASE("study: a day begins where the one before ends, whatever the rule") {
  test::for_seeds(300, [](Random& random) {
    const DayRule rule{.utc_offset = std::chrono::minutes(15 * (random.below(105) - 48)),
                       .starts = std::chrono::minutes(random.below(1440))};
    const Day day = static_cast<Day>(random.below(40'000)) - 10'000;
    const Instant start = start_of(day, rule);
    CHECK(day_of(start, rule) == day);
    CHECK(day_of(start - 1ms, rule) == day - 1);
    CHECK(start_of(day + 1, rule) - start == 24h);
  });
}

TEST_CASE("study: a clock set back counts as the same day") {
  CHECK(elapsed_days(10, 13) == 3);
  CHECK(elapsed_days(13, 10) == 0);
}
