// Forms of English words: "announce" ↔ "announced", "mouse" ↔ "mice", "big" ↔ "bigger".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/words/lexicon.h"

namespace recto {

/// What a form is of its lemma.
enum class Slot : std::uint8_t {
  Base,         ///< the lemma itself: infinitive, singular, positive
  Plural,       ///< of a noun: mice (NNS)
  Third,        ///< of a verb: goes (VBZ)
  Past,         ///< went (VBD)
  Participle,   ///< gone (VBN)
  Gerund,       ///< going (VBG)
  Comparative,  ///< of an adjective or adverb: bigger, "more beautiful" (JJR, RBR)
  Superlative,  ///< biggest (JJS, RBS)
};

/// Where the two differ: travelled – traveled.
enum class Spelling : std::uint8_t { British, American };

/// The form of a lemma, written as the lemma is ("Mouse" → "Mice"). Always answers; words that the
/// lexicon does not know are taken for regular. Compounds bend their head: "mothers-in-law",
/// "looked up", "prisoners of war". Of several forms in use the most usual. The past of "be" is
/// "was".
[[nodiscard]] std::string inflect(const Lexicon& lexicon, std::string_view lemma, Slot slot,
                                  Spelling spelling = Spelling::British);

/// One reading of a form.
struct WordReading {
  std::string lemma;  ///< in lower case
  PartOfSpeech part = PartOfSpeech::Noun;
  Slot slot = Slot::Base;

  bool operator==(const WordReading&) const = default;
};

/// All readings of a form whose lemmas the lexicon knows, in the order of parts of speech and
/// slots.
[[nodiscard]] std::vector<WordReading> readings(const Lexicon& lexicon, std::string_view form);

/// The lemma, in lower case, of a form that is known to be in this slot of a part of speech, as a
/// tagger knows it. Always answers: of unknown words with the likeliest regular lemma. Auxiliaries
/// as in Universal Dependencies: "'s", "were" → be, "wo" → will, "could" stays.
[[nodiscard]] std::string lemma_of(const Lexicon& lexicon, std::string_view form, PartOfSpeech part,
                                   Slot slot);

/// "a" or "an", by the letters of the word behind it: "an hour", "a union", "an 8-year plan".
[[nodiscard]] std::string_view indefinite_article(std::string_view word);

/// The lemma of a form as this part of speech, of several the most usual; none when the lexicon
/// knows no lemma that it could come from.
[[nodiscard]] std::optional<std::string> lemma_of(const Lexicon& lexicon, std::string_view form,
                                                  PartOfSpeech part);

}  // namespace recto
