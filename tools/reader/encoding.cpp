#include "tools/reader/encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <utility>

#include "content/base/ascii.h"
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

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

/// Labels that mean more than they say, in any spelling that ICU knows.
/// Source: encoding.spec.whatwg.org, "names and labels".
constexpr std::array<std::pair<const char*, const char*>, 10> kMeanings{{
    {"iso-8859-1", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"gb2312", "gb18030"},
    {"gb_2312-80", "gb18030"},
    {"gbk", "gb18030"},
    {"big5", "big5-hkscs"},
    {"euc-kr", "windows-949"},
    {"utf-16", "utf-16le"},
}};

/// ICU's own name for an encoding; empty for an unknown one.
std::string_view known_name(const std::string& label) {
  UErrorCode status = U_ZERO_ERROR;
  const char* name = ucnv_getAlias(label.c_str(), 0, &status);
  return name == nullptr || U_FAILURE(status) != 0 ? std::string_view{} : name;
}

/// What a label means, as ICU's name; empty for none that is known.
std::string meaning_of(std::string_view label) {
  constexpr std::size_t kLongestLabel = 40;
  label = trimmed(label).substr(0, kLongestLabel);
  std::string_view name = known_name(std::string(label));
  if (name.empty() && label.starts_with("x-")) name = known_name(std::string(label.substr(2)));
  for (const auto& [said, meant] : kMeanings)
    if (!name.empty() && known_name(said) == name) return std::string(known_name(meant));
  return std::string(name);
}

bool is_unicode(std::string_view encoding) {
  return encoding.starts_with("UTF") || encoding == "CESU-8";
}

/// What uchardet takes the text for. It looks at the text from where it is no longer ASCII.
std::string guess_encoding(std::string_view bytes) {
  constexpr std::size_t kEnough = 1 << 18;
  const auto* const telling =
      std::find_if(bytes.begin(), bytes.end(), [](char c) { return c == '\x1B' || !is_ascii(c); });
  bytes = bytes.substr(static_cast<std::size_t>(telling - bytes.begin()), kEnough);
  const std::unique_ptr<uchardet, void (*)(uchardet_t)> guess(uchardet_new(), &uchardet_delete);
  if (uchardet_handle_data(guess.get(), bytes.data(), bytes.size()) != 0) return {};
  uchardet_data_end(guess.get());
  return meaning_of(uchardet_get_charset(guess.get()));
}

/// UTF-16 without its mark: two in five bytes are NULs, most on even (big endian) or odd bytes.
std::string guess_wide(std::string_view bytes) {
  std::array<std::size_t, 2> nuls{};
  for (std::size_t at = 0; at < bytes.size(); ++at)
    if (bytes[at] == '\0') ++nuls[at % 2];
  if ((nuls[0] + nuls[1]) * 5 < bytes.size() * 2) return {};
  return nuls[0] > nuls[1] ? "UTF-16BE" : "UTF-16LE";
}

/// Whether bytes are UTF-8 but for a few: one in five of those that are no ASCII, or a character
/// that the end cuts off.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    if (is_ascii(bytes[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    (void)next_code_point(bytes, at);
    if (at > begin + 1)
      ++good;
    else if (bytes.size() - begin > 3)
      ++bad;
  }
  return good > 4 * bad;
}

/// The value of an attribute inside a tag, quoted or not; empty for none.
std::string_view attribute(std::string_view tag, std::string_view name) {
  const std::size_t found = tag.find(name);
  if (found == std::string_view::npos) return {};
  std::string_view value = trimmed(tag.substr(found + name.size()));
  if (!value.starts_with('=')) return {};
  value = trimmed(value.substr(1));
  if (value.starts_with('"') || value.starts_with('\'')) value.remove_prefix(1);
  return value.substr(0, value.find_first_of("\"' \t\r\n\f;/>?"));
}

/// What markup says of its own encoding, in small letters. Comments do not count.
std::string declared_encoding(std::string_view bytes) {
  constexpr std::size_t kHead = 4096;
  const std::string small = ascii_lowered(trimmed(bytes.substr(0, kHead)));
  const std::string_view head = small;
  if (!head.starts_with('<')) return {};
  for (std::size_t at = 0; at < head.size(); at = head.find('<', at + 1)) {
    std::string_view tag = head.substr(at);
    if (tag.starts_with("<!--")) {
      at = std::min(head.find("-->", at), head.size());
      continue;
    }
    tag = tag.substr(0, tag.find('>'));
    if (tag.starts_with("<?xml"))
      if (const auto label = attribute(tag, "encoding"); !label.empty()) return std::string(label);
    if (tag.starts_with("<meta"))
      if (const auto label = attribute(tag, "charset"); !label.empty()) return std::string(label);
  }
  return {};
}

