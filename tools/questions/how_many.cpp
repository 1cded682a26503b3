// "X has 12 moons." → "How many moons does X have?"; "X is 300 metres tall." → "How tall is X?"
#include <algorithm>
#include <array>

#include "tools/questions/clause.h"
#include "tools/questions/rules.h"

namespace recto::questions {
namespace {

constexpr std::size_t kLongestNoun = 5;

std::string with_hedge(const Statement& statement, const Value& value) {
  return words_text(statement, value.first - value.hedge, value.last);
}

void add(const Statement& statement, std::size_t index, std::string_view rule, std::string prompt,
         const Value& value, std::string claim, Candidates& out) {
  Candidate candidate;
  candidate.card =
      make_card(CardKind::Short, statement, rule, std::move(prompt), with_hedge(statement, value));
  candidate.statement = index;
  candidate.value = value;
  candidate.claim = std::move(claim);
  out.push_back(std::move(candidate));
}

/// The value that begins at `at`, or one word or two behind it with its hedge.
const Value* hedged_value(const Statement& statement, std::size_t at) {
  for (const Value& value : statement.values)
    if (value.first - value.hedge == at) return &value;
  return nullptr;
}

std::string claim_for(const Statement& statement, const Clause& clause, const Value& value,
                      std::size_t end) {
  return with_capital(joined({clause.subject, words_text(statement, clause.verb, value.first),
                              std::string(kGap), words_text(statement, value.last, end)},
                             " ")) +
         ".";
}

/// "X has 12 moons" with the counted noun to the end or up to a preposition.
void add_has(const Statement& statement, std::size_t index, const Clause& clause,
             const WordLists& lists, Candidates& out) {
  const Words& words = statement.words;
  const std::string& verb = words[clause.verb].folded;
  const std::string_view auxiliary = verb == "has"    ? "does"
                                     : verb == "have" ? "do"
                                     : verb == "had"  ? "did"
                                                      : "";
  const Value* value = hedged_value(statement, clause.verb + 1);
  if (auxiliary.empty() || value == nullptr || value->kind != ValueKind::Count) return;
  const auto end = find_end(statement, value->last, lists);
  if (!end || *end == value->last) return;
  std::size_t noun = value->last;
  while (noun < *end && !is_function_word(words[noun].folded))
    ++noun;
  if (noun == value->last || noun - value->last > kLongestNoun) return;
  add(statement, index, "how-many",
      joined({"How many", words_text(statement, value->last, noun), std::string(auxiliary),
              clause.subject, "have", words_text(statement, noun, *end)},
             " ") +
          "?",
      *value, claim_for(statement, clause, *value, *end), out);
}

/// "X is 300 metres tall."
void add_measure(const Statement& statement, std::size_t index, const Clause& clause,
                 Candidates& out) {
  constexpr std::array<std::string_view, 6> kDimensions{"long", "tall", "high",
                                                        "wide", "deep", "old"};
  const Words& words = statement.words;
  if (!is_be(words[clause.verb].folded)) return;
  const Value* value = hedged_value(statement, clause.verb + 1);
  if (value == nullptr || value->kind != ValueKind::Quantity || value->last >= words.size()) return;
  const std::string& dimension = words[value->last].folded;
  if (std::ranges::find(kDimensions, dimension) == kDimensions.end()) return;
  if (value->last + 1 < words.size() && words[value->last + 1].kind != Word::Kind::Mark) return;
  add(statement, index, "how-" + dimension,
      joined({"How", dimension, words[clause.verb].folded, clause.subject}, " ") + "?", *value,
      claim_for(statement, clause, *value, value->last + 1), out);
}

/// "X has a population of 760,000" and "X had a population of 670,000 in 1939".
void add_population(const Statement& statement, std::size_t index, const Clause& clause,
                    const WordLists& lists, Candidates& out) {
  constexpr std::array<std::string_view, 3> kQuantities{"a population of", "a total area of",
                                                        "an area of"};
  const Words& words = statement.words;
  if (!words[clause.verb].is("has") && !words[clause.verb].is("had")) return;
  for (const std::string_view quantity : kQuantities) {
    const std::size_t length = match_phrase(words, clause.verb + 1, quantity);
    if (length == 0) continue;
    const Value* value = hedged_value(statement, clause.verb + 1 + length);
    const bool number =
        value != nullptr && (value->kind == ValueKind::Count || value->kind == ValueKind::Quantity);
    const auto end = number ? find_end(statement, value->last, lists) : std::nullopt;
    if (!end) return;
    const bool past = words[clause.verb].is("had");
    const std::size_t noun = clause.verb + 2;
    const bool people = *end > value->last && words[value->last].is("people");
    const std::size_t rest = people ? value->last + 1 : value->last;
    add(statement, index, "population",
        joined({"What", past ? "was" : "is", "the",
                words_text(statement, noun, clause.verb + 1 + length), clause.subject,
                words_text(statement, rest, *end)},
               " ") +
            "?",
        *value, claim_for(statement, clause, *value, *end), out);
    return;
  }
}

}  // namespace

void add_how_many(const Statements& statements, const WordLists& lists, Candidates& out) {
  for (std::size_t i = 0; i < statements.all.size(); ++i) {
    const Statement& statement = statements.all[i];
    if (statement.fault) continue;
    const auto clause = find_clause(statement, 0, lists);
    if (!clause) continue;
    add_has(statement, i, *clause, lists, out);
    add_measure(statement, i, *clause, out);
    add_population(statement, i, *clause, lists, out);
  }
}

}  // namespace recto::questions
