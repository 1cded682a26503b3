// The letters that fonts print, as text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "tools/reader/pdf/page.h"

namespace recto::reader::pdf {

/// Clean UTF-8 in NFC: ligatures as their letters ("ﬁ" → "fi"), bullets of symbol fonts as "•",
/// control characters, private use and what is no character gone. Soft hyphens stay: at the end of
/// a line they say that a word goes on.
[[nodiscard]] std::string clean_letters(std::string_view text);

/// Adds the letters and digits of `text` to `letters`, its other characters to `others`.
void count_letters(std::string_view text, std::size_t& letters, std::size_t& others);

/// Bold, italic, typewriter or symbols by a font's name: "ABCDEF+NimbusRomNo9L-MediItal", "CMBX12".
[[nodiscard]] Style style_of_font(std::string_view name);

/// "²" for "2": digits, signs and n raised behind a number or unit. Empty when there is a character
/// without such a form.
[[nodiscard]] std::string as_exponent(std::string_view text);

/// Whether a word is a sign of formulas: "=", "∑", "𝑥".
[[nodiscard]] bool is_math_sign(std::string_view word);

/// Chinese and Japanese, which are written without blanks.
[[nodiscard]] bool is_written_without_blanks(char32_t c);

}  // namespace recto::reader::pdf
