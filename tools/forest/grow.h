// Examples → boosted decision trees.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tools/forest/forest.h"

namespace recto::forest {

/// What is learned from.
struct Examples {
  std::vector<std::string> features;  ///< [columns]
  std::vector<float> values;          ///< [rows × columns], row-major
  std::vector<std::uint8_t> right;    ///< [rows] 1 when the row is what is looked for
  std::vector<float> weights;         ///< [rows] how much it counts, > 0

  [[nodiscard]] std::size_t rows() const { return right.size(); }
};

struct GrowOptions {
  int trees = 120;
  int leaves = 12;              ///< of one tree, at most
  double rate = 0.08;           ///< learning rate (shrinkage)
  double ridge = 3.0;           ///< L2 penalty on leaves, in units of the summed weights
  double smallest_leaf = 20.0;  ///< summed weights of the rows of a leaf, at least
  double share = 0.35;          ///< of the features that a tree may ask for, drawn anew for each
  double bag = 1.0;             ///< of the rows that a tree learns from, drawn anew for each
  std::uint64_t seed = 1;
};

/// Gradient boosting with Newton steps on the logistic loss; trees grow leaf by leaf, the best
/// split first, over features cut into at most 64 bins. Sources: Friedman 2001; Ke and others,
/// "LightGBM", 2017; bags: Friedman, "Stochastic gradient boosting", 2002. Same examples and
/// options, same forest. O(trees · rows · columns).
[[nodiscard]] Forest grow(const Examples& examples, const GrowOptions& options);

}  // namespace recto::forest
