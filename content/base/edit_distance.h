// How many typing mistakes lie between two texts.
#pragma once

#include <string_view>

namespace recto {

/// Fewest insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`, no
/// place edited twice ("optimal string alignment", the restricted Damerau–Levenshtein distance).
/// Over code points; O(|a| · |b|) time, O(|b|) space.
[[nodiscard]] int edit_distance(std::u32string_view a, std::u32string_view b);

/// Likeness in [0, 1]: 1 − distance / length of the longer one; two empty texts are alike (1).
[[nodiscard]] double likeness(std::string_view a, std::string_view b);

}  // namespace recto
