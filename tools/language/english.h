// Is it English?
#pragma once

#include <string_view>

namespace recto::language {

/// Whether a sentence or passage (valid UTF-8) is English, as far as one can tell: not when CLD2 is
/// sure of another language and finds hardly any English beside it, nor when most letters are of
/// another script. Names and numbers alone, and less than a few words, pass. The model knows
/// nothing of other languages: leave them alone. O(bytes), looks at the first 64 KB.
[[nodiscard]] bool is_english(std::string_view text);

}  // namespace recto::language
