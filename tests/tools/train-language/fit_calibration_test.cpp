#include "tools/train-language/fit_calibration.h"

#include <vector>

#include "content/base/random.h"
#include "tests/support/support.h"

namespace recto::train {
namespace {

using language::Calibration;

Calibration fitted(const std::vector<Finding>& findings, std::size_t fewest = 100) {
  return test::value(
      Calibration::open(language::calibration_bytes(fit_calibration(findings, fewest))));
}

}  // namespace

TEST_CASE("fit calibration: a model that is too sure of itself is put right") {
  Random random(1);
  std::vector<Finding> findings;
  for (int i = 0; i < 20'000; ++i) {
    const double score = random.unit();
    findings.push_back({static_cast<float>(score), random.unit() < score * score});
  }
  const Calibration calibration = fitted(findings);
  for (const float score : {0.2F, 0.5F, 0.7F, 0.9F})
    CHECK(calibration.chance(score) == doctest::Approx(score * score).epsilon(0.05).scale(1));
}

TEST_CASE("fit calibration: the line never falls, and no few make a certainty") {
  Random random(2);
  std::vector<Finding> findings;
  for (int i = 0; i < 950; ++i)
    findings.push_back({static_cast<float>(random.unit()), random.below(2) == 0});
  for (int i = 0; i < 30; ++i)
    findings.push_back({0.999F, true});
  const auto points = fit_calibration(findings);
  REQUIRE(!points.empty());
  for (std::size_t i = 1; i < points.size(); ++i) {
    CHECK(points[i].score >= points[i - 1].score);
    CHECK(points[i].chance >= points[i - 1].chance);
  }
  CHECK(points.back().chance < 0.9F);
}

TEST_CASE("fit calibration: few findings give one level line, none no points") {
  CHECK(fit_calibration({}).empty());
  const auto points = fit_calibration({{0.1F, true}, {0.9F, false}});
  REQUIRE(points.size() == 1);
  CHECK(points.front().chance == doctest::Approx(0.5));
}

TEST_CASE("fit calibration: what is kept is counted") {
  const Kept kept = kept_from({{0.2F, true}, {0.5F, false}, {0.5F, true}, {0.9F, true}}, 0.5F);
  CHECK(kept.kept == 3);
  CHECK(kept.right == 2);
}

}  // namespace recto::train
