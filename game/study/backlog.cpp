#include "game/study/backlog.h"

#include <algorithm>

namespace recto::study {
namespace {

/// The day, counted from 0, on which nothing is left over; -1 when it is not within `most_days`.
int days_needed(std::size_t overdue, std::span<const std::size_t> coming, std::size_t a_day,
                int most_days) {
  std::size_t left = overdue;
  for (int day = 0; day < most_days; ++day) {
    if (day > 0 && static_cast<std::size_t>(day) <= coming.size())
      left += coming[static_cast<std::size_t>(day) - 1];
    left -= std::min(left, a_day);
    if (left == 0) return day;
  }
  return -1;
}

}  // namespace

CatchUp plan_catch_up(std::size_t overdue, std::span<const std::size_t> coming, Day today,
                      std::size_t usual_a_day, int most_days) {
  const int limit = std::max(1, most_days);
  // Doing everything today ends it for certain; between that and the usual, halve.
  std::size_t least = std::max<std::size_t>(usual_a_day, 1);
  std::size_t enough = std::max(overdue, least);
  if (days_needed(overdue, coming, least, limit) < 0) {
    while (least + 1 < enough) {
      const std::size_t middle = least + (enough - least) / 2;
      (days_needed(overdue, coming, middle, limit) < 0 ? least : enough) = middle;
    }
    least = enough;
  }
  return {least, today + std::max(0, days_needed(overdue, coming, least, limit))};
}

}  // namespace recto::study
