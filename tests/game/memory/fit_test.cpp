#include "game/memory/fit.h"

#include <cmath>

#include "game/memory/calibration.h"
#include "tests/game/memory/learner.h"
#include "tests/game/memory/vectors.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::memory;

namespace {

/// On items that no parameters were fitted to.
Accuracy judged(const Histories& histories, std::span<const Item> items, const Parameters& w) {
  return accuracy(predictions(histories, items, w));
}

}  // namespace

TEST_CASE("memory: the most likely parameters are where the posterior is flat") {
  const test::Simulated learner = test::simulated({.seed = 5, .answers = 10'000});
  const Histories histories = test::value(Histories::make(learner.log));
  std::vector<WeightedItem> items;
  for (const Item& item : histories.items())
    items.push_back({item});
  const Replay replay = replay_by_card(histories, items);
  const Parameters best = most_likely(replay, kDefaultParameters, {}, {});
  // Arriving from elsewhere leads to the same place, as likely within what the search leaves.
  const Parameters other = most_likely(replay, learner.truth, {}, {});
  const double least = replay.sums(best, ReplayOrder::Loss, {}).loss;
  CHECK(std::abs(replay.sums(other, ReplayOrder::Loss, {}).loss - least) < 3.0);
  CHECK(least < replay.sums(kDefaultParameters, ReplayOrder::Loss, {}).loss - 50.0);
}

TEST_CASE("memory: replaying cards once adds up to replaying every item's history") {
  const Histories histories = test::collection("c01");
  std::vector<WeightedItem> items;
  double sum = 0.0;
  for (const Item& item : histories.items()) {
    items.push_back({item, 0.5F});
    const WeightedItem alone{item, 0.5F};
    sum +=
        replay_by_card(histories, {&alone, 1}).sums(kDefaultParameters, ReplayOrder::Loss, {}).loss;
  }
  CHECK(replay_by_card(histories, items).sums(kDefaultParameters, ReplayOrder::Loss, {}).loss ==
        doctest::Approx(sum).epsilon(1e-12));
}

TEST_CASE("memory: a fit predicts better than the reference's, and no log gets worse for it") {
  constexpr double kTolerance = 0.0005;
  Accuracy ours;
  Accuracy theirs;
  for (const auto& item : test::optimizer_vectors().at("cases")) {
    if (item.at("variant") != "base") continue;
    CAPTURE(item.at("collection").get<std::string>());
    const Histories histories = test::collection(item.at("collection"));
    const auto [training, tail] = test::split(histories);
    const Accuracy before = judged(histories, tail, kDefaultParameters);
    const Accuracy reference = judged(histories, tail, item.at("w_oracle").get<Parameters>());
    const Accuracy after =
        judged(histories, tail, fit_parameters(histories, training, {}, {}).parameters);
    CHECK(after.log_loss <= std::max(before.log_loss, reference.log_loss) + kTolerance);
    CHECK(after.rmse_bins <= std::max(before.rmse_bins, reference.rmse_bins) + kTolerance);
    ours.log_loss += after.log_loss;
    ours.rmse_bins += after.rmse_bins;
    theirs.log_loss += reference.log_loss;
    theirs.rmse_bins += reference.rmse_bins;
  }
  CHECK(ours.log_loss < theirs.log_loss);
  CHECK(ours.rmse_bins < theirs.rmse_bins);
}

TEST_CASE("memory: on small logs of many learners a fit is better on average, and rarely worse") {
  int worse = 0;
  double gain = 0.0;
  constexpr int kLearners = 30;
  test::for_seeds(kLearners, [&](Random& random) {
    const test::Simulated learner =
        test::simulated({.seed = random(), .answers = 1000, .new_a_day = 5});
    const Histories histories = test::value(Histories::make(learner.log));
    const auto [training, tail] = test::split(histories);
    const Fit fit = fit_parameters(histories, training, {}, {});
    CHECK(fit.trust >= 0.0);
    CHECK(fit.trust <= 1.0);
    const double difference = judged(histories, tail, kDefaultParameters).log_loss -
                              judged(histories, tail, fit.parameters).log_loss;
    gain += difference;
    worse += difference < -0.002 ? 1 : 0;
  });
  CHECK(gain > 0.0);
  CHECK(worse <= kLearners / 4);
}

TEST_CASE("memory: the same log gives the same bits, whatever the workers") {
  const test::Simulated learner = test::simulated({.seed = 9, .answers = 40'000});
  const Histories histories = test::value(Histories::make(learner.log));
  const Fit expected = fit_parameters(histories, histories.items(), {}, {1, InstructionSet::Base});
  CHECK(expected.trust > 0.0);
  CHECK(fit_parameters(histories, histories.items(), {}, {3}).parameters == expected.parameters);
}

TEST_CASE("memory: parameters keep to their ranges, and to the settings") {
  const test::Simulated learner = test::simulated({.seed = 2, .answers = 5000, .noise = 3.0});
  const Histories histories = test::value(Histories::make(learner.log));
  const Parameters w = fit_parameters(histories, histories.items(), {}, {}).parameters;
  const Parameters limited = clipped(w, 1, true);
  for (std::size_t i = 0; i < w.size(); ++i)
    CHECK(w[i] == doctest::Approx(limited[i]).epsilon(1e-12));
  const Parameters off =
      fit_parameters(histories, histories.items(), {.short_term = false}, {}).parameters;
  for (const std::size_t i : {17U, 18U, 19U})
    CHECK(off[i] == 0.0);
  const Parameters steps =
      fit_parameters(histories, histories.items(), {.relearning_steps = 3}, {}).parameters;
  CHECK(clipped(steps, 3, true)[17] == doctest::Approx(steps[17]));
}

TEST_CASE("memory: too little data leaves the defaults") {
  const Histories empty = test::value(Histories::make({}));
  CHECK(fit_parameters(empty, empty.items(), {}, {}).parameters == kDefaultParameters);
  const Histories few = test::collection("c00");
  const Fit fit = fit_parameters(few, few.items().first(20), {}, {});
  CHECK(fit.parameters == kDefaultParameters);
  CHECK(fit.trust == 0.0);
}
