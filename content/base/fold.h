// Folding: two texts that a person calls the same become the same bytes.
#pragma once

#include <string>
#include <string_view>

namespace recto {

/// For comparing wording: NFKC, curly quotes and dashes made plain, runs of white space made one
/// blank, none at the ends. Case and accents stay (G1). Bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string fold_spelling(std::string_view text);

/// fold_spelling, then full case folding: ß = ss (G2).
[[nodiscard]] std::string fold_case(std::string_view text);

/// Without combining marks: São Tomé → Sao Tome (G3). Letters that have no decomposition (ø, ł, đ)
/// become their usual base letter.
[[nodiscard]] std::string without_accents(std::string_view text);

}  // namespace recto
