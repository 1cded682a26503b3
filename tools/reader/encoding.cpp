#include "tools/reader/encoding.h"

#include <algorithm>
#include <array>
#include <memory>
#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <vector>

#include "content/base/utf8.h"

namespace recto::reader {
namespace {

using std::string_view_literals::operator""sv;

struct Mark {
  std::string_view bytes;
  const char* encoding;
};

/// UTF-32's little-endian mark begins like UTF-16's, so it comes first.
constexpr std::array kMarks{
    Mark{"\xEF\xBB\xBF"sv, "UTF-8"},    Mark{"\xFF\xFE\0\0"sv, "UTF-32LE"},
    Mark{"\0\0\xFE\xFF"sv, "UTF-32BE"}, Mark{"\xFF\xFE"sv, "UTF-16LE"},
    Mark{"\xFE\xFF"sv, "UTF-16BE"},
};

std::string guess_encoding(std::string_view bytes) {
  const std::unique_ptr<uchardet, void (*)(uchardet_t)> guess(uchardet_new(), &uchardet_delete);
  if (uchardet_handle_data(guess.get(), bytes.data(), bytes.size()) != 0) return {};
  uchardet_data_end(guess.get());
  return uchardet_get_charset(guess.get());
}

/// UTF-16 without its mark: nearly all NULs stand on even (big endian) or odd bytes.
std::string guess_wide(std::string_view bytes) {
  std::array<std::size_t, 2> nuls{};
  for (std::size_t at = 0; at < bytes.size(); ++at)
    if (bytes[at] == '\0') ++nuls[at % 2];
  if (nuls[0] + nuls[1] == 0) return {};
  return nuls[0] > nuls[1] ? "UTF-16BE" : "UTF-16LE";
}

std::string encoding_of(std::string_view bytes) {
  for (const Mark& mark : kMarks)
    if (bytes.starts_with(mark.bytes)) return mark.encoding;
  if (std::string wide = guess_wide(bytes); !wide.empty()) return wide;
  if (is_utf8(bytes)) return "UTF-8";
  std::string guessed = guess_encoding(bytes);
  // Too little text to tell: the encoding of most old Western pages.
  return guessed.empty() || guessed == "ASCII" || guessed == "UTF-8" ? "windows-1252" : guessed;
}

Result<std::string> converted(std::string_view bytes, const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> from(
      ucnv_open(encoding.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status) != 0)
    return fail(Error::Kind::BadInput, "the text is in an encoding that Recto does not know", {},
                "save it as UTF-8 and try again");
  std::vector<UChar> wide(bytes.size() + 1);  // no encoding has more UTF-16 units than bytes
  const int32_t length = ucnv_toUChars(from.get(), wide.data(), static_cast<int32_t>(wide.size()),
                                       bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  if (U_FAILURE(status) != 0)
    return fail(Error::Kind::BadInput, "the text cannot be read as " + encoding, {},
                "save it as UTF-8 and try again");
  std::string text;
  text.reserve(bytes.size());
  for (int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U16_NEXT(wide, at, length, c);
    append_utf8(text, static_cast<char32_t>(c));
  }
  return text;
}

/// Soft hyphen, zero-width space and joiners outside words that need them, directional marks, word
/// joiner, byte order mark. The zero-width (non-)joiner U+200C/D is spelling in Persian, Indic
/// scripts and emoji, and stays.
bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

bool is_line_end(char32_t c) {
  return c == U'\f' || c == U'\v' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_control(char32_t c) {
  return (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7F && c < 0xA0);
}

std::string cleaned(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == U'\r') {
      if (at >= text.size() || text[at] != '\n') clean += '\n';
    } else if (is_line_end(c)) {
      clean += '\n';
    } else if (!is_invisible(c) && !is_control(c)) {
      append_utf8(clean, c);
    }
  }
  return clean;
}

}  // namespace

Result<std::string> decode(std::string_view bytes) {
  const std::string encoding = encoding_of(bytes);
  if (encoding == "UTF-8") return cleaned(bytes);
  return cleaned(RECTO_TRY(converted(bytes, encoding)));
}

}  // namespace recto::reader
