// Boosted decision trees: a row of numbers → a chance.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"

namespace recto::forest {

/// A node of a tree: a question, or the answer at its end.
struct TreeNode {
  std::int32_t feature = -1;  ///< column of the row; -1 for a leaf
  float value = 0.0F;      ///< question: row[feature] <= value goes to `left`; leaf: what it adds
  std::uint32_t left = 0;  ///< node of the same tree
  std::uint32_t right = 0;
};

/// The value of the leaf that the row, [features], comes to.
[[nodiscard]] float answer_of(const std::vector<TreeNode>& tree, const float* row);

/// Trees whose leaves are added up to log-odds. Source: J. H. Friedman, "Greedy Function
/// Approximation: A Gradient Boosting Machine", 2001.
struct Forest {
  std::vector<std::string> features;  ///< names of the columns, in order
  float bias = 0.0F;                  ///< log-odds before the first tree
  std::vector<std::vector<TreeNode>> trees;

  /// `row`: [features]. In [0, 1].
  [[nodiscard]] float chance(const float* row) const;
};

/// Text, a line "trees NAME … ", then one for each tree in preorder: `column<=value` for a
/// question, `=value` for a leaf. Several forests may follow each other.
[[nodiscard]] std::string written(const Forest& forest);

/// Reads what `written` wrote, from the beginning of `text`, and removes it from there. Errors
/// BadInput, without `where`.
[[nodiscard]] Result<Forest> read_forest(std::string_view& text);

}  // namespace recto::forest
