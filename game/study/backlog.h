// After days away: how long it takes to catch up (F26).
#pragma once

#include <cstddef>
#include <span>

#include "game/study/day.h"

namespace recto::study {

struct CatchUp {
  std::size_t a_day = 0;  ///< reviews, suggested
  Day done_on = 0;        ///< the last day of it

  bool operator==(const CatchUp&) const = default;
};

/// How `overdue` reviews are spread from `today` on. `coming[i]` fall due `i + 1` days after today
/// anyway, none behind its end; `usual_a_day` is what the learner does on a usual day. Suggested is
/// that, or as much more as it takes to be done within `most_days`; new facts pause until then.
/// A backlog that fits one usual day is done today.
[[nodiscard]] CatchUp plan_catch_up(std::size_t overdue, std::span<const std::size_t> coming,
                                    Day today, std::size_t usual_a_day, int most_days = 30);

}  // namespace recto::study
