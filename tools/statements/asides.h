// What a sentence says by the way.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "tools/patterns/apposition.h"
#include "tools/statements/reading.h"

namespace recto::statements {

/// Rows of words that say nothing of what the sentence asserts, with the commas around them:
/// brackets, footnote marks, inserted descriptions and relative clauses between commas, connectives
/// such as "however", "also". They may lie in each other.
/// `appositions` are those of the sentence. O(words), for trees as people write them.
[[nodiscard]] std::vector<Words> find_asides(const ReadSentence& read,
                                             const std::vector<patterns::Apposition>& appositions);

/// Of each word whether it lies in an aside; those that hold `inside` are left out.
[[nodiscard]] std::vector<bool> mask_of(const std::vector<Words>& asides, std::size_t words,
                                        std::optional<WordId> inside);

}  // namespace recto::statements
