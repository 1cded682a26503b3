#include "tools/forest/grow.h"

#include <algorithm>
#include <random>

#include "tests/support/support.h"

namespace recto::forest {
namespace {

/// Right where a > 0.5 and b > 0.5; c tells nothing.
Examples square(std::size_t rows, unsigned seed) {
  std::mt19937 draw(seed);
  std::uniform_real_distribution<float> number(0, 1);
  Examples examples;
  examples.features = {"a", "b", "c"};
  for (std::size_t row = 0; row < rows; ++row) {
    const float a = number(draw);
    const float b = number(draw);
    for (const float value : {a, b, number(draw)})
      examples.values.push_back(value);
    examples.right.push_back(a > 0.5F && b > 0.5F ? 1 : 0);
    examples.weights.push_back(1);
  }
  return examples;
}

double share_right(const Forest& forest, const Examples& examples) {
  std::size_t right = 0;
  for (std::size_t row = 0; row < examples.rows(); ++row) {
    const float chance = forest.chance(&examples.values[row * examples.features.size()]);
    right += (chance > 0.5F) == (examples.right[row] != 0) ? 1 : 0;
  }
  return static_cast<double>(right) / static_cast<double>(examples.rows());
}

}  // namespace

TEST_CASE("forest: two features that count only together are learned") {
  const Forest forest = grow(square(2'000, 1), {.trees = 60, .leaves = 4, .share = 1});
  CHECK(share_right(forest, square(2'000, 2)) > 0.97);
}

TEST_CASE("forest: the same examples give the same model") {
  CHECK(written(grow(square(300, 1), {.trees = 5})) == written(grow(square(300, 1), {.trees = 5})));
}

TEST_CASE("forest: trees that learn from a part of the rows learn the same, otherwise") {
  const GrowOptions bagged{.trees = 60, .leaves = 4, .share = 1, .bag = 0.5};
  const Forest forest = grow(square(2'000, 1), bagged);
  CHECK(share_right(forest, square(2'000, 2)) > 0.97);
  CHECK(written(forest) == written(grow(square(2'000, 1), bagged)));
  CHECK(written(forest) != written(grow(square(2'000, 1), {.trees = 60, .leaves = 4, .share = 1})));
}

TEST_CASE("forest: what is right everywhere has a chance near one") {
  Examples examples = square(200, 1);
  std::ranges::fill(examples.right, 1);
  const Forest forest = grow(examples, {.trees = 10});
  CHECK(forest.chance(examples.values.data()) > 0.9F);
}

}  // namespace recto::forest
