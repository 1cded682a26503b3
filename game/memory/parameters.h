// The 21 parameters of FSRS-6: defaults, ranges, older sets.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "content/base/result.h"

namespace recto::memory {

/// w[0] to w[20].
using Parameters = std::array<double, 21>;
extern const Parameters kDefaultParameters;
/// How far the parameters of learners lie from the defaults: standard deviations, of fsrs-rs 6.5.
extern const Parameters kParameterSpread;

/// 21 values clipped to their ranges; 19 (FSRS-5) and 17 (FSRS-4.5) clipped, then migrated.
/// `relearning_steps` above 1 lower the ceiling of w17 and w18; without `short_term` the floor of
/// w19 is 0. Source: ALGORITHM.md section 1 beside the vectors, as ts-fsrs 5.4.2 does it. Errors:
/// BadInput for another length, NaN or infinity.
[[nodiscard]] Result<Parameters> migrated_parameters(std::span<const double> values,
                                                     std::size_t relearning_steps, bool short_term);

/// Each value within its range.
[[nodiscard]] Parameters clipped(const Parameters& values, std::size_t relearning_steps,
                                 bool short_term);

}  // namespace recto::memory
