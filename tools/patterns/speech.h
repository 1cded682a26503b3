// Who says: verbs of saying, and the noun phrases beside them.
#pragma once

#include <optional>

#include "content/words/lexicon.h"
#include "tools/patterns/sentence.h"

namespace recto::patterns {

/// Whether the word is a verb of saying in any form: "said", "tweeted", "has argued".
[[nodiscard]] bool is_saying(const Sentence& sentence, WordId at, const Lexicon& lexicon);

/// The subject that stands before a verb, without what is inserted between commas: "Ada Lemmon" of
/// "Ada Lemmon, a doctor, said". None when the verb is negated, when it is "who" or "which", and
/// when the tree has another subject.
[[nodiscard]] std::optional<Words> subject_before(const Sentence& sentence, WordId verb);

/// The noun phrase that begins at a word and ends before a mark or a preposition: "the boss Jo
/// Tarr" of "said the boss Jo Tarr in London".
[[nodiscard]] std::optional<Words> speaker_at(const Sentence& sentence, WordId at);

}  // namespace recto::patterns
