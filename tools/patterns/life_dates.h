// "Daniel Bernoulli (8 February 1700 – 17 March 1782)": when someone was born and died.
#pragma once

#include <optional>
#include <vector>

#include "content/words/lexicon.h"
#include "content/words/value.h"
#include "tools/patterns/sentence.h"

namespace recto::patterns {

struct LifeDate {
  Date date;
  bool about = false;  ///< "c. 1412"
  Span span;           ///< in the sentence, without "born" and "c."

  bool operator==(const LifeDate&) const = default;
};

struct LifeDates {
  Words name;     ///< whose
  Words bracket;  ///< with its marks
  std::optional<LifeDate> birth;
  std::optional<LifeDate> death;
};

/// The life dates in brackets behind names, in order: "1700–1782", "born 1700", "b. 1 May 1950 in
/// Ulm", "d. 1782", "c. 1412 – 1431", "Latin: Eusebius; c. 347 – 420", "1825 –". One of the two at
/// least is there, birth not after death. Left out: reigns, terms, "fl."; what no person can have
/// ("the Thirty Years' War (1618–1648)"): another kind of name, common nouns in it, less than 18 or
/// more than 120 years. Linear.
[[nodiscard]] std::vector<LifeDates> find_life_dates(const Sentence& sentence,
                                                     const Lexicon& lexicon);

}  // namespace recto::patterns
