#include "tools/language/token_shapes.h"

#include <algorithm>
#include <array>
#include <string>

#include "content/base/ascii.h"

namespace recto::language {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// What stands before a hyphen that does not part two words.
constexpr std::array<std::string_view, 35> kPrefixes{
    "anti",  "bi",    "co",    "counter", "cross",  "de",   "e",   "ex",   "extra",
    "hyper", "inter", "intra", "macro",   "mega",   "meta", "mid", "mini", "multi",
    "non",   "o",     "over",  "post",    "pre",    "pro",  "re",  "semi", "socio",
    "sub",   "super", "trans", "ultra",   "psycho", "un",   "uni", "under"};

constexpr std::array<std::string_view, 44> kUnits{
    "kg",  "g",   "mg",  "km", "m",   "cm",   "mm",  "nm",  "mi",  "ft",  "in",
    "yd",  "lb",  "lbs", "oz", "l",   "ml",   "kmh", "mph", "kph", "hz",  "khz",
    "mhz", "ghz", "kb",  "mb", "gb",  "tb",   "kw",  "mw",  "gw",  "kwh", "v",
    "am",  "pm",  "bn",  "k",  "min", "mins", "hrs", "hr",  "h",   "ha",  "c"};

/// Words that are counted and lost the blank before them.
constexpr std::array<std::string_view, 32> kCounted{
    "cents",   "day",    "days",   "degrees", "dollars", "feet",   "foot",   "grams",
    "hour",    "hours",  "inch",   "inches",  "liters",  "litres", "meters", "metres",
    "mile",    "miles",  "minute", "minutes", "month",   "months", "people", "percent",
    "persons", "points", "pounds", "times",   "watts",   "weeks",  "year",   "years"};

/// Endings of addresses and names of files that are known in capitals, too.
constexpr std::array<std::string_view, 18> kEndings{"com", "org", "net", "edu", "gov",  "doc",
                                                    "xls", "pdf", "txt", "htm", "html", "jpg",
                                                    "gif", "png", "zip", "exe", "ppt",  "csv"};

/// One word to the eye, two in a treebank; the length of the first.
struct Fused {
  std::string_view word;
  std::size_t first;
};
constexpr std::array<Fused, 47> kFused{{
    {"cannot", 3},  {"gonna", 3},   {"wanna", 3},    {"gotta", 3},   {"lemme", 3}, {"gimme", 3},
    {"dont", 2},    {"doesnt", 4},  {"didnt", 3},    {"cant", 2},    {"wont", 2},  {"isnt", 2},
    {"arent", 3},   {"wasnt", 3},   {"werent", 4},   {"havent", 4},  {"hasnt", 3}, {"hadnt", 3},
    {"couldnt", 5}, {"wouldnt", 5}, {"shouldnt", 6}, {"im", 1},      {"ive", 1},   {"thats", 4},
    {"theres", 5},  {"youre", 3},   {"theyre", 4},   {"alot", 1},    {"aint", 2},  {"arnt", 2},
    {"youll", 3},   {"youve", 3},   {"theyll", 4},   {"theyve", 4},  {"theyd", 4}, {"itll", 2},
    {"heres", 4},   {"whats", 4},   {"hes", 2},      {"shes", 3},    {"outta", 3}, {"mustnt", 4},
    {"couldve", 5}, {"wouldve", 5}, {"shouldve", 6}, {"mightve", 5}, {"youd", 3},
}};

/// No noun begins with these: "its not" is "it's not", "your going" is "you're going".
constexpr std::array<std::string_view, 15> kAfterIts{
    "a",    "an",   "the",    "not",   "in",    "for",     "from",      "as",
    "been", "also", "really", "going", "gonna", "getting", "definitely"};
constexpr std::array<std::string_view, 8> kAfterYour{"a",  "an", "the",   "not",
                                                     "in", "on", "going", "gonna"};

/// A proposal, not what something allows: "lets go", but "lets you go".
constexpr std::array<std::string_view, 17> kAfterLets{
    "be",   "do",  "face", "get", "go",    "hope", "just", "keep", "look",
    "make", "not", "say",  "see", "start", "take", "talk", "try"};

/// The length of an apostrophe at `at`: "'", "’" or "`"; 0 for none.
std::size_t apostrophe(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == '\'' || text[at] == '`') return 1;
  return text.substr(at).starts_with("’") || text.substr(at).starts_with("‘") ? 3 : 0;
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_ascii_digit(text[end]))
    ++end;
  return end - at;
}

/// "90", "1990": what "'s" makes years of.
bool is_decade(std::string_view digits) {
  return (digits.size() == 2 || digits.size() == 4) && digits_at(digits, 0) == digits.size() &&
         digits.back() == '0';
}