std::string encoding_of(std::string_view bytes, std::string_view charset) {
  for (const Mark& mark : kMarks)
    if (bytes.starts_with(mark.bytes)) return mark.encoding;
  if (std::string wide = guess_wide(bytes); !wide.empty()) return wide;
  std::string told = meaning_of(charset);
  const bool utf8 = is_utf8(bytes);
  if (utf8 && bytes.find('\x1B') != std::string_view::npos)
    for (const std::string& name : {told, guess_encoding(bytes)})
      if (name.starts_with("ISO_2022")) return name;
  if (utf8 || is_mostly_utf8(bytes)) return "UTF-8";
  if (!told.empty() && (!is_unicode(told) || told.starts_with("UTF-16"))) return told;
  // Markup that was legible byte for byte is neither UTF-8, as seen above, nor wider.
  for (const std::string& name : {meaning_of(declared_encoding(bytes)), guess_encoding(bytes)})
    if (!name.empty() && !is_unicode(name) && name != "US-ASCII") return name;
  return "windows-1252";  // of most old Western pages
}

Result<std::string> converted(std::string_view bytes, const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> from(
      ucnv_open(encoding.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status) != 0)
    return fail(Error::Kind::BadInput, "the text is in an encoding that Recto does not know", {},
                "save it as UTF-8 and try again");
  std::string text;
  text.reserve(bytes.size());
  std::array<UChar, 4096> wide{};
  std::int32_t kept = 0;  // half of a surrogate pair
  const char* at = bytes.data();
  do {
    status = U_ZERO_ERROR;
    UChar* end = wide.data() + kept;
    ucnv_toUnicode(from.get(), &end, wide.data() + wide.size(), &at, bytes.data() + bytes.size(),
                   nullptr, 1, &status);
    const auto length = static_cast<std::int32_t>(end - wide.data());
    kept = status == U_BUFFER_OVERFLOW_ERROR && U16_IS_LEAD(wide.at(length - 1)) ? 1 : 0;
    for (std::int32_t i = 0; i < length - kept;) {
      UChar32 c = 0;
      U16_NEXT(wide, i, length - kept, c);
      append_utf8(text, static_cast<char32_t>(c));
    }
    if (kept > 0) wide[0] = wide.at(length - 1);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  if (U_FAILURE(status) != 0)
    return fail(Error::Kind::BadInput, "the text cannot be read as " + encoding, {},
                "save it as UTF-8 and try again");
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

/// Text that was UTF-8, taken for Latin-1 and made UTF-8 once more: "doesnâ\x80\x99t". The controls
/// U+0080 to U+009F that give it away stand in no text. Bytes of `text` at `at` that are one such
/// character, which goes to `repaired`; 0 for none.
std::size_t encoded_twice(std::string_view text, std::size_t at, char32_t& repaired) {
  std::string bytes;
  bool control = false;
  for (std::size_t next = at; next < text.size() && bytes.size() < 4;) {
    const char32_t c = next_code_point(text, next);
    if (c < 0x80 || c > 0xFF) break;
    bytes += static_cast<char>(c);
    control = control || (c >= 0x80 && c < 0xA0);
    std::size_t end = 0;
    const char32_t inner = next_code_point(bytes, end);
    if (bytes.size() >= 2 && end == bytes.size() && inner != kReplacementCharacter) {
      repaired = inner;
      return control ? next - at : 0;
    }
  }
  return 0;
}

}  // namespace

std::string cleaned(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t plain = at;
    while (at < text.size() && ((text[at] >= ' ' && text[at] < 0x7F) || text[at] == '\n'))
      ++at;
    clean.append(text.substr(plain, at - plain));
    if (at == text.size()) break;
    char32_t repaired = 0;
    if (const std::size_t length = encoded_twice(text, at, repaired); length > 0) {
      append_utf8(clean, repaired);
      at += length;
      continue;
    }
    const char32_t c = next_code_point(text, at);
    if (c == U'\r') {
      if (at >= text.size() || text[at] != '\n') clean += '\n';
    } else if (c == U'\f' && (clean.empty() || clean.back() == '\n')) {
      continue;  // a page ends where a line does: no empty line
    } else if (is_line_end(c)) {
      clean += '\n';
    } else if (!is_invisible(c) && !is_control(c)) {
      append_utf8(clean, c);
    }
  }
  return clean;
}

Result<std::string> decode(std::string_view bytes, std::string_view charset) {
  const std::string encoding = encoding_of(bytes, charset);
  if (encoding == "UTF-8") return cleaned(bytes);
  return cleaned(RECTO_TRY(converted(bytes, encoding)));
}

}  // namespace recto::reader
