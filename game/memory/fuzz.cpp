#include "game/memory/fuzz.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace recto::memory {
namespace {

constexpr double kLeastFuzzed = 2.5;  // days

/// How long the part of [from, to] is that lies below `days`.
double overlap(double from, double to, double days) {
  return std::max(0.0, std::min(to, days) - from);
}

int rounded(double days) {
  return static_cast<int>(std::floor(days + 0.5));
}

}  // namespace

FuzzRange fuzz_range(int days, int elapsed, int maximum) {
  const double spread = 1.0 + 0.15 * overlap(kLeastFuzzed, 7.0, days) +
                        0.1 * overlap(7.0, 20.0, days) +
                        0.05 * overlap(20.0, std::numeric_limits<double>::infinity(), days);
  const int interval = std::min(days, maximum);
  const int highest = std::min(rounded(interval + spread), maximum);
  int lowest = std::max(2, rounded(interval - spread));
  if (interval > elapsed) lowest = std::max(lowest, elapsed + 1);
  return {std::min(lowest, highest), highest};
}

int fuzzed(int days, int elapsed, int maximum, double draw) {
  if (days < kLeastFuzzed) return days;
  const FuzzRange range = fuzz_range(days, elapsed, maximum);
  return static_cast<int>(std::floor(draw * (range.highest - range.lowest + 1) + range.lowest));
}

}  // namespace recto::memory
