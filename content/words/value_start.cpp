#include <string>
#include <unordered_set>

#include "content/words/value_reader.h"

namespace recto {
namespace {

/// First words of hedges, dates, times, fractions and ranges. Months and weekdays by three letters.
const std::unordered_set<std::string_view>& first_words() {
  static const std::unordered_set<std::string_view> kWords = {
      "a",     "an",   "the",   "half",  "between", "from",     "mid",           "middle",
      "early", "late", "minus", "noon",  "midday",  "midnight", "negative",      "quarter",
      "no",    "not",  "just",  "well",  "in",      "more",     "less",          "fewer",
      "at",    "up",   "as",    "close", "about",   "around",   "approximately", "approx",
      "circa", "ca",   "c",     "some",  "nearly",  "almost",   "over",          "under",
      "ad",    "bc",   "bce",   "ce",    "b",       "roughly",  "slightly",      "greater"};
  return kWords;
}

bool is_day_or_month(std::string_view word) {
  static const std::unordered_set<std::string_view> kBeginnings = {
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct",
      "nov", "dec", "mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  return word.size() <= 9 && kBeginnings.contains(word.substr(0, 3));
}

bool may_begin_with_word(const Token& token) {
  const std::string_view word = token.text;
  if (first_words().contains(word) || small_number_named(word) || ordinal_named(word)) return true;
  const char first = token.as_written[0];
  if (first < 'A' || first > 'Z') return false;
  // "US$", "CHF", "Rs"; "XIX century"
  return word.size() <= 3 || is_day_or_month(word) || roman_value(token.as_written).has_value();
}

}  // namespace

bool may_begin_value(const std::vector<Token>& tokens, std::size_t at) {
  const Token& token = tokens[at];
  switch (token.kind) {
    case Token::Kind::Digits: return true;
    case Token::Kind::Word: return may_begin_with_word(token);
    case Token::Kind::Sign: break;
  }
  constexpr std::string_view kNever = ",;:!?)]}\"*&@=_|([{/\\#%`^";
  if (token.text.size() == 1 && kNever.find(token.text[0]) != std::string_view::npos) return false;
  if (token.text != "." && token.text != "-" && token.text != "'") return true;
  return at + 1 < tokens.size() && !tokens[at + 1].blank_before;
}

}  // namespace recto
