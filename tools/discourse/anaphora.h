// He and she in an article, each with what it may refer to, and what speaks for each of these.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "tools/discourse/entities.h"

namespace recto::discourse {

/// What may hold of a candidate, or of a pronoun as a whole (those that begin with None).
enum class Feature : std::uint8_t {
  // How many sentences ago it was mentioned last, pronouns that refer to it included.
  Same,
  Previous,
  TwoAgo,
  ThreeAgo,
  FurtherAgo,
  // As what it was mentioned last: in the same sentence, the previous one, before.
  SubjectSame,
  SubjectPrevious,
  SubjectBefore,
  ObjectSame,
  ObjectPrevious,
  ObjectBefore,
  ObliqueSame,
  ObliquePrevious,
  ObliqueBefore,
  OwnerSame,
  OwnerPrevious,
  OwnerBefore,
  OtherSame,
  OtherPrevious,
  OtherBefore,
  // What the pronoun is, with the distance.
  AsSubjectSame,
  AsSubjectPrevious,
  AsSubjectBefore,
  AsOwnerSame,
  AsOwnerPrevious,
  AsOwnerBefore,
  AsOtherSame,
  AsOtherPrevious,
  AsOtherBefore,
  Parallel,  ///< both are subject, object …
  // What it is.
  NameSure,    ///< a name of the right kind, as good as certain
  NameUnsure,  ///< … likely
  NameOther,   ///< a name of no known kind
  NounDefinite,
  NounIndefinite,
  NounOwned,  ///< "his wife"
  NounBare,
  NounMaybe,   ///< a noun that means somebody in one of its lesser senses
  Unresolved,  ///< a pronoun before of which nobody knows who is meant
  // Whether it takes this pronoun.
  GenderKnown,
  GenderByPronoun,  ///< a pronoun before said so
  GenderAgainst,    ///< a pronoun before said otherwise
  GenderOpen,
  // How many fitting ones were mentioned later.
  Latest,
  SecondLatest,
  ThirdLatest,
  Older,
  // How often it was mentioned up to here.
  Once,
  TwiceOrThrice,
  Often,
  VeryOften,
  MostOften,  ///< of all that fit
  // It was last mentioned by the same pronoun: in the same sentence, the previous one, before.
  PronounSame,
  PronounPrevious,
  PronounBefore,
  Outranked,  ///< no subject where another one that fits was the subject
  OnlyOne,    ///< nothing else fits
  OnlyName,   ///< no other name fits
  SamePassage,
  PreviousPassage,
  OtherPassage,
  AcrossQuote,  ///< it was told in a quotation, the pronoun stands outside
  Joined,       ///< "X and Y"
  FullName,     ///< its last name had several words
  InFirst,      ///< it opened its sentence
  // Of the pronoun.
  None,
  NoneInQuote,
  NoneName,     ///< a name that fits follows in the sentence: "In her youth Curie …"
  NoneNear,     ///< nothing fits in this sentence and the one before
  NoneOpening,  ///< in the first sentence of a passage
};
inline constexpr std::size_t kFeatures = static_cast<std::size_t>(Feature::NoneOpening) + 1;

using Features = std::bitset<kFeatures>;

/// As it stands in the enumeration.
[[nodiscard]] std::string_view name_of(Feature feature);

struct Candidate {
  EntityId entity = kNoEntity;  ///< none for a common noun, and for "none of these"
  Place place;  ///< its last mention by name or noun; of an unresolved pronoun its own
  Features features;
  double certainty = 1;  ///< that its last mention, if by a pronoun, means it
};

struct Pronoun {
  Place place;
  Gender gender = Gender::He;
  /// The latest first; the last one is "none of these".
  std::vector<Candidate> candidates;
};

/// He for "he", "him", "his", She for "she", "her", "hers" (folded), Unknown for all else.
[[nodiscard]] Gender gender_of_pronoun(std::string_view folded);

/// Which candidate a pronoun is taken for, and the chance that this is right.
struct Choice {
  std::size_t candidate = 0;
  double chance = 0;
};

/// Walks through the article and asks `decide` for each he, him, his, she, her, hers in turn. What
/// is decided with a chance of a half or more counts as a mention for the pronouns to come; else
/// the pronoun itself is somebody to refer to. Left out are reflexives (often for emphasis), "he or
/// she", and pronouns in titles ("Write Love on Her Arms"). Inside a quotation only what it tells
/// counts. Only what was mentioned before in the last five sentences is a candidate, of these the
/// last 24. O(words).
void walk_pronouns(const AnalysedArticle& article, const Entities& entities, Nouns& nouns,
                   const std::function<Choice(const Pronoun&)>& decide);

}  // namespace recto::discourse
