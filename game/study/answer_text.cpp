#include "game/study/answer_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "content/base/ascii.h"
#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "content/words/numerals.h"
#include "content/words/spelling.h"
#include "content/words/value.h"

namespace recto::study {
namespace {

/// Punctuation, quotes and brackets that may stand around an answer (G1); fold_spelling has made
/// the curly and the wide ones plain. Not among them: signs that belong to what they stand at
/// ("C#", "50%", "C++", "-5", "$5").
constexpr std::u32string_view kOuterSigns = U" .,;:!?\"'()[]{}«»‹›„‚¿¡、。「」『』〈〉《》【】";

/// Letters as people write them where the keyboard has none: Muenchen, Tromsoe.
constexpr auto kSpelledLetters =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"ä", "ae"},
                                                                  {"ö", "oe"},
                                                                  {"ü", "ue"},
                                                                  {"Ä", "Ae"},
                                                                  {"Ö", "Oe"},
                                                                  {"Ü", "Ue"},
                                                                  {"ø", "oe"},
                                                                  {"Ø", "Oe"},
                                                                  {"å", "aa"},
                                                                  {"Å", "Aa"},
                                                                  {"æ", "ae"},
                                                                  {"œ", "oe"}});

/// Words that stand for others before a name, and signs that stand for words.
constexpr auto kWrittenOut = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"st", "saint"}, {"mt", "mount"}, {"ft", "fort"}, {"&", "and"}, {"+", "and"}});

bool is_outer_sign(char32_t sign) {
  return kOuterSigns.find(sign) != std::u32string_view::npos;
}

bool is_digit(char32_t sign) {
  return sign >= U'0' && sign <= U'9';
}

/// ASCII letters and digits, which always belong to what they stand at.
bool is_inner(char c) {
  return (c >= '0' && c <= '9') || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z');
}

/// Without signs at both ends; empty where nothing else is there. The point of ".5" stays.
std::string without_outer_signs(std::string_view text) {
  if (!text.empty() && is_inner(text.front()) && is_inner(text.back())) return std::string(text);
  const std::u32string signs = code_points(text);
  auto begin = std::ranges::find_if_not(signs, is_outer_sign);
  const auto end = std::find_if_not(signs.rbegin(), signs.rend(), is_outer_sign).base();
  if (begin == signs.end()) return {};
  if (begin != signs.begin() && is_digit(*begin) && *(begin - 1) == U'.') --begin;
  return to_utf8({begin, end});
}

/// "1½" as "1 ½": folding makes two digits of the fraction, which must not join what stands before.
std::string with_parted_fractions(std::string_view text) {
  if (!std::ranges::any_of(text, [](char c) { return c == '\xC2' || c == '\xE2'; }))
    return std::string(text);
  std::string parted;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    next_code_point(text, at);
    const std::string_view sign = text.substr(begin, at - begin);
    if (begin > 0 && is_digit(static_cast<unsigned char>(text[begin - 1])) && vulgar_fraction(sign))
      parted += ' ';
    parted += sign;
  }
  return parted;
}

/// Whether plain_text would leave the text as it is: letters, digits and single blanks.
bool is_plain(std::string_view text) {
  if (text.empty() || !is_inner(text.front()) || !is_inner(text.back())) return false;
  for (std::size_t i = 1; i < text.size(); ++i)
    if (!is_inner(text[i]) && (text[i] != ' ' || text[i - 1] == ' ')) return false;
  return true;
}

std::string with_spelled_letters(std::string text) {
  for (const auto& [letter, spelled] : kSpelledLetters)
    for (std::size_t at = text.find(letter); at != std::string::npos; at = text.find(letter, at))
      text.replace(at, letter.size(), spelled);
  return text;
}

/// Latin, Greek and Cyrillic letters with what NFC makes of their accents lie below U+0530, and
/// between U+1E00 and U+1FFF.
bool has_accents_only(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t sign = next_code_point(text, at);
    const bool known = sign < 0x0530 || (sign >= 0x1E00 && sign < 0x2070);
    if (!known) return false;
  }
  return true;
}

/// The length of the lead that the text begins with, blanks behind it included; 0 for none.
std::size_t lead_of(std::string_view text, const AnswerWords& words) {
  std::size_t longest = 0;
  for (const std::string_view lead : words.leads) {
    if (lead.size() >= text.size() || lead.size() < longest) continue;
    if (ascii_lower(text.front()) != lead.front()) continue;
    const bool glued = lead.back() == '\'';
    if (!glued && text[lead.size()] != ' ') continue;
    // Where case counts the text has its capitals still.
    if (text.substr(0, lead.size()) != lead && fold_case(text.substr(0, lead.size())) != lead)
      continue;
    longest = lead.size() + (glued ? 0 : 1);
  }
  return longest;
}

