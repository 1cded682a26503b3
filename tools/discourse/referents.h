// Those who were mentioned, and what speaks for each when a pronoun comes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tools/discourse/anaphora.h"

namespace recto::discourse {

enum class Role : std::uint8_t { Subject, Object, Oblique, Owner, Other };

/// Somebody who was mentioned.
struct Referent {
  EntityId entity = kNoEntity;
  std::string noun;     ///< singular, of a common noun
  bool person = false;  ///< one, as far as is known
  Gender gender = Gender::Unknown;
  Feature what = Feature::NameOther;
  Place place;  ///< last by name or noun
  int he = 0;   ///< pronouns that were taken for it
  int she = 0;
  // The last mention, pronouns included:
  SentenceId sentence = 0;
  std::size_t passage = 0;
  WordId head = 0;
  Role role = Role::Other;
  Gender pronoun = Gender::Unknown;  ///< that mentioned it; none for a name or noun
  double certainty = 1;              ///< that this mention means it
  bool joined = false;
  bool quoted = false;
  bool first = false;
  std::size_t order = 0;  ///< of mentions, over the article
  std::size_t count = 0;
};

/// A pronoun with where it stands.
struct Asked {
  Gender gender = Gender::He;
  Role role = Role::Other;
  SentenceId sentence = 0;
  std::size_t passage = 0;
  bool quoted = false;
};

/// What holds of one of those that fit, which are in order, the latest first.
[[nodiscard]] Features features_of(const std::vector<const Referent*>& fitting, std::size_t rank,
                                   const Asked& asked);

}  // namespace recto::discourse
