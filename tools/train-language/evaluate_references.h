// How often references are right, by their chance: against GUM's chains of mentions.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "tools/discourse/anaphora.h"
#include "tools/discourse/references.h"
#include "tools/train-language/evaluate_discourse.h"

namespace recto::train {

/// Whether a candidate means the entity with this number: a name by its latest mention and by the
/// form that the entity is called by, a noun or pronoun by its mention.
[[nodiscard]] bool is_meant(const AnalysedDocument& document,
                            const discourse::AnalysedArticle& article,
                            const discourse::Entities& entities,
                            const discourse::Candidate& candidate, const std::string& number);

/// The number of the entity that exactly these words mention; empty for none.
[[nodiscard]] std::string entity_of_words(const AnalysedDocument& document,
                                          const discourse::Place& words);

/// References with at least one chance, and how many of them are right.
struct ReferenceScores {
  struct Kept {
    language::Chance chance = 0;
    std::size_t kept = 0;
    std::size_t right = 0;
    std::size_t in_sentence = 0;  ///< of `kept`
  };

  std::size_t pronouns = 0;        ///< he and she that people gave an entity
  std::size_t named = 0;           ///< … and a name that was there before stands for the entity
  std::vector<Kept> kept;          ///< at 0.5, 0.8, 0.9, 0.95, 0.99
  std::vector<Kept> descriptions;  ///< "the company", at the same
};

/// Pronouns that people gave no entity are not counted: GUM leaves out those inside a mention of
/// the one they mean.
[[nodiscard]] ReferenceScores evaluate_references(std::span<const AnalysedDocument> documents,
                                                  discourse::Nouns& nouns);

}  // namespace recto::train
