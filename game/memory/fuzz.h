// Spreading intervals, so that cards learned together do not come back together for ever.
#pragma once

namespace recto::memory {

/// Whole days, both ends included.
struct FuzzRange {
  int lowest = 0;
  int highest = 0;
};

/// Where an interval of `days`, from 1 to kLongestInterval, may go: not below 2 days, not above
/// `maximum`, and later than `elapsed` days where the interval itself is. Source: ALGORITHM.md
/// section 4 beside the vectors.
[[nodiscard]] FuzzRange fuzz_range(int days, int elapsed, int maximum);

/// The day of the range that `draw`, in [0, 1), falls on; itself below 2.5 days.
[[nodiscard]] int fuzzed(int days, int elapsed, int maximum, double draw);

}  // namespace recto::memory
