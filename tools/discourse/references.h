// Whom pronouns mean, where that is safe.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "tools/discourse/anaphora.h"
#include "tools/discourse/entities.h"
#include "tools/discourse/odds.h"

namespace recto::discourse {

/// A pronoun that means somebody the article names.
struct Reference {
  Place place;  ///< the pronoun
  EntityId entity = kNoEntity;
  Place antecedent;  ///< the entity's latest mention by name before it
  language::Chance chance = 0;

  /// Whether sentence and pronoun can be used together as they are.
  [[nodiscard]] bool in_sentence() const { return antecedent.sentence == place.sentence; }
};

/// Of references with this chance or more, more than 95 in 100 are right: see README.md.
inline constexpr language::Chance kSafeReference = 0.9F;

/// Whom he and she (him, his, her, hers) mean, in order, where it is somebody named before: all
/// that are likelier than not, with their chance. Everything else says nothing: first and second
/// person, "it" and "they", reflexives, names that only follow, people who are named nowhere.
/// O(words).
[[nodiscard]] std::vector<Reference> find_references(const AnalysedArticle& article,
                                                     const Entities& entities, Nouns& nouns);

/// Gives people whose gender is open the one that safe references to them agree on.
void add_genders(std::span<const Reference> references, const AnalysedArticle& article,
                 Entities& entities);

/// How much each feature speaks for a candidate.
using ReferenceWeights = std::array<std::int16_t, kFeatures>;

/// What had at least this share of all candidates' odds was right with this chance.
struct ReferenceStep {
  double share = 0;
  double right = 0;
};

/// Learned by `train-language references`; see reference_weights.cpp.
[[nodiscard]] const ReferenceWeights& reference_weights();
[[nodiscard]] std::span<const ReferenceStep> reference_steps();

/// The likeliest candidate by these weights, and its share of the odds of all, times its certainty.
[[nodiscard]] Choice likeliest(const Pronoun& pronoun, const ReferenceWeights& weights);

}  // namespace recto::discourse
