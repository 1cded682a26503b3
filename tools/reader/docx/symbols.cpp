#include "tools/reader/docx/symbols.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "content/base/utf8.h"

namespace recto::reader {
namespace {

using Sign = std::pair<std::uint32_t, char32_t>;

/// Adobe's Symbol encoding, 0x41 to 0x7A.
constexpr std::u32string_view kGreekCapitals = U"ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
constexpr std::u32string_view kGreekSmall = U"αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
constexpr std::array<Sign, 24> kSymbol{{
    {0x22, U'∀'}, {0x24, U'∃'}, {0x27, U'∋'}, {0x2D, U'−'}, {0x40, U'≅'}, {0xA3, U'≤'},
    {0xA5, U'∞'}, {0xAB, U'↔'}, {0xAC, U'←'}, {0xAD, U'↑'}, {0xAE, U'→'}, {0xAF, U'↓'},
    {0xB0, U'°'}, {0xB1, U'±'}, {0xB3, U'≥'}, {0xB4, U'×'}, {0xB6, U'∂'}, {0xB7, U'•'},
    {0xB8, U'÷'}, {0xB9, U'≠'}, {0xBA, U'≡'}, {0xBB, U'≈'}, {0xCE, U'∈'}, {0xD6, U'√'},
}};
constexpr std::array<Sign, 8> kWingdings{{
    {0xDF, U'←'},
    {0xE0, U'→'},
    {0xE1, U'↑'},
    {0xE2, U'↓'},
    {0xE8, U'→'},
    {0xF0, U'⇨'},
    {0xFB, U'✗'},
    {0xFC, U'✓'},
}};

template <std::size_t size>
char32_t look_up(const std::array<Sign, size>& signs, std::uint32_t code) {
  const auto found = std::find_if(signs.begin(), signs.end(),
                                  [&](const Sign& sign) { return sign.first == code; });
  return found == signs.end() ? U'\0' : found->second;
}

char32_t symbol_letter(std::uint32_t code) {
  if (code >= 0x41 && code <= 0x5A) return kGreekCapitals[code - 0x41];
  if (code >= 0x61 && code <= 0x7A) return kGreekSmall[code - 0x61];
  if (code >= 0x30 && code <= 0x39) return code;
  return look_up(kSymbol, code);
}

}  // namespace

std::string symbol_text(std::string_view font, std::string_view code) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), value, 16);
  if (error != std::errc{} || end != code.data() + code.size()) return {};
  char32_t letter = U'\0';
  const std::uint32_t in_font = value & 0xFF;  // fonts of symbols lie at U+F000
  if (font == "Symbol")
    letter = symbol_letter(in_font);
  else if (font.starts_with("Wingdings"))
    letter = font == "Wingdings" ? look_up(kWingdings, in_font) : U'\0';
  else if (value < 0xE000 || value > 0xF8FF)
    letter = value;
  std::string text;
  if (letter != U'\0') append_utf8(text, letter);
  return text;
}

}  // namespace recto::reader
