#include "tools/discourse/references.h"

#include <algorithm>
#include <utility>

namespace recto::discourse {
namespace {

language::Chance calibrated(double share) {
  double right = 0;
  for (const ReferenceStep& step : reference_steps())
    if (share >= step.share) right = step.right;
  return static_cast<language::Chance>(right);
}

}  // namespace

Choice likeliest(const Pronoun& pronoun, const ReferenceWeights& weights) {
  std::vector<Bits64> scores;
  scores.reserve(pronoun.candidates.size());
  for (const Candidate& candidate : pronoun.candidates) {
    Bits64 score = 0;
    for (std::size_t i = 0; i < kFeatures; ++i)
      if (candidate.features.test(i)) score += weights.at(i);
    scores.push_back(score);
  }
  const auto best = std::ranges::max_element(scores);
  if (best == scores.end()) return {};
  double all = 0;
  for (const Bits64 score : scores)
    all += odds_of(score - *best);
  const auto index = static_cast<std::size_t>(best - scores.begin());
  return {index, 1.0 / all * pronoun.candidates[index].certainty};
}

void add_genders(std::span<const Reference> references, const AnalysedArticle& article,
                 Entities& entities) {
  std::vector<std::pair<std::size_t, std::size_t>> votes(entities.all.size());  // he, she
  for (const Reference& reference : references) {
    if (reference.chance < kSafeReference || reference.entity >= votes.size()) continue;
    const Gender gender =
        gender_of_pronoun(article.folded(reference.place.sentence, reference.place.begin));
    if (gender == Gender::He) ++votes[reference.entity].first;
    if (gender == Gender::She) ++votes[reference.entity].second;
  }
  for (std::size_t id = 0; id < votes.size(); ++id) {
    const auto [he, she] = votes[id];
    Gender& gender = entities.all[id].gender;
    if (gender != Gender::Unknown || (he > 0) == (she > 0)) continue;
    gender = he > 0 ? Gender::He : Gender::She;
  }
}

std::vector<Reference> find_references(const AnalysedArticle& article, const Entities& entities,
                                       Nouns& nouns) {
  std::vector<Reference> found;
  walk_pronouns(article, entities, nouns, [&](const Pronoun& pronoun) {
    const Choice choice = likeliest(pronoun, reference_weights());
    const Candidate& candidate = pronoun.candidates[choice.candidate];
    constexpr language::Chance kLikely = 0.5F;
    const language::Chance chance = calibrated(choice.chance);
    // "The teacher met Pierre. He left.": the odds are for the name, readers think of the teacher.
    const bool open = candidate.features.test(static_cast<std::size_t>(Feature::Outranked));
    if (candidate.entity != kNoEntity && chance >= kLikely && !open)
      found.push_back({pronoun.place, candidate.entity, candidate.place, chance});
    return choice;
  });
  return found;
}

}  // namespace recto::discourse
