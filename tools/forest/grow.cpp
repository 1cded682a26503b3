#include "tools/forest/grow.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

#include "content/base/random.h"

namespace recto::forest {
namespace {

constexpr std::size_t kBins = 64;

/// Values cut into bins of about as many rows each.
struct Binned {
  std::vector<std::vector<float>> cuts;  ///< [columns][bins − 1] a value <= cut stands below it
  std::vector<std::uint8_t> bins;        ///< [columns × rows], column-major
};

Binned binned(const Examples& examples) {
  const std::size_t rows = examples.rows();
  const std::size_t columns = examples.features.size();
  Binned result;
  result.cuts.resize(columns);
  result.bins.resize(rows * columns);
  std::vector<float> sorted(rows);
  for (std::size_t column = 0; column < columns; ++column) {
    for (std::size_t row = 0; row < rows; ++row)
      sorted[row] = examples.values[row * columns + column];
    std::sort(sorted.begin(), sorted.end());
    std::vector<float>& cuts = result.cuts[column];
    for (std::size_t bin = 1; bin < kBins; ++bin) {
      const float below = sorted[(rows - 1) * bin / kBins];
      const auto next = std::upper_bound(sorted.begin(), sorted.end(), below);
      if (next == sorted.end()) break;
      const float cut = below + (*next - below) / 2.0F;
      if (cuts.empty() || cut > cuts.back()) cuts.push_back(cut);
    }
    for (std::size_t row = 0; row < rows; ++row)
      result.bins[column * rows + row] = static_cast<std::uint8_t>(
          std::lower_bound(cuts.begin(), cuts.end(), examples.values[row * columns + column]) -
          cuts.begin());
  }
  return result;
}

/// First and second derivative of the loss, summed.
struct Slope {
  double first = 0.0;
  double second = 0.0;

  void operator+=(const Slope& other) {
    first += other.first;
    second += other.second;
  }
};

struct Split {
  double gain = 0.0;
  std::size_t column = 0;
  std::size_t bin = 0;  ///< rows of this bin and of those below go left
};

/// A leaf that may still be split.
struct Leaf {
  std::uint32_t node = 0;
  std::vector<std::uint32_t> rows;
  Slope slope;
  std::optional<Split> split;
};

class Grower {
 public:
  Grower(const Examples& examples, const GrowOptions& options)
      : examples_(examples),
        options_(options),
        binned_(binned(examples)),
        odds_(examples.rows()),
        slopes_(examples.rows()),
        random_(options.seed) {}

  Forest grow() {
    Forest forest;
    forest.features = examples_.features;
    forest.bias = bias();
    std::fill(odds_.begin(), odds_.end(), static_cast<double>(forest.bias));
    for (int tree = 0; tree < options_.trees; ++tree) {
      measure_slopes();
      draw_columns();
      forest.trees.push_back(grow_tree());
    }
    return forest;
  }

 private:
  [[nodiscard]] float bias() const {
    double right = 1.0;
    double wrong = 1.0;
    for (std::size_t row = 0; row < examples_.rows(); ++row)
      (examples_.right[row] != 0 ? right : wrong) += static_cast<double>(examples_.weights[row]);
    return static_cast<float>(std::log(right / wrong));
  }

  void measure_slopes() {
    for (std::size_t row = 0; row < examples_.rows(); ++row) {
      const double chance = 1.0 / (1.0 + std::exp(-odds_[row]));
      const auto weight = static_cast<double>(examples_.weights[row]);
      slopes_[row] = {weight * (chance - static_cast<double>(examples_.right[row])),
                      weight * std::max(chance * (1.0 - chance), 1e-6)};
    }
  }

  void draw_columns() {
    columns_.resize(examples_.features.size());
    std::iota(columns_.begin(), columns_.end(), std::size_t{0});
    random_.shuffle(columns_);
    columns_.resize(std::max<std::size_t>(
        1, static_cast<std::size_t>(static_cast<double>(columns_.size()) * options_.share)));
    std::sort(columns_.begin(), columns_.end());
  }

