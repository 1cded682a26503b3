#include "game/memory/calibration.h"

#include <cmath>
#include <numeric>

#include "tests/game/memory/learner.h"
#include "tests/game/memory/vectors.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::memory;

namespace {

void check_metrics(const Histories& histories, std::span<const Item> items, const Parameters& w,
                   const nlohmann::json& expected) {
  const Accuracy found = accuracy(predictions(histories, items, w));
  CHECK(found.answers == expected.at("n").get<std::size_t>());
  CHECK(std::abs(found.log_loss - expected.at("log_loss").get<double>()) < 1e-5);
  CHECK(std::abs(found.rmse_bins - expected.at("rmse_bins").get<double>()) < 1e-4);
  REQUIRE(found.auc.has_value() == expected.at("auc").is_number());
  if (found.auc) CHECK(std::abs(*found.auc - expected.at("auc").get<double>()) < 1e-4);
}

}  // namespace

TEST_CASE("memory: FSRS-6 reference vectors, log loss, RMSE(bins) and AUC") {
  for (const auto& item : test::optimizer_vectors().at("cases")) {
    CAPTURE(item.at("collection").get<std::string>());
    CAPTURE(item.at("variant").get<std::string>());
    if (item.at("reviews").get<std::size_t>() > 10'000) continue;
    const Histories histories = test::collection(item.at("collection"));
    const auto [training, tail] = test::split(histories);
    const auto oracle = item.at("w_oracle").get<Parameters>();
    check_metrics(histories, tail, kDefaultParameters, item.at("test_metrics").at("default"));
    check_metrics(histories, tail, oracle, item.at("test_metrics").at("oracle"));
    check_metrics(histories, training, kDefaultParameters, item.at("train_metrics").at("default"));
    check_metrics(histories, training, oracle, item.at("train_metrics").at("oracle"));
  }
}

TEST_CASE("memory: AUC counts pairs in the right order, ties half") {
  const auto auc = [](std::vector<std::pair<double, bool>> answers) {
    std::vector<Prediction> predictions;
    for (const auto& [recall, passed] : answers)
      predictions.push_back({recall, passed, 1, 1, 0});
    return accuracy(predictions).auc;
  };
  CHECK(auc({{0.9, true}, {0.1, false}}) == 1.0);
  CHECK(auc({{0.9, false}, {0.1, true}}) == 0.0);
  CHECK(auc({{0.5, false}, {0.5, true}}) == 0.5);
  CHECK(auc({{0.5, false}, {0.6, true}, {0.6, false}, {0.7, true}}) == 0.875);
  CHECK(!auc({{0.5, true}}));
  CHECK(accuracy({}).answers == 0);
}

TEST_CASE("memory: a calibration curve has every answer in one bin, and lies on what is true") {
  // Without noise the learner's own parameters foretell every bin.
  const test::Simulated learner =
      test::simulated({.seed = 4, .answers = 60'000, .new_a_day = 40, .noise = 0.0});
  const Histories histories = test::value(Histories::make(learner.log));
  const auto foretold = predictions(histories, histories.items(), learner.truth);
  const std::vector<CalibrationBin> curve = calibration(foretold, 10);
  REQUIRE(curve.size() == 10);
  std::size_t answers = 0;
  double before = 0.0;
  for (const CalibrationBin& bin : curve) {
    CAPTURE(bin.predicted);
    CHECK(bin.predicted >= before);
    const double error =
        std::sqrt(bin.predicted * (1.0 - bin.predicted) / static_cast<double>(bin.answers));
    // Four standard errors, and the slips of which half turn a pass into a fail.
    CHECK(std::abs(bin.predicted - bin.passed) < 4.0 * error + 0.01);
    before = bin.predicted;
    answers += bin.answers;
  }
  CHECK(answers == histories.items().size());
  CHECK(calibration(std::span(foretold).first(3), 10).size() == 3);
  CHECK(calibration({}, 10).empty());
}
