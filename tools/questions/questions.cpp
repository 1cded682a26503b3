#include "tools/questions/questions.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "content/deck/card_id.h"
#include "tools/questions/checks.h"
#include "tools/questions/distractors.h"
#include "tools/questions/guard.h"
#include "tools/questions/ranking.h"
#include "tools/questions/rules.h"
#include "tools/questions/words.h"
#include "tools/statements/whole.h"

namespace recto::questions {
namespace {

constexpr double kMostQuality = 0.99;  ///< nobody is certain of a card that nobody has read

void add_english(const Told& told, std::size_t spare, Candidates& candidates) {
  add_lives(told, candidates);
  add_other_names(told, candidates);
  add_titles(told, candidates);
  add_definitions(told, candidates);
  add_when_and_where(told, candidates);
  add_how_many(told, candidates);
  add_who_and_what(told, candidates);
  add_why_and_how(told, candidates);
  add_clozes(told, candidates);
  add_terms(told, candidates);
  const Rivals rivals(told);
  add_true_false(told, rivals, candidates);
  add_choices(rivals, spare, candidates);
}

std::string_view evidence_of(const Candidate& candidate, const Told* told) {
  if (told != nullptr && candidate.sentence)
    return told->reading.sentences[*candidate.sentence].words.text();
  return candidate.card.explanation.empty() ? candidate.card.answer : candidate.card.explanation;
}

/// Full names of what the sentence names or means.
std::vector<std::string> names_of(const Candidate& candidate, const Told* told) {
  std::vector<std::string> names;
  if (told == nullptr || !candidate.sentence) return names;
  const ReadSentence& sentence = told->reading.sentences[*candidate.sentence];
  const auto add = [&](EntityId id) {
    if (id != discourse::kNoEntity) names.push_back(told->reading.entities.all[id].name);
  };
  for (const statements::Mention& mention : sentence.mentions)
    add(mention.entity);
  for (const statements::StandIn& stand_in : sentence.stand_ins) {
    add(stand_in.entity);
    if (!stand_in.text.empty()) names.push_back(stand_in.text);
  }
  return names;
}

/// "Brasília": what is the capital of Brazil? "Ten killed in a bus crash": how many were killed?
bool is_in_title(const Told& told, const Candidate& candidate) {
  const Card& card = candidate.card;
  if (card.kind == CardKind::TrueFalse) return false;
  std::string_view answer = card.answer;
  if (answer.starts_with("the ")) answer.remove_prefix(4);
  if (holds_words(words_of(told.title), words_of(answer))) return true;
  if (candidate.value == nullptr) return false;
  const Value& value = candidate.value->value;
  return std::ranges::any_of(told.title_values, [&](const Value& other) {
    if (value.kind == ValueKind::Date || other.kind == ValueKind::Date)
      return value.kind == other.kind && value.date.year == other.date.year;
    return to_double(value.amount.number) == to_double(other.amount.number);
  });
}

/// Why the candidate becomes no card; empty: it may.
std::string refusal(const Candidate& candidate, const Told* told, const WordLists& lists) {
  if (!candidate.refused.empty()) return candidate.refused;
  if (told != nullptr && candidate.statement && is_in_title(*told, candidate))
    return "the title gives its answer away (C6)";
  const std::vector<std::string> names = names_of(candidate, told);
  const std::string_view evidence = evidence_of(candidate, told);
  const std::string_view stated = told != nullptr && candidate.statement
                                      ? told->statements[*candidate.statement].text
                                      : evidence;
  const Judged judged{candidate.card, evidence, stated, names, candidate.self_rated, lists};
  return first_fault(judged).value_or(std::string());
}

void complete(Candidate& candidate, const Material& material, const Told* told) {
  Card& card = candidate.card;
  if (told != nullptr && candidate.sentence) {
    const ReadSentence& sentence = told->reading.sentences[*candidate.sentence];
    card.evidence->passage = material.passages[sentence.passage].id;
    add_accepted(*told, candidate);
    if (candidate.statement && card.explanation.empty())
      card.explanation = told->statements[*candidate.statement].text;
  }
  card.id = make_card_id(card.kind, card.answer, evidence_of(candidate, told));
}

/// Takes out the further options that would not do beside the first ones.
void check_spare(Candidate& candidate, const Told* told, const WordLists& lists) {
  std::erase_if(candidate.spare, [&](const std::string& option) {
    Candidate other = candidate;
    other.card.distractors.back() = option;
    return !refusal(other, told, lists).empty();
  });
}

/// Takes out what reads otherwise than it was meant, with its variants.
void refuse_misread(const Told& told, Candidates& good, std::vector<Rejected>& rejected) {
  const std::vector<std::string> wrong = misreadings(told, good);
  std::map<std::string, std::string> prompts;
  for (std::size_t i = 0; i < good.size(); ++i)
    if (!wrong[i].empty()) prompts.emplace(good[i].card.prompt, wrong[i]);
  std::erase_if(good, [&](Candidate& candidate) {
    const auto found = prompts.find(candidate.card.prompt);
    if (found == prompts.end()) return false;
    rejected.push_back({std::move(candidate.card), found->second});
    return true;
  });
}

}  // namespace

Questions make_questions(const Material& material, const Wanted& wanted) {
  std::vector<Statement> statements;
  std::optional<Told> told;
  Candidates candidates;
  add_faq(material, candidates);
  if (material.reading != nullptr && material.knowledge != nullptr) {
    statements = statements::find_statements(*material.reading, *material.knowledge);
    statements::add_whole_sentences(*material.reading, *material.knowledge, statements);
    std::vector<std::string_view> headings;
    for (const Passage& passage : material.passages)
      headings.emplace_back(passage.heading);
    told.emplace(*material.reading, *material.knowledge, statements, std::move(headings));
    add_english(*told, wanted.spare_options, candidates);
  } else {
    add_plain_gaps(material, candidates);
  }
  const Told* const known = told ? &*told : nullptr;
  Questions questions;
  Candidates good;
  for (Candidate& candidate : candidates) {
    complete(candidate, material, known);
    std::string reason = refusal(candidate, known, material.lists);
    if (!candidate.spare.empty()) {
      if (reason.empty()) check_spare(candidate, known, material.lists);
      questions.spare_options.emplace(candidate.card.id, std::move(candidate.spare));
    }
    if (reason.empty())
      good.push_back(std::move(candidate));
    else
      questions.rejected.push_back({std::move(candidate.card), std::move(reason)});
  }
  Ranking ranking(material.ranking, known);
  for (Candidate& candidate : good)
    candidate.card.quality = std::min(ranking.quality_of(candidate), kMostQuality);
  drop_unwanted(good, known, wanted, questions.rejected);
  // Reading a question again costs most: only of those that are good enough.
  if (known != nullptr) refuse_misread(*known, good, questions.rejected);
  if (known != nullptr && wanted.watch)
    for (const Candidate& candidate : good)
      wanted.watch(candidate, *known);
  questions.cards = select(std::move(good), known, wanted, questions.rejected);
  make_ids_unique(questions.cards);
  return questions;
}

}  // namespace recto::questions
