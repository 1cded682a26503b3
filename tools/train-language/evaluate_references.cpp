#include "tools/train-language/evaluate_references.h"

#include <algorithm>

#include "tools/discourse/descriptions.h"

namespace recto::train {
namespace {

using discourse::AnalysedArticle;
using discourse::Candidate;
using discourse::Entities;
using discourse::EntityId;
using discourse::Place;

bool is_mentioned(const AnalysedDocument& document, const Place& word, const std::string& number) {
  return std::ranges::any_of(
      mentions_in(document.mentions, word.sentence), [&](const GumMention& mention) {
        return mention.entity == number &&
               std::ranges::find(mention.heads, word.begin) != mention.heads.end();
      });
}

/// Whether the form that an entity is called by means the number anywhere.
bool is_called(const AnalysedDocument& document, const AnalysedArticle& article,
               const discourse::Entity& entity, const std::string& number) {
  return std::ranges::any_of(entity.mentions, [&](const Place& place) {
    return article.text(place).find(entity.name) != std::string_view::npos &&
           entity_of_name(document, place) == number;
  });
}

bool is_named_before(const AnalysedDocument& document, const Entities& entities, const Place& place,
                     const std::string& number) {
  for (const discourse::Entity& entity : entities.all)
    for (const Place& name : entity.mentions)
      if (before(name, place) && entity_of_name(document, name) == number) return true;
  return false;
}

/// The number of the entity that a phrase's last word stands for.
std::string entity_of_phrase(const AnalysedDocument& document, const Place& phrase) {
  for (const GumMention& mention : mentions_in(document.mentions, phrase.sentence))
    if (mention.begin == phrase.begin &&
        std::ranges::find(mention.heads, phrase.end - 1) != mention.heads.end())
      return mention.entity;
  return {};
}

void add(const discourse::Reference& reference, bool right,
         std::vector<ReferenceScores::Kept>& scores) {
  for (ReferenceScores::Kept& kept : scores) {
    if (reference.chance < kept.chance) continue;
    ++kept.kept;
    kept.right += right ? 1U : 0U;
    kept.in_sentence += reference.in_sentence() ? 1U : 0U;
  }
}

void count(const AnalysedDocument& document, discourse::Nouns& nouns, ReferenceScores& scores) {
  const std::vector<discourse::Passage> passages = document.passages();
  const AnalysedArticle article(passages);
  const Entities entities = discourse::find_entities(article, "", nouns);
  discourse::walk_pronouns(article, entities, nouns, [&](const discourse::Pronoun& pronoun) {
    const std::string number = entity_of_words(document, pronoun.place);
    scores.pronouns += number.empty() ? 0U : 1U;
    if (!number.empty() && is_named_before(document, entities, pronoun.place, number))
      ++scores.named;
    return discourse::Choice{};
  });
  const auto right = [&](const discourse::Reference& reference, const std::string& number) {
    return is_meant(document, article, entities, {reference.entity, reference.antecedent, {}, 1},
                    number);
  };
  for (const auto& reference : find_references(article, entities, nouns)) {
    const std::string number = entity_of_words(document, reference.place);
    if (!number.empty()) add(reference, right(reference, number), scores.kept);
  }
  for (const auto& reference : find_descriptions(article, entities, nouns)) {
    const std::string number = entity_of_phrase(document, reference.place);
    add(reference, right(reference, number), scores.descriptions);
  }
}

}  // namespace

std::string entity_of_words(const AnalysedDocument& document, const Place& words) {
  for (const GumMention& mention : mentions_in(document.mentions, words.sentence))
    if (mention.begin == words.begin && mention.end == words.end) return mention.entity;
  return {};
}

bool is_meant(const AnalysedDocument& document, const AnalysedArticle& article,
              const Entities& entities, const Candidate& candidate, const std::string& number) {
  if (number.empty()) return false;
  if (candidate.entity == discourse::kNoEntity)
    return is_mentioned(document, candidate.place, number);
  return entity_of_name(document, candidate.place) == number &&
         is_called(document, article, entities.all[candidate.entity], number);
}

ReferenceScores evaluate_references(std::span<const AnalysedDocument> documents,
                                    discourse::Nouns& nouns) {
  ReferenceScores scores;
  for (const language::Chance chance : {0.5F, 0.8F, 0.9F, 0.95F, 0.99F})
    scores.kept.push_back({chance, 0, 0, 0});
  scores.descriptions = scores.kept;
  for (const AnalysedDocument& document : documents)
    count(document, nouns, scores);
  return scores;
}

}  // namespace recto::train