/// Letters, a stop, an ending: "example.org".
bool has_ending(std::string_view part) {
  const std::size_t stop = part.rfind('.');
  if (stop == std::string_view::npos || stop < 2 || part.size() - stop < 3) return false;
  const std::string_view ending = part.substr(stop + 1);
  if (ending.size() < kLongestPattern && is_one_of(ascii_lowered(ending), kEndings)) return true;
  return is_ascii_letter(part[stop - 1]) && std::all_of(ending.begin(), ending.end(), [](char c) {
           return is_ascii_letter(c) && !is_ascii_capital(c);
         });
}

/// The word after one blank, in lower case; empty when it is longer than any that is looked for, or
/// goes on behind a hyphen.
std::string word_behind(std::string_view text) {
  if (!text.starts_with(' ')) return {};
  const std::string_view rest = text.substr(1, kLongestPattern);
  std::size_t end = 0;
  while (end < rest.size() && is_ascii_letter(rest[end]))
    ++end;
  const bool ends = end == rest.size() || rest[end] == ' ' || rest[end] == ',';
  return ends ? ascii_lowered(rest.substr(0, end)) : std::string();
}

}  // namespace

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_ascii_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_ascii_letter(char c) {
  return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

std::size_t begin_of_clitic(std::string_view word) {
  static constexpr std::array<std::string_view, 6> kClitics{"s", "re", "ve", "ll", "d", "m"};
  for (std::size_t at = word.size(); at-- > 1;) {
    const std::size_t length = apostrophe(word, at);
    if (length == 0) continue;
    const std::string behind = ascii_lowered(word.substr(at + length));
    if (behind == "t" && at >= 2 && ascii_lower(word[at - 1]) == 'n') return at - 1;
    if (behind == "s" && is_decade(word.substr(0, at))) return word.size();
    return is_one_of(behind, kClitics) ? at : word.size();
  }
  return word.size();
}

std::size_t number_length(std::string_view text, std::size_t at) {
  std::size_t end = at + digits_at(text, at);
  while (end > at && end < text.size()) {
    const std::size_t digits = digits_at(text, end + 1);
    const bool separates = std::string_view(".:/").find(text[end]) != std::string_view::npos ||
                           (text[end] == ',' && digits == 3);
    if (!separates || digits == 0) break;
    end += 1 + digits;
  }
  return end - at;
}

bool looks_like_address(std::string_view word) {
  if (word.find("://") != std::string_view::npos || word.starts_with("www.")) return true;
  const std::size_t sign = word.find('@');
  if (sign != std::string_view::npos && sign > 0 && sign + 1 < word.size()) return true;
  const bool plain = std::all_of(word.begin(), word.end(), [](char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) ||
           std::string_view(".-_/#~").find(c) != std::string_view::npos;
  });
  return plain && (has_ending(word.substr(0, word.find('/'))) ||
                   has_ending(word.substr(word.rfind('/') + 1)));
}

bool is_unit(std::string_view word, bool of_money) {
  if (word.empty() || word.size() > kLongestPattern) return false;
  if (word.size() == 1 && is_ascii_capital(word[0])) return false;
  const std::string lower = ascii_lowered(word);
  return is_one_of(lower, kUnits) || is_one_of(lower, kCounted) ||
         (of_money && (lower == "b" || lower == "t"));
}

bool hyphen_parts(std::string_view before, std::string_view behind, bool first) {
  if (before.empty() || behind.empty() || before.size() > kLongestPattern) return true;
  if (is_one_of(ascii_lowered(before), kPrefixes)) return !first;
  if (behind.size() > kLongestPattern) return true;
  const auto is_phone = [](std::string_view part) {
    return std::all_of(part.begin(), part.end(),
                       [](char c) { return is_ascii_digit(c) || c == '-'; });
  };
  if (!is_phone(before) || !is_phone(behind)) return true;
  if (before.size() == 3 && behind.size() == 4) return behind.ends_with("00");  // "500-1000"
  return before.size() + behind.size() <= 7 || (before.size() == 4 && behind.size() == 4);
}

std::size_t cut_of_fused(std::string_view word, std::string_view behind) {
  if (word.size() > kLongestPattern) return 0;
  const std::string lower = ascii_lowered(word);
  for (const Fused& fused : kFused)
    if (lower == fused.word) return fused.first;
  if (lower == "its" && is_one_of(word_behind(behind), kAfterIts)) return 2;
  if (lower == "lets" && is_one_of(word_behind(behind), kAfterLets)) return 3;
  return lower == "your" && is_one_of(word_behind(behind), kAfterYour) ? 3 : 0;
}

bool has_inner_stops(std::string_view word) {
  if (word.size() < 3 || word.size() > kLongestPattern) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (i % 2 == 0 ? !is_ascii_letter(word[i]) : word[i] != '.') return false;
  return word.size() % 2 == 1;
}

}  // namespace recto::language
