// The values of a sentence, tied to its words: what is measured, which noun is counted.
#pragma once

#include <optional>
#include <vector>

#include "content/words/units.h"
#include "content/words/value.h"
#include "tools/patterns/sentence.h"

namespace recto::patterns {

enum class Measure {
  Count,     ///< "three laureates"
  Ordinal,   ///< "the third"
  Quantity,  ///< "324 metres"; its dimension is told
  Duration,  ///< "five weeks": how long
  Offset,    ///< "two months later", "ten years ago": how far from another time
  Age,       ///< "aged 85", "a 14-year-old boy"
  Money,
  Percent,
  Date,  ///< and spans between two dates: "from 1879 to 1883"
  Clock,
  Score
};

struct SentenceValue {
  Measure measure = Measure::Count;
  Value value;  ///< normal form, hedge
  Span span;    ///< in the sentence, hedge and unit included
  Words words;  ///< the fewest that hold the span
  /// Of a Count the noun that stands behind the number ("three of the first laureates"); of a
  /// Duration the unit when words stand between ("four straight years").
  std::optional<WordId> counted;
  std::optional<Dimension> dimension;  ///< Quantity, Duration, Offset, Age
  bool whole_words = false;            ///< the span begins and ends with words
  bool attributive = false;  ///< right before a noun: "the 1996 Olympics", "a 16 mm film"; no count
  bool second_form = false;  ///< in brackets, the value before it in another unit: "(1,064 ft)"
};

/// The values that content/words finds in the sentence, in order, English. Left out, as the tags
/// tell: numbers inside names ("Six Feet Under", "399 Persephone"), behind nouns ("epsilon 4"),
/// right before a singular one ("4K video"), alone at the end of brackets ("7-6 (5)"). Linear.
[[nodiscard]] std::vector<SentenceValue> find_values(const Sentence& sentence);

}  // namespace recto::patterns
