#include "game/memory/replay.h"

#include <cmath>

#include "tests/game/memory/learner.h"
#include "tests/game/memory/vectors.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::memory;

namespace {

/// Items each with their whole history, and a weight for the target.
class Items {
 public:
  void add(const Histories& histories, std::span<const Item> items) {
    for (const Item& item : items)
      add(histories.answers().subspan(item.first, item.target - item.first + 1), 1.0F);
  }
  void add(std::span<const Answer> answers, float weight) {
    auto& weights = weights_.emplace_back(std::make_unique<std::vector<float>>(answers.size()));
    weights->back() = weight;
    sequences_.push_back({answers, *weights});
  }
  [[nodiscard]] Replay replay() const {
    Replay replay;
    replay.add(sequences_);
    return replay;
  }

 private:
  std::vector<std::unique_ptr<std::vector<float>>> weights_;
  std::vector<Sequence> sequences_;
};

std::vector<InstructionSet> present_sets() {
  std::vector<InstructionSet> sets = {InstructionSet::Base};
  if (best_instruction_set() != InstructionSet::Base) sets.push_back(InstructionSet::Avx2);
  if (best_instruction_set() == InstructionSet::Avx512) sets.push_back(InstructionSet::Avx512);
  return sets;
}

/// A history that no scheduler would make.
std::vector<Answer> random_answers(Random& random) {
  std::vector<Answer> answers(1 + random.below(12));
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const std::uint64_t longest = std::array<std::uint64_t, 4>{1, 3, 30, 3000}[random.below(4)];
    answers[i] = {i == 0 ? 0 : static_cast<int>(random.below(longest)),
                  static_cast<Rating>(1 + random.below(4))};
  }
  return answers;
}

Parameters random_parameters(Random& random) {
  Parameters w = kDefaultParameters;
  for (std::size_t i = 0; i < w.size(); ++i)
    w[i] *= 0.5 + random.unit();
  return clipped(w, 1, true);
}

}  // namespace

TEST_CASE("memory: FSRS-6 reference vectors, loss and gradient") {
  const auto& check = test::optimizer_vectors().at("gradient_check");
  const Histories histories = test::collection(check.at("collection"));
  const auto begin = check.at("items")[0].get<std::size_t>();
  const auto end = check.at("items")[1].get<std::size_t>();
  Items items;
  items.add(histories, histories.items().subspan(begin, end - begin));
  for (const InstructionSet set : present_sets()) {
    const ReplaySums sums =
        items.replay().sums(check.at("w").get<Parameters>(), ReplayOrder::Gradient, {1, set});
    CHECK(sums.loss == doctest::Approx(check.at("loss_sum").get<double>()).epsilon(1e-9));
    for (std::size_t i = 0; i < sums.gradient.size(); ++i) {
      CAPTURE(i);
      const double expected = check.at("grad_sum")[i].get<double>();
      CHECK(std::abs(sums.gradient[i] - expected) <= 1e-6 * std::abs(expected));
    }
  }
}

TEST_CASE("memory: a replay predicts as the model does") {
  test::for_seeds(200, [](Random& random) {
    const Parameters w = random_parameters(random);
    const Model model(w, Model::Convention::Exact);
    const std::vector<Answer> answers = random_answers(random);
    if (answers.back().days == 0) return;
    Memory memory;
    for (std::size_t i = 0; i + 1 < answers.size(); ++i)
      memory =
          (i == 0 ? model.first()
                  : model.next(memory,
                               answers[i].days))[static_cast<std::size_t>(answers[i].rating) - 1];
    const double recall =
        std::clamp(model.retrievability(answers.back().days, memory.stability), 1e-7, 1.0 - 1e-7);
    Items items;
    items.add(answers, 1.0F);
    const double likelihood = answers.back().rating == Rating::Again ? 1.0 - recall : recall;
    CHECK(items.replay().sums(w, ReplayOrder::Loss, {}).loss ==
          doctest::Approx(-std::log(likelihood)).epsilon(1e-9));
  });
}

TEST_CASE("memory: the gradient is the slope of the loss") {
  constexpr double kStep = 1e-6;
  std::size_t differing = 0;
  test::for_seeds(50, [&](Random& random) {
    std::vector<std::vector<Answer>> histories(20);
    Items items;
    for (auto& answers : histories) {
      answers = random_answers(random);
      items.add(answers, answers.back().days == 0 ? 0.0F : 0.25F);
    }
    const Replay replay = items.replay();
    // Inside the ranges of all parameters, not at their limits.
    const Parameters w = random_parameters(random);
    const ReplaySums sums = replay.sums(w, ReplayOrder::Information, {});
    for (std::size_t i = 0; i < w.size(); ++i) {
      CAPTURE(i);
      Parameters left = w;
      Parameters right = w;
      left[i] -= kStep;
      right[i] += kStep;
      const double slope = (replay.sums(right, ReplayOrder::Loss, {}).loss -
                            replay.sums(left, ReplayOrder::Loss, {}).loss) /
                           (2.0 * kStep);
      // Where the two sides of a kink meet (a limit, a cap, a floor) there is no slope to compare.
      if (std::abs(sums.gradient[i] - slope) > 1e-4 * (1.0 + std::abs(slope))) ++differing;
      CHECK(sums.information[i][i] >= 0.0);
      for (std::size_t k = 0; k < i; ++k)
        CHECK(sums.information[i][k] == sums.information[k][i]);
    }
  });
  CHECK(differing <= 5);  // of 1050
}

TEST_CASE("memory: every instruction set and number of threads gives the same bits") {
  const test::Simulated learner = test::simulated({.seed = 3, .answers = 20'000});
  const Histories histories = test::value(Histories::make(learner.log));
  Items items;
  items.add(histories, histories.items());
  const Replay replay = items.replay();
  const ReplaySums expected =
      replay.sums(learner.truth, ReplayOrder::Information, {1, InstructionSet::Base});
  CHECK(expected.loss > 0.0);
  for (const InstructionSet set : present_sets())
    for (const unsigned threads : {1U, 2U, 5U}) {
      const ReplaySums sums = replay.sums(learner.truth, ReplayOrder::Information, {threads, set});
      CHECK(sums.loss == expected.loss);
      CHECK(sums.gradient == expected.gradient);
      CHECK(sums.information == expected.information);
    }
}
