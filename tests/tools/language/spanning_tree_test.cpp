#include "tools/language/spanning_tree.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "content/base/random.h"
#include "tests/support/support.h"

namespace recto::language {
namespace {

bool is_tree(const std::vector<WordId>& heads) {
  const std::size_t words = heads.size();
  for (std::size_t word = 0; word < words; ++word) {
    std::size_t at = word;
    std::size_t steps = 0;
    for (; at != words && steps <= words; ++steps)
      at = heads[at];
    if (at != words) return false;
  }
  return std::count(heads.begin(), heads.end(), static_cast<WordId>(words)) == 1;
}

double sum_of(const std::vector<WordId>& heads, const std::vector<float>& scores) {
  double sum = 0;
  for (std::size_t word = 0; word < heads.size(); ++word)
    sum += static_cast<double>(scores[word * (heads.size() + 1) + heads[word]]);
  return sum;
}

/// The best sum of all trees there are.
double best_sum(const std::vector<float>& scores, std::size_t words) {
  std::optional<double> best;
  std::vector<WordId> heads(words, 0);
  for (;;) {
    if (is_tree(heads)) best = std::max(best.value_or(-1e9), sum_of(heads, scores));
    std::size_t at = 0;
    while (at < words && ++heads[at] > words)
      heads[at++] = 0;
    if (at == words) return best.value();
  }
}

}  // namespace

TEST_CASE("spanning tree: no tree of up to five words scores more") {
  test::for_seeds(300, [](Random& random) {
    const std::size_t words = 1 + random.below(5);
    std::vector<float> scores(words * (words + 1));
    for (float& score : scores)
      score = static_cast<float>(random.below(40)) - 20;
    const std::vector<WordId> heads = best_tree(scores, words);
    REQUIRE(is_tree(heads));
    CHECK(sum_of(heads, scores) == doctest::Approx(best_sum(scores, words)));
  });
}

TEST_CASE("spanning tree: circles in circles of a long sentence come apart") {
  test::for_seeds(20, [](Random& random) {
    const std::size_t words = 160;
    std::vector<float> scores(words * (words + 1));
    for (float& score : scores)
      score = static_cast<float>(random.unit());
    // Each word likes its neighbours best, and nobody likes the root.
    for (std::size_t word = 0; word < words; ++word) {
      scores[word * (words + 1) + (word ^ 1U)] += 2;
      scores[word * (words + 1) + words] -= 5;
    }
    CHECK(is_tree(best_tree(scores, words)));
  });
}

TEST_CASE("spanning tree: of equal trees it is always the same, and no words have none") {
  CHECK(best_tree({}, 0).empty());
  const std::vector<float> flat(20, 1.0F);
  const std::vector<WordId> heads = best_tree(flat, 4);
  CHECK(is_tree(heads));
  CHECK(heads == best_tree(flat, 4));
}

}  // namespace recto::language
