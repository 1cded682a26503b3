// How sure a share is, and how far two judges agree.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "content/base/random.h"

namespace recto::quality {

struct Interval {
  double low = 0.0;
  double high = 0.0;

  bool operator==(const Interval&) const = default;
};

/// A part of a whole that may be weighted: importance covered, of all importance.
struct Ratio {
  double part = 0.0;
  double whole = 0.0;

  bool operator==(const Ratio&) const = default;
};

/// part / whole; 0 for a whole of 0.
[[nodiscard]] double value_of(const Ratio& ratio);

/// The sum of the parts over the sum of the wholes.
[[nodiscard]] Ratio pooled(std::span<const Ratio> ratios);

/// The 95 % score interval of `yes` out of `of` (Wilson 1927, without correction for continuity),
/// in [0, 1]. [0, 1] when there are none.
[[nodiscard]] Interval wilson(std::size_t yes, std::size_t of);

/// The 95 % percentile interval of pooled(ratios) over 2,000 resamples of whole ratios, which is to
/// say decks: cards of one deck are alike, so decks are what chance draws. Absent for fewer than
/// two ratios. The same random source gives the same interval.
[[nodiscard]] std::optional<Interval> bootstrap(std::span<const Ratio> ratios, Random& random);

/// Cohen's kappa of two judges' yes and no on the same things in the same order: 1 is full
/// agreement, 0 what chance would give. Absent when there is nothing to tell apart: no things, or
/// both always gave the same one answer. Both must have the same length.
[[nodiscard]] std::optional<double> kappa(const std::vector<bool>& a, const std::vector<bool>& b);

}  // namespace recto::quality
