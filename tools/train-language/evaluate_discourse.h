// How well does what holds over a whole article come out? Against GUM's entities.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "tools/discourse/article.h"
#include "tools/discourse/entities.h"
#include "tools/language/analysis.h"
#include "tools/train-language/conllu.h"
#include "tools/train-language/gum_mentions.h"

namespace recto::train {

/// A document of a treebank, its words analysed by a model.
struct AnalysedDocument {
  std::vector<std::string> texts;                                  ///< of its paragraphs
  std::vector<std::vector<language::AnalysedSentence>> sentences;  ///< of each
  std::vector<GumMention> mentions;

  [[nodiscard]] std::vector<discourse::Passage> passages() const;
};

/// A document in which the model finds no name gets the runs of proper nouns as names, of kinds
/// unknown but for what the discourse finds out.
[[nodiscard]] AnalysedDocument analyse_document(std::span<const TreebankSentence> document,
                                                const language::Analyser& analyser);

/// The number of the entity that a name means by people's analysis: of the mention known by
/// most of the name's words, at least by half, of several the innermost. Empty for none.
[[nodiscard]] std::string entity_of_name(const AnalysedDocument& document,
                                         const discourse::Place& name);

/// Names of entities and their kinds.
struct EntityScores {
  std::size_t names = 0;        ///< that people took for a mention
  std::size_t links = 0;        ///< names other than the first of the entity that we take them for
  std::size_t right = 0;        ///< … whose first name means the same by people's analysis
  std::size_t possible = 0;     ///< names whose entity has an earlier name
  std::size_t kinds = 0;        ///< names of persons, organisations and places
  std::size_t kinds_sure = 0;   ///< … whose kind has a chance of 0.8 or more
  std::size_t kinds_right = 0;  ///< … and is right

  void add(const EntityScores& other);
};

[[nodiscard]] EntityScores evaluate_entities(const AnalysedDocument& document,
                                             discourse::Nouns& nouns);

}  // namespace recto::train
