// Scores of arcs → the best tree.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "tools/language/analysed.h"

namespace recto::language {

/// The tree with the greatest sum of scores among those with one root (Chu and Liu 1965; Edmonds
/// 1967). scores [words][words + 1]: of word by head, the last one the root. Ties go to the lower
/// head. O(words²) for most sentences, O(words³) at worst.
[[nodiscard]] std::vector<WordId> best_tree(std::span<const float> scores, std::size_t words);

}  // namespace recto::language
