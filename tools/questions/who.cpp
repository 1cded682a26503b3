// "X was founded by Y." → "Who founded X?"; "Y discovered X." → "Who discovered X?"
#include <algorithm>
#include <array>

#include "tools/questions/clause.h"
#include "tools/questions/rules.h"

namespace recto::questions {
namespace {

/// Deeds of one person or group that make a good "Who …?".
bool is_deed(const Verb& verb) {
  constexpr std::array<std::string_view, 24> kDeeds{
      "found",  "invent",    "discover", "design",  "build",  "write",       "paint",  "compose",
      "direct", "establish", "develop",  "create",  "launch", "assassinate", "defeat", "introduce",
      "patent", "pioneer",   "devise",   "conquer", "coin",   "construct",   "lead",   "name"};
  return std::ranges::find(kDeeds, verb.base) != kDeeds.end();
}

/// The persons that begin at word `first`: "A", "A and B"; the word behind them, or nothing when
/// one of them is not certain to be a person.
std::optional<std::size_t> persons_end(const Statement& statement, std::size_t first) {
  const Name* name = name_at(statement, first);
  if (name == nullptr || name->kind != NameKind::Person) return std::nullopt;
  const Words& words = statement.words;
  const std::size_t last = name->last;
  if (last >= words.size()) return last;
  if (words[last].is("'s") || words[last].is(",")) return std::nullopt;
  if (!words[last].is("and")) return last;
  const Name* second = name_at(statement, last + 1);
  if (second == nullptr || second->kind != NameKind::Person) return std::nullopt;
  return second->last;
}

void add(const Statement& statement, std::size_t index, std::string prompt, std::size_t first,
         std::size_t last, Candidates& out) {
  Candidate candidate;
  candidate.card = make_card(CardKind::Short, statement, "who", std::move(prompt),
                             words_text(statement, first, last));
  candidate.statement = index;
  const Name* name = name_at(statement, first);
  if (name != nullptr && name->last == last) candidate.name_kind = name->kind;
  out.push_back(std::move(candidate));
}

/// "X was founded by A and B in 1990."
void add_passive(const Statement& statement, std::size_t index, const Clause& clause,
                 const WordLists& lists, Candidates& out) {
  const Words& words = statement.words;
  const std::size_t main = clause.verb + 1;
  if (main >= words.size() || !(words[clause.verb].is("was") || words[clause.verb].is("were")))
    return;
  const auto verb = lists.verbs_by_participle.find(words[main].folded);
  if (verb == lists.verbs_by_participle.end() || !is_deed(verb->second)) return;
  for (std::size_t at = main + 1; at + 1 < words.size(); ++at) {
    if (!words[at].is("by")) continue;
    const auto last = persons_end(statement, at + 1);
    const auto end = last ? find_end(statement, *last, lists) : std::nullopt;
    if (!end || !is_simple(statement, main + 1, at, lists)) return;
    add(statement, index,
        joined({"Who", verb->second.past, clause.subject, words_text(statement, main + 1, at),
                words_text(statement, *last, *end)},
               " ") +
            "?",
        at + 1, *last, out);
    return;
  }
}

/// "Y discovered X in 1990."
void add_active(const Statement& statement, std::size_t index, const Clause& clause,
                const WordLists& lists, Candidates& out) {
  const auto verb = lists.verbs_by_past.find(statement.words[clause.verb].folded);
  if (verb == lists.verbs_by_past.end() || !is_deed(verb->second)) return;
  if (persons_end(statement, clause.subject_first) != clause.subject_last) return;
  const auto end = find_end(statement, clause.verb + 1, lists);
  if (!end) return;
  const bool names_its_object = std::ranges::any_of(
      statement.names, [&](const Name& name) { return name.first > clause.verb; });
  if (!names_its_object) return;
  add(statement, index, "Who " + words_text(statement, clause.verb, *end) + "?",
      clause.subject_first, clause.subject_last, out);
}

}  // namespace

void add_who(const Statements& statements, const WordLists& lists, Candidates& out) {
  for (std::size_t i = 0; i < statements.all.size(); ++i) {
    const Statement& statement = statements.all[i];
    if (statement.fault) continue;
    const auto clause = find_clause(statement, 0, lists);
    if (!clause) continue;
    add_passive(statement, i, *clause, lists, out);
    add_active(statement, i, *clause, lists, out);
  }
}

}  // namespace recto::questions