/// "XIV" → "14", in whatever case; others as they are. A letter alone is a numeral at the end of a
/// name: "Mary I", not "I think".
std::string with_roman_digits(const std::string& word, bool ends_name) {
  std::string capitals = word;
  for (char& letter : capitals)
    letter = ascii_upper(letter);
  if (const auto value = roman_value(capitals)) return std::to_string(*value);
  if (ends_name && capitals == "I") return "1";
  if (ends_name && capitals == "V") return "5";
  if (ends_name && capitals == "X") return "10";
  return word;
}

/// Words between blanks, hyphens and strokes, without dots and apostrophes: "u.s.a." → "usa".
/// Points and commas between digits stay.
std::vector<std::string> bare_words(std::string_view text) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool in_number = i > 0 && i + 1 < text.size() &&
                           is_digit(static_cast<char32_t>(text[i - 1])) &&
                           is_digit(static_cast<char32_t>(text[i + 1]));
    if (c == ' ' || c == '-' || c == '/' || c == '(' || c == ')' || c == ';' || c == '"' ||
        (c == ',' && !in_number)) {
      if (!words.back().empty()) words.emplace_back();
    } else if ((c == '.' && !in_number) || c == '\'') {
      continue;
    } else if (c == '&') {
      if (!words.back().empty()) words.emplace_back();
      words.back() = "&";
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::vector<std::string> spelled_words(std::string_view core) {
  std::vector<std::string> words = bare_words(core);
  for (std::string& word : words) {
    const auto* const written =
        std::ranges::find(kWrittenOut, word, &std::pair<std::string_view, std::string_view>::first);
    word = written == kWrittenOut.end() ? american_spelling(word) : std::string(written->second);
  }
  return words;
}

std::vector<std::string> words_of(const std::string& core) {
  // Numbers in words become digits where there is something else beside them.
  const std::string digits = with_digits(core);
  std::vector<std::string> words = spelled_words(digits.empty() ? core : digits);
  for (std::size_t i = 0; i < words.size(); ++i)
    words[i] =
        with_roman_digits(words[i], i > 0 && (i + 1 == words.size() || words[i + 1] == "of"));
  // "Symphony No. 9"
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    if ((words[i] == "no" || words[i] == "nr" || words[i] == "number") && has_digit(words[i + 1]))
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
  return words;
}

}  // namespace

std::string plain_text(std::string_view text) {
  std::string spelling = fold_spelling(with_parted_fractions(text));
  constexpr std::string_view kFractionStroke = "⁄";
  for (std::size_t at = spelling.find(kFractionStroke); at != std::string::npos;
       at = spelling.find(kFractionStroke, at))
    spelling.replace(at, kFractionStroke.size(), "/");
  std::string core = without_outer_signs(spelling);
  return core.empty() ? spelling : core;
}

std::string without_leads(std::string_view folded, const AnswerWords& words) {
  std::string core(folded);
  while (const std::size_t lead = lead_of(core, words))
    core.erase(0, lead);
  return core;
}

AnswerText answer_text(std::string_view text, std::string_view language, bool exact_case) {
  AnswerText answer;
  answer.plain = plain_text(text);
  answer.folded = exact_case ? answer.plain : fold_case(answer.plain);
  answer.core = without_leads(answer.folded, answer_words_of(language));
  answer.words = words_of(answer.core);
  answer.spelled = spelled_words(answer.core);
  return answer;
}

std::string answer_core(std::string_view text, const AnswerWords& words, bool exact_case) {
  if (is_plain(text))
    return without_leads(exact_case ? std::string(text) : ascii_lowered(text), words);
  const std::string plain = plain_text(text);
  return without_leads(exact_case ? plain : fold_case(plain), words);
}

bool differ_in_accents(const std::string& typed, const std::string& key) {
  if (!has_accents_only(typed) || !has_accents_only(key)) return false;
  const std::string bare = without_accents(typed);
  return bare == without_accents(key) || bare == without_accents(with_spelled_letters(key));
}

std::string joined(std::span<const std::string> words, std::string_view between) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += between;
    text += word;
  }
  return text;
}

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

bool has_digit(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace recto::study
