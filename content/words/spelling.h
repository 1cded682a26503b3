// British and American spelling of English words: one and the same to one who reads an answer.
#pragma once

#include <string>
#include <string_view>

namespace recto {

/// The word, in small letters, as an American writes it: "colour" → "color", "travelled" →
/// "traveled", "haemoglobin" → "hemoglobin". By
/// ending, by stems, by parts of Greek and Latin, and by a list of single words. For comparing two
/// words only: some that are the same everywhere are changed too ("promise" → "promize").
[[nodiscard]] std::string american_spelling(std::string_view word);

}  // namespace recto
