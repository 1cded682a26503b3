#include "tools/forest/forest.h"

#include <cmath>

#include "tests/support/support.h"

namespace recto::forest {
namespace {

/// One tree: words <= 3 ? -1 : (links <= 0.5 ? 2 : -2).
Forest small_forest() {
  Forest forest;
  forest.features = {"words", "links"};
  forest.bias = 0.5F;
  forest.trees = {
      {{0, 3.0F, 1, 2}, {-1, -1.0F, 0, 0}, {1, 0.5F, 3, 4}, {-1, 2.0F, 0, 0}, {-1, -2.0F, 0, 0}}};
  return forest;
}

float odds(double value) {
  return static_cast<float>(1.0 / (1.0 + std::exp(-value)));
}

}  // namespace

TEST_CASE("forest: a forest adds up what its trees answer") {
  struct Row {
    float words, links;
    double log_odds;
  };
  const Forest forest = small_forest();
  for (const Row& row : {Row{3.0F, 0.0F, -0.5}, Row{4.0F, 0.5F, 2.5}, Row{4.0F, 0.6F, -1.5}}) {
    const float values[] = {row.words, row.links};
    CHECK(forest.chance(values) == doctest::Approx(odds(row.log_odds)));
  }
}

TEST_CASE("forest: a forest that was written is read back") {
  const std::string text = written(small_forest()) + written(small_forest());
  std::string_view rest = text;
  const Forest first = test::value(read_forest(rest));
  const Forest second = test::value(read_forest(rest));
  CHECK(rest.empty());
  CHECK(written(first) + written(second) == text);
  const float values[] = {4.0F, 0.1F};
  CHECK(second.chance(values) == doctest::Approx(odds(2.5)));
}

TEST_CASE("forest: a damaged model is refused in words, wherever it is cut") {
  const std::string text = written(small_forest());
  for (const std::string_view bad :
       {"", "x", "trees", "trees x\n", "trees 0 a\n0<=1\n", "trees 0 a\n0<=1 =1\n",
        "trees 0 a\n1<=1 =1 =1\n", "trees 0 a\n=1 =1\n", "trees 0 a\n=nan\n",
        "trees 0 a\n-1<=1 =1 =1\n"}) {
    CAPTURE(bad);
    std::string_view rest = bad;
    const auto forest = read_forest(rest);
    REQUIRE_FALSE(forest.has_value());
    CHECK(forest.error().kind == Error::Kind::BadInput);
  }
  test::for_seeds(200, [&](Random& random) {
    std::string damaged = text;
    damaged[random.below(damaged.size())] = static_cast<char>(random.below(128));
    std::string_view rest = damaged;
    const auto forest = read_forest(rest);
    const float values[] = {1.0F, 1.0F, 1.0F, 1.0F};
    if (forest && forest->features.size() <= 4) (void)forest->chance(values);
  });
}

}  // namespace recto::forest
