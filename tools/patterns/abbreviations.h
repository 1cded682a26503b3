// "World Health Organization (WHO)", "WHO (World Health Organization)": short forms that a sentence
// explains.
#pragma once

#include <vector>

#include "tools/patterns/sentence.h"

namespace recto::patterns {

struct Abbreviation {
  Words full;   ///< "World Health Organization", without an article before it
  Words brief;  ///< "WHO"

  bool operator==(const Abbreviation&) const = default;
};

/// Abbreviations of a sentence in order: two to ten letters, two of them capitals at least, beside
/// or inside brackets, that are the initials of the words on the other side in their order. Small
/// words ("of", "the") may be left out or counted; small letters may go on with a word ("CPhA",
/// "DemoS"); a name may go on behind what is abbreviated ("Christian Democratic Union of Germany
/// (CDU)"). Linear: a bracket costs at most the words that ten letters can stand for.
[[nodiscard]] std::vector<Abbreviation> find_abbreviations(const Sentence& sentence);

}  // namespace recto::patterns
