#include "game/study/day.h"

#include <algorithm>

namespace recto::study {

Day day_of(Instant at, const DayRule& rule) {
  const auto local = at + rule.utc_offset - rule.starts;
  return static_cast<Day>(std::chrono::floor<std::chrono::days>(local).time_since_epoch().count());
}

Instant start_of(Day day, const DayRule& rule) {
  return Instant(std::chrono::days(day)) + rule.starts - rule.utc_offset;
}

int elapsed_days(Day before, Day now) {
  return std::max(0, now - before);
}

}  // namespace recto::study
