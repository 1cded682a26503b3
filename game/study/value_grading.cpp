#include "game/study/value_grading.h"

#include <algorithm>
#include <vector>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "content/words/likeness.h"

namespace recto::study {
namespace {

/// "3 billion users" where the prompt asks how many users: the value without the last word.
std::optional<Value> value_before_noun(std::string_view typed, std::string_view prompt,
                                       std::string_view language) {
  typed = trimmed(typed);
  const std::size_t blank = typed.rfind(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  const std::string noun = " " + fold_case(typed.substr(blank + 1)) + " ";
  if ((" " + fold_case(prompt) + " ").find(noun) == std::string::npos) return std::nullopt;
  auto value = parse_value(typed.substr(0, blank), language);
  if (!value || value->kind != ValueKind::Count) return std::nullopt;
  return value;
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

/// Whether what rounds to the key is another answer of the deck to the digit.
bool is_rival(const Value& given, const Value& key, std::span<const std::string> rivals,
              std::string_view language) {
  if (key.kind == ValueKind::Date || key.kind == ValueKind::Clock || same_amount(given, key))
    return false;
  return std::ranges::any_of(rivals, [&](const std::string& rival) {
    const auto other = parse_value(rival, language);
    return other && other->kind == given.kind && same_amount(*other, given);
  });
}

}  // namespace

std::optional<Graded> grade_value(std::string_view typed, const Card& card,
                                  const Grading& deck_grading, std::span<const std::string> rivals,
                                  std::string_view language) {
  std::vector<Value> keys;
  if (auto value = parse_value(card.answer, language)) keys.push_back(std::move(*value));
  for (const std::string& accepted : card.accept)
    if (auto value = parse_value(accepted, language)) keys.push_back(std::move(*value));
  if (keys.empty()) return std::nullopt;
  auto given = parse_value(typed, language);
  if (!given) given = value_before_noun(typed, card.prompt, language);
  if (!given) return std::nullopt;

  const std::string unit = asked_unit(card.prompt);
  std::optional<Graded> best;
  for (const Value& key : keys) {
    Asked asked;
    asked.unit = unit;
    asked.names_unit = !unit.empty() && unit == key.unit;
    asked.tolerance = card.grading.tolerance ? card.grading.tolerance : deck_grading.tolerance;
    const bool right =
        likeness(*given, key, asked) == Likeness::Same && !is_rival(*given, key, rivals, language);
    const Graded graded{right ? Verdict::Right : Verdict::Wrong, std::string(rule_of(*given, key))};
    if (right) return graded;
    if (!best) best = graded;
  }
  return best;
}

}  // namespace recto::study
