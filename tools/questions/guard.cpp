#include "tools/questions/guard.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "tools/questions/asking.h"

namespace recto::questions {
namespace {

using patterns::Sentence;
using patterns::WordId;

/// What is sure of a reading that speaks against the question.
constexpr language::Chance kSure = 0.8F;

bool is_question_of_statement(const Candidate& candidate) {
  const CardKind kind = candidate.card.kind;
  return candidate.statement && candidate.card.prompt.ends_with('?') &&
         (kind == CardKind::Short || kind == CardKind::Choice);
}

WordId root_of(const Sentence& sentence) {
  for (WordId at = 0; at < sentence.size(); ++at)
    if (sentence.head(at) == sentence.size()) return at;
  return sentence.size();
}

bool is_wh(const Sentence& sentence, WordId at) {
  return sentence.is_one_of(
      at, {"who", "what", "which", "where", "when", "why", "how", "whose", "whom"});
}

/// The first question word; behind "According to X," it stands later.
WordId wh_of(const Sentence& sentence) {
  for (WordId at = 0; at < sentence.size(); ++at)
    if (is_wh(sentence, at)) return at;
  return sentence.size();
}

/// Whether the way from the question word up to the root leads through phrases, not clauses.
bool asks_of(const Sentence& sentence, WordId wh, WordId root) {
  constexpr int kDeepest = 5;
  WordId at = wh;
  for (int step = 0; step < kDeepest && at < sentence.size(); ++step) {
    if (at == root) return true;
    const std::string_view relation = sentence.relation(at);
    if (relation == "acl" || relation == "advcl" || relation == "ccomp" || relation == "parataxis")
      return false;
    at = sentence.head(at);
  }
  return false;
}

/// "What did Acme Cloud face?" read with "Cloud face" as one noun: the statement was surer.
bool is_joined_subject(const Told& told, const Statement& statement, std::string_view root) {
  constexpr language::Chance kSureStatement = 0.85F;
  const Piece* subject = statement.find(statements::Role::Subject);
  if (subject == nullptr || statement.clause.chance < kSureStatement) return false;
  return answer_of(told, statement, subject->words).find(root) != std::string::npos;
}

std::string misreading(const Told& told, const Candidate& candidate, std::string_view prompt,
                       const std::vector<language::AnalysedSentence>& read) {
  if (read.size() != 1) return "its question reads as several sentences (C11)";
  const Sentence sentence(prompt, read.front());
  const WordId root = root_of(sentence);
  const WordId wh = wh_of(sentence);
  if (root >= sentence.size() || wh >= sentence.size()) return "its question has no verb (C11)";
  const Statement& statement = told.statements[*candidate.statement];
  const ReadSentence& meant = told.sentence(statement);
  const std::string& lemma = meant.token(statement.clause.predicate).lemma;
  const bool copular = statement.clause.copular || lemma == "be";
  const language::Token& main = read.front().tokens[root];
  if (!copular && main.lemma != lemma && main.arc_chance >= kSure &&
      !is_joined_subject(told, statement, sentence.word(root)))
    return "its question reads as one about '" + std::string(sentence.word(root)) + "' (C11)";
  if (!copular && !asks_of(sentence, wh, root) && read.front().tokens[wh].arc_chance >= kSure)
    return "its question word asks for something else (C11)";
  return {};
}

}  // namespace

std::vector<std::string> misreadings(const Told& told, const Candidates& candidates) {
  std::vector<std::string_view> prompts;
  std::map<std::string_view, std::size_t> places;
  for (const Candidate& candidate : candidates) {
    if (!is_question_of_statement(candidate)) continue;
    if (places.try_emplace(candidate.card.prompt, prompts.size()).second)
      prompts.emplace_back(candidate.card.prompt);
  }
  const auto read = told.knowledge.analyser.analyse(prompts, told.knowledge.abbreviations);
  std::vector<std::string> found;
  for (const Candidate& candidate : candidates) {
    if (!is_question_of_statement(candidate)) {
      found.emplace_back();
      continue;
    }
    const std::size_t place = places.at(candidate.card.prompt);
    std::string wrong = misreading(told, candidate, prompts[place], read[place]);
    found.push_back(std::move(wrong));
  }
  return found;
}

}  // namespace recto::questions
