#include "game/classroom/rules/names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <set>
#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uspoof.h>

#include "content/base/fold.h"
#include "content/base/utf8.h"

namespace recto::classroom {
namespace {

constexpr std::size_t kStemLetters = 4;
constexpr std::size_t kTellingWord = 6;  // shorter ones are inside honest names

bool is_mark(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

/// Control, format (among them all that change direction), private, unassigned, surrogates; letters
/// that fill a place and show nothing.
bool is_unseen(char32_t c) {
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_PRIVATE_USE_CHAR:
    case U_UNASSIGNED:
    case U_SURROGATE: return true;
    default: break;
  }
  return c == kReplacementCharacter ||
         u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool is_blank(char32_t c) {
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

icu::UnicodeString composed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(status);
  const auto from = icu::UnicodeString::fromUTF8({text.data(), static_cast<int>(text.size())});
  icu::UnicodeString result = U_SUCCESS(status) != 0 ? nfc->normalize(from, status) : from;
  return U_SUCCESS(status) != 0 ? result : from;
}

std::string utf8(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

const USpoofChecker* checker() {
  static const std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> kChecker = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<USpoofChecker, decltype(&uspoof_close)>(uspoof_open(&status),
                                                                   &uspoof_close);
  }();
  return kChecker.get();
}

/// The skeleton of UTS 39; the text itself when it is too long to have one.
std::string uts39_skeleton(const std::string& text) {
  std::string result(text.size() * 4 + 64, '\0');
  UErrorCode status = U_ZERO_ERROR;
  const int length =
      uspoof_getSkeletonUTF8(checker(), 0, text.data(), static_cast<int>(text.size()),
                             result.data(), static_cast<int>(result.size()), &status);
  if (U_FAILURE(status) != 0) return text;
  result.resize(static_cast<std::size_t>(length));
  return result;
}

bool is_word_byte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

bool stands_alone(std::string_view text, std::size_t at, std::size_t size) {
  return (at == 0 || !is_word_byte(text[at - 1])) &&
         (at + size == text.size() || !is_word_byte(text[at + size]));
}

}  // namespace

std::string clean_name(std::string_view name) {
  std::string clean;
  int marks = 0;
  bool blank = false;
  for (const char32_t c : code_points(utf8(composed(name)))) {
    if (is_blank(c)) {
      blank = !clean.empty();
      continue;
    }
    if (is_unseen(c)) continue;
    marks = is_mark(c) ? marks + 1 : 0;
    if (marks > 1 || (marks == 1 && (clean.empty() || blank))) continue;
    if (blank) clean += ' ';
    blank = false;
    append_utf8(clean, c);
  }
  return clean;
}

std::size_t visible_length(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status) != 0) return count_code_points(name);
  const auto text = icu::UnicodeString::fromUTF8({name.data(), static_cast<int>(name.size())});
  breaks->setText(text);
  std::size_t count = 0;
  while (breaks->next() != icu::BreakIterator::DONE)
    ++count;
  return count;
}

std::string name_skeleton(std::string_view name) {
  // The skeleton of "I" and "1" is "l", that of "i" is "i": once case does not matter, all are one.
  std::string skeleton = without_accents(fold_case(uts39_skeleton(without_accents(name))));
  std::ranges::replace(skeleton, 'i', 'l');
  return skeleton;
}

std::string name_stem(std::string_view name) {
  std::u32string letters;
  for (const char32_t c : code_points(name))
    if (letters.size() < kStemLetters && u_isalpha(static_cast<UChar32>(c)) != 0) letters += c;
  return name_skeleton(to_utf8(letters));
}

bool is_unwelcome(std::string_view name, std::span<const std::string> words) {
  const std::string skeleton = name_skeleton(name);
  return std::ranges::any_of(words, [&](const std::string& word) {
    const std::size_t at = word.empty() ? std::string::npos : skeleton.find(word);
    return at != std::string::npos &&
           (word.size() >= kTellingWord || stands_alone(skeleton, at, word.size()));
  });
}

std::string given_name(std::size_t number) {
  constexpr std::array<const char*, 24> kFirst = {
      "Amber", "Azure",  "Brave",  "Bright", "Calm",  "Clever", "Coral",  "Daring",
      "Eager", "Gentle", "Golden", "Happy",  "Ivory", "Jade",   "Kind",   "Lively",
      "Lucky", "Merry",  "Noble",  "Proud",  "Quick", "Silver", "Steady", "Witty"};
  constexpr std::array<const char*, 24> kSecond = {
      "Badger", "Beaver", "Bison", "Crane",  "Dolphin", "Eagle", "Falcon", "Fox",
      "Gecko",  "Heron",  "Ibex",  "Jaguar", "Koala",   "Lynx",  "Marten", "Newt",
      "Otter",  "Panda",  "Quail", "Raven",  "Seal",    "Tiger", "Walrus", "Zebra"};
  constexpr std::size_t kNames = kFirst.size() * kSecond.size();
  constexpr std::size_t kStride = 247;  // no divisor of kNames: neighbours share no word
  const std::size_t at = number % kNames * kStride % kNames;
  std::string name =
      std::string(kFirst.at(at / kSecond.size())) + " " + kSecond.at(at % kSecond.size());
  if (number >= kNames) name += " " + std::to_string(number / kNames + 1);
  return name;
}

std::vector<std::string> names_of_list(std::string_view text) {
  std::vector<std::string> names;
  std::set<std::string> seen;
  for (std::string_view line : lines_of(text)) {
    std::string name;
    while (name_stem(name).empty() && !line.empty()) {
      const std::size_t end = line.find_first_of("\t;");
      name = clean_name(line.substr(0, end));
      line = end == std::string_view::npos ? std::string_view() : line.substr(end + 1);
    }
    if (!name_stem(name).empty() && seen.insert(name_skeleton(name)).second)
      names.push_back(std::move(name));
  }
  return names;
}

}  // namespace recto::classroom
