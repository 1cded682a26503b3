#include "tools/language/calibration.h"

#include <string>
#include <vector>

#include "tests/support/support.h"

namespace recto::language {
namespace {

Result<Calibration> opened(const std::vector<Calibration::Point>& points) {
  return Calibration::open(calibration_bytes(points));
}

}  // namespace

TEST_CASE("calibration: a chance lies on the line through the points") {
  const Calibration calibration = test::value(opened({{0.2F, 0.1F}, {0.6F, 0.5F}, {1.0F, 0.9F}}));
  CHECK(calibration.chance(0.0F) == doctest::Approx(0.1));
  CHECK(calibration.chance(0.2F) == doctest::Approx(0.1));
  CHECK(calibration.chance(0.4F) == doctest::Approx(0.3));
  CHECK(calibration.chance(0.6F) == doctest::Approx(0.5));
  CHECK(calibration.chance(0.9F) == doctest::Approx(0.8));
  CHECK(calibration.chance(1.0F) == doctest::Approx(0.9));
}

TEST_CASE("calibration: without points what goes in comes out; one point is a level line") {
  CHECK(Calibration().chance(0.3F) == doctest::Approx(0.3));
  const Calibration level = test::value(opened({{0.5F, 0.7F}}));
  CHECK(level.chance(0.1F) == doctest::Approx(0.7));
  CHECK(level.chance(0.9F) == doctest::Approx(0.7));
}

TEST_CASE("calibration: lines that fall, points outside and torn bytes are refused") {
  CHECK_FALSE(opened({{0.2F, 0.5F}, {0.6F, 0.4F}}).has_value());
  CHECK_FALSE(opened({{0.6F, 0.5F}, {0.2F, 0.6F}}).has_value());
  CHECK_FALSE(opened({{0.2F, 1.5F}}).has_value());
  CHECK_FALSE(opened({{-0.2F, 0.5F}}).has_value());
  CHECK_FALSE(Calibration::open("1234567").has_value());
}

}  // namespace recto::language
