// Learning of linear models with many sparse features.
#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

#include "content/base/random.h"
#include "tools/language/sparse_model.h"

namespace recto::train {

/// An averaged perceptron (Collins 2002) over hashed features. Integers only: the same updates give
/// the same weights on every machine.
class Perceptron {
 public:
  /// `least_updates`: a feature counts once it was updated so often (Goldberg and Elhadad 2011).
  Perceptron(std::size_t labels, std::uint32_t least_updates)
      : labels_(labels), least_updates_(least_updates) {}

  /// Sets `scores` [labels] to what `features` say now.
  void score(std::span<const std::uint64_t> features, std::span<std::int32_t> scores) const;

  /// Ends a step; where `wrong` was chosen, makes `right` likelier.
  void learn(std::span<const std::uint64_t> features, std::size_t right, std::size_t wrong);

  /// The weights averaged over all steps, in one byte each; those that come out as 0 are left out.
  /// Sorted by feature.
  [[nodiscard]] std::vector<language::SparseFeature> averaged() const;

 private:
  struct Weight {
    std::uint8_t label = 0;
    std::int32_t now = 0;
    std::int64_t sum = 0;  ///< over the steps up to `since`
    std::uint32_t since = 0;
  };
  struct Feature {
    std::uint64_t hash = 0;  ///< 0: none
    std::uint32_t updates = 0;
    std::vector<Weight> weights;
  };

  [[nodiscard]] const Feature* find(std::uint64_t feature) const;
  Feature& take(std::uint64_t feature);
  void grow();
  void add(Feature& feature, std::size_t label, std::int32_t change) const;

  std::size_t labels_;
  std::uint32_t least_updates_;
  std::uint32_t step_ = 0;
  std::vector<std::uint32_t> slots_;  ///< 1 + place in features_, 0 for none
  std::vector<Feature> features_;
};

/// Calls `learn(example, round)` for [0, examples) in each of `rounds`, each time in another order.
template <class Learn>
void learn_in_rounds(int rounds, std::size_t examples, Random& random, Learn learn) {
  std::vector<std::size_t> order(examples);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (int round = 0; round < rounds; ++round) {
    random.shuffle(order);
    for (const std::size_t example : order)
      learn(example, round);
  }
}

}  // namespace recto::train
