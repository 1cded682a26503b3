#include "tools/questions/distractors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <set>

#include "content/base/fold.h"
#include "content/base/random.h"

namespace recto::questions {
namespace {

constexpr double kFarthestYears = 25;  ///< another year of the article still is plausible
constexpr int kTries = 60;

/// The same candidate draws the same numbers: FNV-1a over its prompt.
Random random_for(const Candidate& candidate) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : candidate.card.prompt) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211U;
  }
  return Random(hash);
}

bool is_alike(const Value& a, const Value& b) {
  return a.kind == b.kind && a.before == b.before && a.after == b.after &&
         a.decimals == b.decimals && a.has_day == b.has_day;
}

/// The numbers of the article that must not be offered as wrong by chance.
std::set<std::string> numbers_of(const Statements& statements) {
  std::set<std::string> numbers;
  for (const Statement& statement : statements.all)
    for (const Value& value : statement.values)
      numbers.insert(value.number);
  return numbers;
}

double latest_year(const Statements& statements) {
  double latest = 0;
  for (const Statement& statement : statements.all)
    for (const Value& value : statement.values)
      if (value.kind == ValueKind::Year) latest = std::max(latest, value.amount);
  return latest;
}

/// How coarse a number is: 270 → 10, 2,300 → 100, 11.2 → 0.1.
double step_of(const Value& value) {
  double step = std::pow(10.0, -value.decimals);
  if (value.decimals > 0 || value.amount <= 0) return step;
  while (std::fmod(value.amount, step * 10) == 0)
    step *= 10;
  return step;
}

/// One near number: years within 2 to 25, others 0.6 to 1.7 times the key in its own steps.
double near_number(const Value& key, Random& random) {
  const double side = random.below(2) == 0 ? -1.0 : 1.0;
  if (key.kind == ValueKind::Year) {
    // A round year may be a rough one: its rivals are round too.
    const bool round = std::fmod(key.amount, 10) == 0 && key.amount < 1900;
    const double years = round ? 10.0 * static_cast<double>(1 + random.below(3))
                               : static_cast<double>(2 + random.below(10));
    return key.amount + side * years;
  }
  double step = step_of(key);
  // A lone leading digit ("$3 billion", 200) moves by its own unit, "350" by fifties at most.
  if (key.amount / step > 40) step *= 2;
  const double most = std::max(3.0, std::floor(key.amount / step * 0.6));
  const double offset =
      side * (1.0 + static_cast<double>(random.below(static_cast<std::uint64_t>(most))));
  return key.amount + offset * step;
}

bool is_possible(const Value& key, double number, double latest) {
  if (number <= 0 || number == key.amount) return false;
  if (key.kind == ValueKind::Percent) return number < 100;
  if (key.kind == ValueKind::Year && key.after.empty()) return number <= latest;
  return true;
}

std::string text_with(const Value& key, double number) {
  return key.before + number_like(number, key) + key.after;
}

/// The words that the card's answer shows of the value: its number alone where the unit stands in
/// the prompt, with its hedge where the answer has it.
std::string in_the_form_of(const Candidate& candidate, const std::string& text) {
  const Value& key = *candidate.value;
  const std::string& answer = candidate.card.answer;
  const std::size_t at = answer.find(key.text);
  if (at != std::string::npos)
    return answer.substr(0, at) + text + answer.substr(at + key.text.size());
  return text.substr(0, text.size() - key.after.size());
}

/// Other day, month or year: "8 February 1700" → "17 March 1700".
std::vector<std::string> near_dates(const Value& key, Random& random, std::size_t count) {
  constexpr std::array<std::string_view, 12> kMonthNames{
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  std::vector<std::string> dates;
  for (int tries = 0; tries < kTries && dates.size() < count; ++tries) {
    std::string text;
    std::size_t copied = 0;
    for (const Word& word : words_of(key.text)) {
      std::string part = key.text.substr(word.span.begin, word.span.end - word.span.begin);
      if (month_of(word.folded) > 0) part = kMonthNames.at(random.below(kMonthNames.size()));
      if (word.kind == Word::Kind::Number && part.size() <= 2)
        part = std::to_string(1 + random.below(28));
      text += key.text.substr(copied, word.span.begin - copied) + part;
      copied = word.span.end;
    }
    if (text != key.text && std::ranges::find(dates, text) == dates.end())
      dates.push_back(std::move(text));
  }
  return dates;
}

void add_from_article(const Candidate& candidate, const Statements& statements, std::size_t count,
                      std::vector<std::string>& options) {
  const Value& key = *candidate.value;
  for (std::size_t i = 0; i < statements.all.size() && options.size() < count; ++i) {
    if (i == candidate.statement) continue;
    for (const Value& value : statements.all[i].values) {
      if (!is_alike(value, key) || value.amount == key.amount || options.size() >= count) continue;
      const double distance = std::abs(value.amount - key.amount);
      const bool near = key.kind == ValueKind::Year
                            ? distance <= kFarthestYears
                            : value.amount > key.amount * 0.3 && value.amount < key.amount * 3;
      if (!near || key.kind == ValueKind::Date || key.kind == ValueKind::Count) continue;
      const std::string option = in_the_form_of(candidate, value.text);
      if (std::ranges::find(options, option) == options.end()) options.push_back(option);
    }
  }
}

}  // namespace

std::vector<std::string> near_values(const Candidate& candidate, const Statements& statements,
                                     std::size_t count) {
  const Value& key = *candidate.value;
  Random random = random_for(candidate);
  if (key.kind == ValueKind::Date) return near_dates(key, random, count);
  std::vector<std::string> options;
  // At most one from the article: which of several would fit is then never a matter of memory.
  add_from_article(candidate, statements, std::min<std::size_t>(count, 1), options);
  const std::set<std::string> taken = numbers_of(statements);
  const double latest = std::max(latest_year(statements), key.amount);
  for (int tries = 0; tries < kTries && options.size() < count; ++tries) {
    const double number = near_number(key, random);
    if (!is_possible(key, number, latest) || taken.contains(number_like(number, key))) continue;
    const std::string option = in_the_form_of(candidate, text_with(key, number));
    if (std::ranges::find(options, option) == options.end()) options.push_back(option);
  }
  return options;
}

std::vector<std::string> other_names(const Candidate& candidate, const Statements& statements,
                                     std::size_t count) {
  const NameKind kind = candidate.name_kind;
  if (kind != NameKind::Person && kind != NameKind::Country) return {};
  const std::size_t words = words_of(candidate.card.answer).size();
  const std::string& sentence = statements.all[*candidate.statement].text;
  std::vector<std::string> options;
  for (const auto& [key, entry] : statements.book.entries) {
    if (entry.kind != kind || sentence.find(entry.text) != std::string::npos) continue;
    const std::size_t own = words_of(entry.text).size();
    if (kind == NameKind::Person && (own < 2) != (words < 2)) continue;
    if (statements.book.full_names.contains(key)) continue;
    options.push_back(entry.text);
  }
  if (options.size() > count) options.resize(count);
  return options;
}

std::string wrong_value(const Candidate& candidate, const Statements& statements) {
  const std::set<std::string> taken = numbers_of(statements);
  for (const std::string& option : near_values(candidate, statements, 3)) {
    const Words words = words_of(option);
    const bool stated = std::ranges::any_of(words, [&](const Word& word) {
      return word.kind == Word::Kind::Number && word.folded.size() > 2 &&
             taken.contains(word.folded) && candidate.value->kind != ValueKind::Date;
    });
    if (!stated) return option;
  }
  return {};
}

}  // namespace recto::questions
