#include "tools/language/calibration.h"

#include <algorithm>

#include "tools/language/slots.h"

namespace recto::language {

Result<Calibration> Calibration::open(std::string_view bytes) {
  constexpr std::size_t kPoint = 2 * sizeof(float);
  constexpr std::size_t kMostPoints = 4096;
  Calibration calibration;
  bool good = bytes.size() % kPoint == 0 && bytes.size() / kPoint <= kMostPoints;
  Point before{0, 0};
  for (std::size_t i = 0; good && i < bytes.size() / kPoint; ++i) {
    const Point point{number_at<float>(bytes, 2 * i), number_at<float>(bytes, 2 * i + 1)};
    good = point.score >= before.score && point.score <= 1 && point.chance >= before.chance &&
           point.chance <= 1;
    calibration.points_.push_back(point);
    before = point;
  }
  if (!good) return damaged_model("a calibration of the language model is damaged");
  return calibration;
}

Chance Calibration::chance(float score) const {
  if (points_.empty()) return score;
  const auto above = std::upper_bound(points_.begin(), points_.end(), score,
                                      [](float value, const Point& p) { return value < p.score; });
  if (above == points_.begin()) return points_.front().chance;
  if (above == points_.end()) return points_.back().chance;
  const Point& low = *(above - 1);
  const float share = (score - low.score) / (above->score - low.score);
  return low.chance + share * (above->chance - low.chance);
}

std::string calibration_bytes(std::span<const Calibration::Point> points) {
  std::string bytes;
  for (const Calibration::Point& point : points) {
    append_number(bytes, point.score);
    append_number(bytes, point.chance);
  }
  return bytes;
}

}  // namespace recto::language
