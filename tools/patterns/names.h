// Names with the words that belong to them, and what kind of thing they name.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "content/words/lexicon.h"
#include "tools/patterns/sentence.h"

namespace recto::patterns {

struct NamePhrase {
  Words words;                             ///< without an article before it
  std::optional<language::NameKind> kind;  ///< none when analysis and lexicon do not tell
};

[[nodiscard]] bool is_capital(std::string_view word);  ///< its first letter, of ASCII

/// Whether a word of a name means something by itself: "Senate", "Rivers", not "Basel".
[[nodiscard]] bool is_common_noun(const Lexicon& lexicon, std::string_view word);

/// The names of a sentence in order, apart from each other: what analysis calls a name, and runs of
/// proper nouns with the numbers, hyphens and particles between them ("Louis XIV", "Ludwig van
/// Beethoven", "University of Basel"), as long as they go. Months and weekdays are none. The kind
/// is the analysis' where it names the whole or the last word, else the lexicon's: "Basel" is a
/// place when all that it knows of that name are places. Linear.
[[nodiscard]] std::vector<NamePhrase> find_names(const Sentence& sentence, const Lexicon& lexicon);

}  // namespace recto::patterns
