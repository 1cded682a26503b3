#include "tools/questions/questions.h"

#include <utility>

#include "content/deck/card_id.h"
#include "tools/questions/checks.h"
#include "tools/questions/ranking.h"
#include "tools/questions/rules.h"

namespace recto::questions {
namespace {

/// Rules know English; the article's own questions are taken in any language.
bool is_english(const Article& article) {
  return article.language.empty() || article.language.starts_with("en");
}

Candidates over_generate(const Sources& sources, const Statements& statements) {
  Candidates candidates;
  add_faq(sources, candidates);
  if (!is_english(sources.article)) return candidates;
  const WordLists& lists = sources.lists;
  add_when(statements, lists, candidates);
  add_lives(statements, lists, candidates);
  add_who(statements, lists, candidates);
  add_roles(statements, lists, candidates);
  add_other_names(statements, candidates);
  add_how_many(statements, lists, candidates);
  add_clozes(statements, candidates);
  add_true_false(statements, candidates);
  add_choices(statements, candidates);
  return candidates;
}

std::string_view evidence_of(const Candidate& candidate, const Statements& statements) {
  if (candidate.statement) return statements.all[*candidate.statement].raw;
  return candidate.card.explanation.empty() ? candidate.card.answer : candidate.card.explanation;
}

/// Why the candidate becomes no card; empty: it may.
std::string refusal(const Candidate& candidate, const Statements& statements,
                    const WordLists& lists) {
  if (!candidate.refused.empty()) return candidate.refused;
  const Judged judged{candidate.card, evidence_of(candidate, statements), statements.book, lists};
  return first_fault(judged).value_or(std::string());
}

void complete(Candidate& candidate, const Sources& sources, const Statements& statements) {
  if (candidate.statement) {
    const Statement& statement = statements.all[*candidate.statement];
    candidate.card.evidence->passage = sources.passages[statement.passage].id;
  }
  add_accepted(candidate, statements);
  candidate.card.id =
      make_card_id(candidate.card.kind, candidate.card.answer, evidence_of(candidate, statements));
  rate(candidate, statements);
}

}  // namespace

Questions make_questions(const Article& article, const std::vector<Passage>& passages,
                         const std::vector<std::size_t>& passage_blocks, const Wanted& wanted,
                         const language::Abbreviations& abbreviations, const WordLists& lists,
                         const KnownKinds& known) {
  const Sources sources{article, passages, passage_blocks, abbreviations, lists, known};
  const Statements statements = read_statements(sources);
  Questions questions;
  Candidates good;
  for (Candidate& candidate : over_generate(sources, statements)) {
    complete(candidate, sources, statements);
    std::string reason = refusal(candidate, statements, lists);
    if (reason.empty())
      good.push_back(std::move(candidate));
    else
      questions.rejected.push_back({std::move(candidate.card), std::move(reason)});
  }
  questions.cards = select(std::move(good), statements, wanted, questions.rejected);
  make_ids_unique(questions.cards);
  return questions;
}

}  // namespace recto::questions
