#include "tools/questions/distractors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <iterator>

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

bool is_plausible(const Value& key, double amount) {
  if (amount == key.amount) return false;
  if (key.kind == ValueKind::Year) return std::abs(amount - key.amount) <= kFarthestYears;
  return amount > key.amount * 0.3 && amount < key.amount * 3;
}

/// Kinds whose values fit each other's place: dates and bare counts of different things do not.
bool is_exchangeable(ValueKind kind) {
  return kind == ValueKind::Year || kind == ValueKind::Money || kind == ValueKind::Percent ||
         kind == ValueKind::Quantity;
}

}  // namespace

Rivals::Rivals(const Statements& statements) : statements_(&statements) {
  for (const Statement& statement : statements.all)
    for (const Value& value : statement.values) {
      numbers_.insert(value.number);
      if (value.kind == ValueKind::Year) latest_year_ = std::max(latest_year_, value.amount);
      if (is_exchangeable(value.kind))
        values_[{value.kind, value.before, value.after, value.decimals}].emplace(value.amount,
                                                                                 value.text);
    }
  for (const auto& [key, entry] : statements.book.entries)
    if (!statements.book.full_names.contains(key)) names_[entry.kind].push_back(entry.text);
}

/// The nearest plausible one that the key's own sentence does not have; empty when there is none.
std::string Rivals::value_from_article(const Candidate& candidate) const {
  const Value& key = *candidate.value;
  const auto alike = values_.find({key.kind, key.before, key.after, key.decimals});
  if (alike == values_.end()) return {};
  const auto here = alike->second.find(key.amount);
  const std::string& sentence = statements_->all[*candidate.statement].text;
  const auto fits = [&](const auto& other) {
    return is_plausible(key, other->first) && sentence.find(other->second) == std::string::npos;
  };
  if (here == alike->second.end()) return {};
  if (const auto next = std::next(here); next != alike->second.end() && fits(next))
    return in_the_form_of(candidate, next->second);
  if (here != alike->second.begin() && fits(std::prev(here)))
    return in_the_form_of(candidate, std::prev(here)->second);
  return {};
}

std::vector<std::string> Rivals::values(const Candidate& candidate, std::size_t count) const {
  const Value& key = *candidate.value;
  Random random = random_for(candidate);
  if (key.kind == ValueKind::Date) return near_dates(key, random, count);
  std::vector<std::string> options;
  // One from the article at most: were all of them from it, elimination would find the key.
  if (std::string other = value_from_article(candidate); !other.empty() && count > 0)
    options.push_back(std::move(other));
  const double latest = std::max(latest_year_, key.amount);
  for (int tries = 0; tries < kTries && options.size() < count; ++tries) {
    const double number = near_number(key, random);
    if (!is_possible(key, number, latest) || numbers_.contains(number_like(number, key))) continue;
    const std::string option = in_the_form_of(candidate, text_with(key, number));
    if (std::ranges::find(options, option) == options.end()) options.push_back(option);
  }
  return options;
}

std::vector<std::string> Rivals::names(const Candidate& candidate, std::size_t count) const {
  const NameKind kind = candidate.name_kind;
  const auto alike = names_.find(kind);
  if ((kind != NameKind::Person && kind != NameKind::Country) || alike == names_.end()) return {};
  const bool single = words_of(candidate.card.answer).size() < 2;
  const std::string& sentence = statements_->all[*candidate.statement].text;
  std::vector<std::string> options;
  for (const std::string& name : alike->second) {
    if (options.size() >= count) break;
    if (kind == NameKind::Person && (words_of(name).size() < 2) != single) continue;
    if (sentence.find(name) == std::string::npos) options.push_back(name);
  }
  return options;
}

std::string Rivals::wrong_value(const Candidate& candidate) const {
  constexpr std::size_t kTried = 3;
  for (const std::string& option : values(candidate, kTried)) {
    if (candidate.value->kind == ValueKind::Date) return option;
    const Words words = words_of(option);
    const bool stated = std::ranges::any_of(words, [&](const Word& word) {
      return word.kind == Word::Kind::Number && numbers_.contains(word.folded);
    });
    if (!stated) return option;
  }
  return {};
}

}  // namespace recto::questions
