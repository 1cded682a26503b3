// Days as the learner counts them.
#pragma once

#include <chrono>
#include <cstdint>

#include "content/base/instant.h"

namespace recto::study {

/// The number of a learner's day; neighbours differ by 1.
using Day = std::int32_t;

/// When a day begins. The offset is part of it, so that the log can be replayed anywhere.
struct DayRule {
  std::chrono::minutes utc_offset{0};  ///< of the learner's clock
  std::chrono::minutes starts{240};    ///< after local midnight; 4:00 by default (U16)

  bool operator==(const DayRule&) const = default;
};

/// floor((local time − start of day) / 24 h); day 0 begins on 1 January 1970.
[[nodiscard]] Day day_of(Instant at, const DayRule& rule);

/// The first moment of a day.
[[nodiscard]] Instant start_of(Day day, const DayRule& rule);

/// Days between two reviews, each in its own rule; never below 0.
[[nodiscard]] int elapsed_days(Day before, Day now);

}  // namespace recto::study
