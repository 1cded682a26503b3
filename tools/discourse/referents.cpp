#include "tools/discourse/referents.h"

#include <algorithm>

namespace recto::discourse {
namespace {

using Fitting = std::vector<const Referent*>;

Feature feature(Feature first, std::size_t offset) {
  return static_cast<Feature>(static_cast<std::size_t>(first) + offset);
}

Feature gender_feature(const Referent& referent, Gender pronoun) {
  if (referent.gender != Gender::Unknown) return Feature::GenderKnown;
  const int same = pronoun == Gender::He ? referent.he : referent.she;
  const int other = pronoun == Gender::He ? referent.she : referent.he;
  if (same > other) return Feature::GenderByPronoun;
  return other > same ? Feature::GenderAgainst : Feature::GenderOpen;
}

Feature count_feature(std::size_t count) {
  if (count == 1) return Feature::Once;
  if (count <= 3) return Feature::TwiceOrThrice;
  return count <= 8 ? Feature::Often : Feature::VeryOften;
}

bool is_most_often(const Fitting& fitting, const Referent& referent) {
  return std::ranges::none_of(fitting, [&](const Referent* other) {
    return other != &referent && other->count >= referent.count;
  });
}

/// No subject where another one that fits was the subject.
bool is_outranked(const Fitting& fitting, const Referent& referent) {
  return referent.role != Role::Subject && std::ranges::any_of(fitting, [&](const Referent* other) {
           return other->role == Role::Subject && other->sentence == referent.sentence;
         });
}

bool is_only_name(const Fitting& fitting, const Referent& referent) {
  return referent.entity != kNoEntity && std::ranges::none_of(fitting, [&](const Referent* other) {
           return other != &referent && other->entity != kNoEntity;
         });
}

}  // namespace

Features features_of(const Fitting& fitting, std::size_t rank, const Asked& asked) {
  const Referent& referent = *fitting[rank];
  Features features;
  const auto set = [&](Feature f, bool holds = true) {
    if (holds) features.set(static_cast<std::size_t>(f));
  };
  const std::size_t distance = std::min<std::size_t>(asked.sentence - referent.sentence, 4);
  const std::size_t near = std::min<std::size_t>(distance, 2);
  set(feature(Feature::Same, distance));
  set(feature(Feature::SubjectSame, 3 * static_cast<std::size_t>(referent.role) + near));
  const std::size_t as = asked.role == Role::Subject ? 0 : (asked.role == Role::Owner ? 1 : 2);
  set(feature(Feature::AsSubjectSame, 3 * as + near));
  set(Feature::Parallel, asked.role == referent.role);
  set(referent.what);
  set(gender_feature(referent, asked.gender));
  set(feature(Feature::Latest, std::min<std::size_t>(rank, 3)));
  set(count_feature(referent.count));
  set(Feature::MostOften, is_most_often(fitting, referent));
  set(feature(Feature::PronounSame, near), referent.pronoun == asked.gender);
  set(Feature::Outranked, is_outranked(fitting, referent));
  set(Feature::OnlyOne, fitting.size() == 1);
  set(Feature::OnlyName, is_only_name(fitting, referent));
  const std::size_t passages = asked.passage - referent.passage;
  set(feature(Feature::SamePassage, std::min<std::size_t>(passages, 2)));
  set(Feature::AcrossQuote, referent.quoted != asked.quoted);
  set(Feature::Joined, referent.joined);
  const bool named = referent.entity != kNoEntity;
  set(Feature::FullName, named && referent.place.end - referent.place.begin > 1);
  set(Feature::InFirst, referent.first);
  return features;
}

}  // namespace recto::discourse
