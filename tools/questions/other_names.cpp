// "X, also known as Y, …" → "What is X also known as?"; "Long Form (LF)" → "What does LF stand
// for?"
#include <algorithm>
#include <array>

#include "tools/questions/clause.h"
#include "tools/questions/rules.h"

namespace recto::questions {
namespace {

/// The word behind "(also) known as", "(often) referred to as", "nicknamed"; 0 when there is none.
std::size_t behind_naming(const Words& words, std::size_t at) {
  constexpr std::array<std::string_view, 8> kAdverbs{"also",      "often",  "sometimes", "commonly",
                                                     "popularly", "better", "formerly",  "locally"};
  constexpr std::array<std::string_view, 4> kVerbs{"known as", "referred to as", "called",
                                                   "nicknamed"};
  if (at < words.size() && std::ranges::find(kAdverbs, words[at].folded) != kAdverbs.end()) ++at;
  for (const std::string_view verb : kVerbs)
    if (const std::size_t length = match_phrase(words, at, verb); length > 0) return at + length;
  return 0;
}

/// X "," naming Y ("," | "." | "and"): one name each.
void add_known_as(const Statement& statement, std::size_t index, Candidates& out) {
  const Words& words = statement.words;
  for (const Name& name : statement.names) {
    if (name.last + 2 >= words.size() || !words[name.last].is(",")) continue;
    const std::size_t naming = name.last + 1;
    std::size_t other = behind_naming(words, naming);
    if (other == 0) continue;
    if (other < words.size() && words[other].is("the")) ++other;
    const Name* alias = name_at(statement, other);
    if (alias == nullptr || alias->last >= words.size()) continue;
    const Word& after = words[alias->last];
    if (!after.is(",") && !after.is(".")) continue;
    const std::size_t end = words[other - 1].is("the") ? other - 1 : other;
    const std::string verb = words[naming].is("formerly") ? "was" : "is";
    Candidate candidate;
    candidate.card =
        make_card(CardKind::Short, statement, "also-known",
                  joined({"What", verb, name.text, words_text(statement, naming, end)}, " ") + "?",
                  words_text(statement, end, alias->last));
    candidate.statement = index;
    out.push_back(std::move(candidate));
    return;
  }
}

bool is_capital_letter(char c) {
  return c >= 'A' && c <= 'Z';
}

/// The initials of the words before `open`, taken from the right until they spell `brief`; the
/// first of these words, or the end. Small words ("of", "for", "the", "and") may be left out.
std::size_t long_form_start(const Words& words, std::size_t open, std::string_view brief) {
  std::size_t letters = brief.size();
  std::size_t at = open;
  while (letters > 0) {
    if (at == 0) return open;
    --at;
    const Word& word = words[at];
    if (word.kind != Word::Kind::Plain) return open;
    const char wanted = static_cast<char>(brief[letters - 1] | 0x20);
    if (word.folded[0] == wanted && (word.capital || !is_function_word(word.folded)))
      --letters;
    else if (!is_function_word(word.folded))
      return open;
  }
  return at;
}

/// Letters in brackets that are the initials of the words before.
void add_stands_for(const Statement& statement, std::size_t index, Candidates& out) {
  const Words words = words_of(statement.raw);
  for (std::size_t open = 2; open + 2 < words.size(); ++open) {
    if (!words[open].is("(") || !words[open + 2].is(")")) continue;
    const std::string brief(text_between(statement.raw, words, open + 1, open + 2));
    if (brief.size() < 3 || brief.size() > 8 || !std::ranges::all_of(brief, is_capital_letter))
      continue;
    const std::size_t first = long_form_start(words, open, brief);
    if (first == open) continue;
    Candidate candidate;
    candidate.card =
        make_card(CardKind::Short, statement, "stands-for", "What does " + brief + " stand for?",
                  std::string(text_between(statement.raw, words, first, open)));
    candidate.statement = index;
    out.push_back(std::move(candidate));
  }
}

}  // namespace

void add_other_names(const Statements& statements, Candidates& out) {
  for (std::size_t i = 0; i < statements.all.size(); ++i) {
    add_stands_for(statements.all[i], i, out);
    if (!statements.all[i].fault) add_known_as(statements.all[i], i, out);
  }
}

}  // namespace recto::questions
