// "Leonhard Euler, the Swiss mathematician, …", "the Swiss mathematician Leonhard Euler": a name
// and a description of the same thing side by side.
#pragma once

#include <vector>

#include "content/words/lexicon.h"
#include "tools/patterns/names.h"
#include "tools/patterns/sentence.h"

namespace recto::patterns {

enum class AppositionForm {
  Behind,  ///< "Basel, a city on the Rhine, …": the description follows, between marks
  Before,  ///< "The country's largest city, Basel, …": the name follows, between marks
  Close    ///< "the Swiss city Basel": no mark between
};

struct Apposition {
  AppositionForm form = AppositionForm::Behind;
  Words name;
  Words description;  ///< with its article, up to the closing mark: "a city on the Rhine"
  WordId head = 0;    ///< the description's noun: "city"

  bool operator==(const Apposition&) const = default;
};

/// The appositions of a sentence in order of their names. Left out when anything speaks against
/// one: a list, an address, a date; a noun that cannot be what the name is; another number; a verb
/// in the description; and when neither the tree agrees nor the noun by itself says what a name of
/// that kind is (LANGUAGE.md 7). Linear in the sentence.
[[nodiscard]] std::vector<Apposition> find_appositions(const Sentence& sentence,
                                                       const Lexicon& lexicon);

}  // namespace recto::patterns
