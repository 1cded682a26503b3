#include "tools/reader/pdf/letters.h"

#include <algorithm>
#include <array>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <utility>

#include "content/base/fold.h"
#include "content/base/utf8.h"

namespace recto::reader::pdf {
namespace {

bool is_ascii_text(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

bool is_private(char32_t c) {
  return c >= 0xE000 && c <= 0xF8FF;
}

bool is_invisible(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         c == kReplacementCharacter || is_private(c) || (c & 0xFFFE) == 0xFFFE || c >= 0xF0000;
}

void append_letter(std::string& text, char32_t c) {
  static constexpr std::array<std::string_view, 7> kLigatures{"ff",  "fi", "fl", "ffi",
                                                              "ffl", "st", "st"};
  if (c >= 0xFB00 && c <= 0xFB06)
    text += kLigatures[c - 0xFB00];
  else if (c == 0x2010 || c == 0x2011)
    text += '-';
  else if (c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F)
    text += ' ';
  else if (!is_invisible(c))
    append_utf8(text, c);
}

std::string composed(const std::string& text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(error);
  if (U_FAILURE(error) != 0) return text;
  const icu::UnicodeString source = icu::UnicodeString::fromUTF8(text);
  if (nfc->isNormalized(source, error) != 0) return text;
  std::string result;
  nfc->normalize(source, error).toUTF8String(result);
  return U_FAILURE(error) != 0 ? text : result;
}

bool has_any(std::string_view name, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return name.find(part) != std::string_view::npos;
  });
}

bool begins_with_any(std::string_view name, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return name.starts_with(part); });
}

}  // namespace

std::string clean_letters(std::string_view text) {
  if (is_ascii_text(text)) return std::string(trimmed(text));
  std::string clean;
  std::size_t at = 0;
  while (at < text.size())
    append_letter(clean, next_code_point(text, at));
  if (clean.empty() && !text.empty()) {
    at = 0;
    // A symbol font's own code for a bullet: Symbol and Wingdings as word processors embed them.
    if (const char32_t c = next_code_point(text, at); at == text.size() && is_private(c))
      clean = "•";
  }
  return composed(std::string(trimmed(clean)));
}

void count_letters(std::string_view text, std::size_t& letters, std::size_t& others) {
  for (std::size_t at = 0; at < text.size();)
    ++(u_isalnum(static_cast<UChar32>(next_code_point(text, at))) != 0 ? letters : others);
}

Style style_of_font(std::string_view name) {
  if (const std::size_t plus = name.find('+'); plus == 6) name.remove_prefix(7);
  std::string folded = fold_case(name);
  std::erase_if(folded, [](char c) { return c == ' ' || c == '-' || c == '_'; });
  Style style;
  // TeX: CMBX, SFBX (bold extended), CMTI (text italic), CMTT (typewriter), CMMI, CMSY, CMEX
  // (maths); URW: Medi for bold.
  style.bold = has_any(folded, {"bold", "black", "heavy", "demi", "extrab", "medi"}) ||
               begins_with_any(folded, {"cmbx", "sfbx", "cmb10", "cmssbx", "sfsx", "ecbx"});
  // Linux Libertine and Biolinum, as TeX names them; fonts with short names.
  for (const std::string_view end : {"tb", "tbo", "tbi", "zb", "bd", "bdit"})
    style.bold = style.bold || folded.ends_with(end);
  if (has_any(folded, {"medium"}) && !has_any(folded, {"bold"})) style.bold = false;
  style.italic = has_any(folded, {"ital", "obli", "slant"}) ||
                 begins_with_any(folded, {"cmti", "cmsl", "sfti", "sfsl", "cmbxti"});
  style.mono = has_any(folded, {"courier", "mono", "typewriter", "consol", "cursor", "menlo",
                                "sourcecode", "inconsolata"}) ||
               begins_with_any(folded, {"cmtt", "sftt", "cmsltt", "ectt", "lmtt"});
  style.math = begins_with_any(folded, {"cmmi", "cmsy", "cmex", "msam", "msbm", "lmmathi",
                                        "lmmathsy", "lmmathex", "eufm", "rsfs", "txsy", "txmi",
                                        "txex", "pxsy", "stixmath", "ntxmi", "ntxsy", "ntxex"}) ||
               has_any(folded, {"math"});
  return style;
}

std::string as_exponent(std::string_view text) {
  static constexpr std::array<std::pair<char32_t, std::string_view>, 14> kForms{{{U'0', "⁰"},
                                                                                 {U'1', "¹"},
                                                                                 {U'2', "²"},
                                                                                 {U'3', "³"},
                                                                                 {U'4', "⁴"},
                                                                                 {U'5', "⁵"},
                                                                                 {U'6', "⁶"},
                                                                                 {U'7', "⁷"},
                                                                                 {U'8', "⁸"},
                                                                                 {U'9', "⁹"},
                                                                                 {U'−', "⁻"},
                                                                                 {U'-', "⁻"},
                                                                                 {U'–', "⁻"},
                                                                                 {U'+', "⁺"}}};
  std::string raised;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    std::string_view form;
    for (const auto& [plain, high] : kForms)
      if (plain == c) form = high;
    if (form.empty()) return {};
    raised += form;
  }
  return raised;
}

bool is_math_sign(std::string_view word) {
  std::size_t at = 0;
  const char32_t c = word.empty() ? 0 : next_code_point(word, at);
  return (at == word.size() &&
          std::u32string_view(U"=<>+±×·√∂∇").find(c) != std::u32string_view::npos) ||
         (c >= 0x2200 && c <= 0x22FF) || (c >= 0x1D400 && c <= 0x1D7FF);
}

bool is_written_without_blanks(char32_t c) {
  return (c >= 0x2E80 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

}  // namespace recto::reader::pdf