  std::vector<TreeNode> grow_tree() {
    std::vector<TreeNode> tree(1);
    std::vector<Leaf> leaves(1);
    leaves[0].rows = draw_rows();
    find_split(leaves[0]);
    while (leaves.size() < static_cast<std::size_t>(options_.leaves)) {
      const auto best =
          std::max_element(leaves.begin(), leaves.end(), [](const Leaf& a, const Leaf& b) {
            return (a.split ? a.split->gain : 0.0) < (b.split ? b.split->gain : 0.0);
          });
      if (!best->split) break;
      leaves.push_back(split(*best, tree));
    }
    for (const Leaf& leaf : leaves) {
      const double step = -options_.rate * leaf.slope.first / (leaf.slope.second + options_.ridge);
      tree[leaf.node].value = static_cast<float>(step);
    }
    const std::size_t columns = examples_.features.size();
    for (std::size_t row = 0; row < examples_.rows(); ++row)
      odds_[row] += static_cast<double>(answer_of(tree, &examples_.values[row * columns]));
    return tree;
  }

  [[nodiscard]] std::vector<std::uint32_t> draw_rows() {
    std::vector<std::uint32_t> rows(examples_.rows());
    std::iota(rows.begin(), rows.end(), std::uint32_t{0});
    if (options_.bag >= 1.0) return rows;
    random_.shuffle(rows);
    rows.resize(std::max<std::size_t>(
        1, static_cast<std::size_t>(static_cast<double>(rows.size()) * options_.bag)));
    std::sort(rows.begin(), rows.end());  // they are read in the order of memory
    return rows;
  }

  /// Splits `leaf`, which becomes the left side; the right side is returned.
  Leaf split(Leaf& leaf, std::vector<TreeNode>& tree) {
    const Split cut = *leaf.split;
    TreeNode& node = tree[leaf.node];
    node.feature = static_cast<std::int32_t>(cut.column);
    node.value = binned_.cuts[cut.column][cut.bin];
    node.left = static_cast<std::uint32_t>(tree.size());
    node.right = node.left + 1;
    Leaf left;
    Leaf right;
    left.node = node.left;
    right.node = node.right;
    tree.resize(tree.size() + 2);
    const std::uint8_t* bins = &binned_.bins[cut.column * examples_.rows()];
    for (const std::uint32_t row : leaf.rows)
      (bins[row] <= cut.bin ? left : right).rows.push_back(row);
    find_split(left);
    find_split(right);
    leaf = std::move(left);
    return right;
  }

  void find_split(Leaf& leaf) const {
    leaf.slope = {};
    double weight = 0.0;
    for (const std::uint32_t row : leaf.rows) {
      leaf.slope += slopes_[row];
      weight += static_cast<double>(examples_.weights[row]);
    }
    if (weight < 2.0 * options_.smallest_leaf) return;
    for (const std::size_t column : columns_)
      try_column(leaf, weight, column);
  }

  void try_column(Leaf& leaf, double weight, std::size_t column) const {
    struct Bin {
      Slope slope;
      double weight = 0.0;
    };
    std::array<Bin, kBins> bins{};
    const std::uint8_t* of_row = &binned_.bins[column * examples_.rows()];
    for (const std::uint32_t row : leaf.rows) {
      Bin& bin = bins[of_row[row]];
      bin.slope += slopes_[row];
      bin.weight += static_cast<double>(examples_.weights[row]);
    }
    const double whole = score(leaf.slope);
    Slope left;
    double left_weight = 0.0;
    for (std::size_t bin = 0; bin < binned_.cuts[column].size(); ++bin) {
      left += bins[bin].slope;
      left_weight += bins[bin].weight;
      if (left_weight < options_.smallest_leaf || weight - left_weight < options_.smallest_leaf)
        continue;
      const Slope right{leaf.slope.first - left.first, leaf.slope.second - left.second};
      const double gain = score(left) + score(right) - whole;
      if (gain > (leaf.split ? leaf.split->gain : 1e-6)) leaf.split = Split{gain, column, bin};
    }
  }

  [[nodiscard]] double score(const Slope& slope) const {
    return slope.first * slope.first / (slope.second + options_.ridge);
  }

  const Examples& examples_;
  GrowOptions options_;
  Binned binned_;
  std::vector<double> odds_;   ///< [rows] log-odds so far
  std::vector<Slope> slopes_;  ///< [rows]
  std::vector<std::size_t> columns_;
  Random random_;
};

}  // namespace

Forest grow(const Examples& examples, const GrowOptions& options) {
  return Grower(examples, options).grow();
}

}  // namespace recto::forest
