#include "game/study/value_grading.h"

#include <algorithm>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "content/words/in_english.h"
#include "content/words/likeness.h"
#include "content/words/numerals.h"

namespace recto::study {
namespace {

/// In the deck's language, else as English.
std::optional<Value> parse(std::string_view text, std::string_view language) {
  if (auto value = parse_value(text, language)) return value;
  const std::string english = in_english(text, language);
  return english == text ? std::nullopt : parse_value(english);
}

/// "3 billion users" where the prompt asks how many users, "two thirds of the seats": the value
/// without the last words, which the prompt has.
std::optional<Value> value_before_noun(const Question& question, std::string_view text) {
  text = trimmed(text);
  for (std::size_t blank = text.rfind(' '); blank != std::string_view::npos;
       blank = text.rfind(' ')) {
    const std::string word = fold_case(text.substr(blank + 1));
    if (!prompt_has(question, word) && !is_small_word(*question.words, word)) return std::nullopt;
    text = trimmed(text.substr(0, blank));
    auto value = parse(text, question.language);
    if (value && (value->kind == ValueKind::Count || value->kind == ValueKind::Ordinal))
      return value;
  }
  return std::nullopt;
}

std::optional<Value> read_value(const Question& question, std::string_view text) {
  auto value = parse(text, question.language);
  return value ? value : value_before_noun(question, text);
}

/// "14/7" for a day of the year: a fraction in other places.
std::optional<Value> day_of_year(std::string_view text) {
  auto value = parse_value(std::string(text) + (text.ends_with('.') ? "2000" : "/2000"));
  if (!value || value->kind != ValueKind::Date || value->date.precision != Date::Precision::Day)
    return std::nullopt;
  value->date.year = 0;
  value->date.precision = Date::Precision::DayAlone;
  return value;
}

/// What was typed, read once more as what the key is: "12th" for a century, "2.5m" for millions,
/// 0.71 for a percentage. None where it cannot be that.
std::optional<Value> read_as(const Value& key, const std::optional<Value>& given,
                             std::string_view text) {
  if (key.kind == ValueKind::Date && key.date.precision == Date::Precision::Century)
    return parse_value(std::string(text) + " century");
  if (key.kind == ValueKind::Date && key.date.precision == Date::Precision::DayAlone)
    return day_of_year(text);
  if (!given) return std::nullopt;
  if (key.kind == ValueKind::Count && given->unit == "metre" && text.ends_with('m'))
    return parse_value(std::string(text.substr(0, text.size() - 1)) + "M");
  if (key.kind == ValueKind::Percent && given->kind == ValueKind::Count) {
    Value fraction = *given;
    fraction.amount.step = kExactStep;
    return fraction;
  }
  return std::nullopt;
}

/// "490 AD" is not 490 BC with the era left out.
bool says_after_christ(const AnswerText& typed) {
  return std::ranges::any_of(typed.words,
                             [](const std::string& word) { return word == "ad" || word == "ce"; });
}

std::string_view rule_of(const Value& given, const Value& key) {
  switch (key.kind) {
    case ValueKind::Count:
    case ValueKind::Ordinal:
    case ValueKind::Score: return given.amount.number == key.amount.number ? "G5" : "G6";
    case ValueKind::Quantity:
    case ValueKind::Percent: return "G7";
    case ValueKind::Money: return "G8";
    case ValueKind::Date:
    case ValueKind::Clock: break;
  }
  return "G9";
}

bool same_amount(const Value& a, const Value& b) {
  return a.amount.number == b.amount.number && a.unit == b.unit;
}

/// The digits of a text without zeros at either end: those of the number that it states.
std::string significant_digits(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (c >= '0' && c <= '9' && (c != '0' || !digits.empty())) digits += c;
  digits.resize(digits.find_last_not_of('0') + 1);
  return digits;
}

/// A quick look, which spares reading most of a deck's answers: whether the rival can state the
/// number or the year that `digits` are. Numbers in words can be any.
bool may_state(std::string_view rival, const std::string& digits, bool is_date) {
  const std::string own = significant_digits(rival);
  return own.empty() || (is_date ? own.find(digits) != std::string::npos : own == digits);
}

/// Whether what only rounds to the key, or dates it more closely, is another answer of the deck.
bool is_rival_value(const Question& question, const Value& given, const Value& key) {
  const bool is_date = key.kind == ValueKind::Date;
  if (key.kind == ValueKind::Clock || (is_date ? given.date == key.date : same_amount(given, key)))
    return false;
  const std::string digits =
      significant_digits(std::to_string(is_date ? given.date.year : given.amount.number.mantissa));
  return std::ranges::any_of(question.rivals, [&](const std::string& rival) {
    if (!may_state(rival, digits, is_date)) return false;
    const auto other = parse(rival, question.language);
    if (!other || other->kind != given.kind) return false;
    return is_date ? other->date == given.date : same_amount(*other, given);
  });
}

/// Another amount is wrong. Another date holds the right year, but nobody knows whether by chance.
Verdict of_rival(const Value& key) {
  return key.kind == ValueKind::Date ? Verdict::Almost : Verdict::Wrong;
}

Verdict verdict_of(Likeness likeness) {
  switch (likeness) {
    case Likeness::Same: return Verdict::Right;
    case Likeness::Almost: return Verdict::Almost;
    case Likeness::Different: break;
  }
  return Verdict::Wrong;
}

Graded grade_values(const Question& question, std::string_view typed, const Value& given,
                    const Value& key) {
  const std::string unit = asked_unit(question.prompt);
  Asked asked;
  asked.unit = unit;
  // A pound is money where money is the answer.
  asked.names_unit = !unit.empty() && (unit == key.unit || (unit == "pound" && key.unit == "GBP"));
  asked.tolerance = question.tolerance;
  Verdict verdict = verdict_of(likeness(given, key, asked));
  const bool era_differs =
      key.kind == ValueKind::Date && key.date.year < 0 && says_after_christ(question.read(typed));
  if (era_differs) verdict = Verdict::Wrong;
  if (verdict != Verdict::Wrong && is_rival_value(question, given, key))
    verdict = std::max(verdict, of_rival(key));
  return Graded{verdict, std::string(rule_of(given, key))};
}

/// "£10.42 an hour" as amount and time; none where the end is not that.
struct Rate {
  std::string_view amount;
  std::string per;  ///< "hour"
};

std::optional<Rate> split_rate(std::string_view text) {
  const std::size_t last = text.rfind(' ');
  if (last == std::string_view::npos) return std::nullopt;
  const std::string_view rest = text.substr(0, last);
  const std::size_t before = rest.rfind(' ');
  if (before == std::string_view::npos) return std::nullopt;
  const std::string word = fold_case(rest.substr(before + 1));
  if (word != "a" && word != "an" && word != "per" && word != "each" && word != "every")
    return std::nullopt;
  return Rate{rest.substr(0, before), fold_case(text.substr(last + 1))};
}

/// What comes every hour or day: the amounts are compared, and the times must be the same; leaving
/// the time out is almost.
std::optional<Graded> grade_rate(const Question& question, std::string_view typed,
                                 std::string_view key_text) {
  const auto key = split_rate(key_text);
  if (!key) return std::nullopt;
  const auto given = split_rate(typed);
  auto graded = grade_value(question, given ? given->amount : typed, key->amount);
  if (!graded) return std::nullopt;
  if (!given) graded->verdict = std::max(graded->verdict, Verdict::Almost);
  if (given && given->per != key->per) graded->verdict = Verdict::Wrong;
  return graded;
}

}  // namespace

std::optional<Graded> grade_value(const Question& question, std::string_view typed,
                                  std::string_view key_text) {
  const auto key = read_value(question, key_text);
  if (!key) return grade_rate(question, typed, key_text);
  const auto given = read_value(question, typed);
  const auto other = read_as(*key, given, typed);
  if (!given && !other) return std::nullopt;
  if (!given || !other) return grade_values(question, typed, given ? *given : *other, *key);
  const Graded graded = grade_values(question, typed, *given, *key);
  const Graded again = grade_values(question, typed, *other, *key);
  return again.verdict < graded.verdict ? again : graded;
}

}  // namespace recto::study
