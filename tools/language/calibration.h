// What a model thinks of its findings → how often it was right.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "tools/language/analysed.h"

namespace recto::language {

/// A rising line through points. Without points, what goes in comes out.
///
/// Bytes, little-endian: per point f32 score, f32 chance; both in [0,1] and never falling.
class Calibration {
 public:
  struct Point {
    float score = 0;
    float chance = 0;
  };

  Calibration() = default;

  /// Error BadInput for bytes that are none.
  [[nodiscard]] static Result<Calibration> open(std::string_view bytes);

  /// Straight lines between the points, level outside of them.
  [[nodiscard]] Chance chance(float score) const;

 private:
  std::vector<Point> points_;
};

[[nodiscard]] std::string calibration_bytes(std::span<const Calibration::Point> points);

}  // namespace recto::language
