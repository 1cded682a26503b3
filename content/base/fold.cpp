#include "content/base/fold.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace recto {
namespace {

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

/// ICU's own normalizers need its data file only; they cannot be absent.
icu::UnicodeString normalized(const icu::Normalizer2* normalizer, const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString out = normalizer->normalize(text, status);
  return U_SUCCESS(status) != 0 ? out : text;
}

const icu::Normalizer2* nfkc() {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFKCInstance(status);
}

const icu::Normalizer2* nfd() {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFDInstance(status);
}

/// Typographic variants of one sign, where NFKC keeps them apart.
UChar32 plain(UChar32 sign) {
  switch (sign) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x00B4:
    case 0x0060: return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0x00AB:
    case 0x00BB: return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212: return '-';
    default: return sign;
  }
}

/// Base letter of letters that have no canonical decomposition.
UChar32 base_letter(UChar32 letter) {
  switch (letter) {
    case 0x00F8: return 'o';
    case 0x00D8: return 'O';
    case 0x0142: return 'l';
    case 0x0141: return 'L';
    case 0x0111: return 'd';
    case 0x0110: return 'D';
    case 0x0131: return 'i';
    case 0x0127: return 'h';
    case 0x0126: return 'H';
    default: return letter;
  }
}

icu::UnicodeString spelling(std::string_view text) {
  const icu::UnicodeString normal = normalized(nfkc(), from_utf8(text));
  icu::UnicodeString out;
  bool blank = false;
  for (std::int32_t at = 0; at < normal.length(); at = normal.moveIndex32(at, 1)) {
    const UChar32 sign = normal.char32At(at);
    if (u_isUWhiteSpace(sign) != 0) {
      blank = true;
      continue;
    }
    // Soft hyphens, zero-width characters and direction marks are never part of the wording.
    if (u_charType(sign) == U_FORMAT_CHAR) continue;
    if (blank && out.length() > 0) out.append(static_cast<UChar32>(' '));
    blank = false;
    out.append(plain(sign));
  }
  return out;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Three bytes that stand for typographic punctuation of U+20xx; 0 for any other.
char ascii_of_punctuation(std::string_view sign) {
  if (!sign.starts_with("\xE2\x80") || sign.size() < 3) return 0;
  const auto last = static_cast<unsigned char>(sign[2]);
  if (last >= 0x90 && last <= 0x95) return '-';
  if (last >= 0x98 && last <= 0x9B) return '\'';
  if (last >= 0x9C && last <= 0x9F) return '"';
  return 0;
}

/// `spelling` of ASCII with curly quotes and dashes, which is most of what is folded, without the
/// way through UTF-16. None for other text.
std::optional<std::string> quick_spelling(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool blank = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    char sign = text[at];
    if (sign == ' ' || (sign >= '\t' && sign <= '\r')) {
      blank = true;
      continue;
    }
    if (static_cast<unsigned char>(sign) >= 0x80) {
      sign = ascii_of_punctuation(text.substr(at, 3));
      if (sign == 0) return std::nullopt;
      at += 2;
    }
    if (blank && !out.empty()) out += ' ';
    blank = false;
    out += sign == '`' ? '\'' : sign;
  }
  return out;
}

}  // namespace

std::string fold_spelling(std::string_view text) {
  if (auto quick = quick_spelling(text)) return *std::move(quick);
  return to_utf8(spelling(text));
}

std::string fold_case(std::string_view text) {
  if (auto quick = quick_spelling(text)) {
    for (char& letter : *quick)
      if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 32);
    return *std::move(quick);
  }
  icu::UnicodeString folded = spelling(text);
  folded.foldCase(U_FOLD_CASE_DEFAULT);
  // Folding can leave a decomposed letter behind (İ → i + dot above): compose once more.
  return to_utf8(normalized(nfkc(), folded));
}

std::string without_accents(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  const icu::UnicodeString apart = normalized(nfd(), from_utf8(text));
  icu::UnicodeString out;
  for (std::int32_t at = 0; at < apart.length(); at = apart.moveIndex32(at, 1)) {
    const UChar32 sign = apart.char32At(at);
    if (u_charType(sign) != U_NON_SPACING_MARK) out.append(base_letter(sign));
  }
  return to_utf8(normalized(nfkc(), out));
}

}  // namespace recto
