// Tag, form and tree → number, tense, voice …
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tools/language/analysed.h"

namespace recto::language {

enum class Number : std::uint8_t { None, Singular, Plural };
enum class Tense : std::uint8_t { None, Present, Past };
enum class VerbForm : std::uint8_t { None, Finite, Infinitive, Participle, Gerund };
enum class Mood : std::uint8_t { None, Indicative, Imperative };
enum class Degree : std::uint8_t { None, Positive, Comparative, Superlative };
enum class Definiteness : std::uint8_t { None, Definite, Indefinite };
enum class Gender : std::uint8_t { None, Masculine, Feminine, Neuter };

/// What kind of pronoun, determiner or adverb.
enum class PronounType : std::uint8_t {
  None,
  Article,
  Personal,
  Demonstrative,
  Interrogative,
  Relative,
  Indefinite,  ///< "some", "anyone"
  Negative,    ///< "no", "never"
  Total,       ///< "all", "every"
  Reciprocal,  ///< "each" other
};

/// Universal features of a word. Of finite verbs number and person are those of their subject.
struct Morphology {
  Number number = Number::None;
  std::uint8_t person = 0;  ///< 1 to 3; 0 for none
  Gender gender = Gender::None;
  Tense tense = Tense::None;
  VerbForm verb = VerbForm::None;
  Mood mood = Mood::None;
  bool passive = false;  ///< a participle in the passive: "was built", "the tower built then"
  Degree degree = Degree::None;
  Definiteness definite = Definiteness::None;
  PronounType pronoun = PronounType::None;
  bool possessive = false;  ///< "my", "mine"

  bool operator==(const Morphology&) const = default;
};

/// The morphology of a sentence's tokens, in order. Their tags, tree and lemmas are set. English;
/// O(tokens), whatever the tree.
[[nodiscard]] std::vector<Morphology> morphology_of(std::string_view sentence,
                                                    const std::vector<Token>& tokens);

}  // namespace recto::language
