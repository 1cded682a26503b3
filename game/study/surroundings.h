// What stands around the key in a typed answer: rule G13 of the product's table.
#pragma once

#include <optional>
#include <string>

#include "game/study/question.h"

namespace recto::study {

/// The typed text without harmless words ("I think"), bracketed remarks and such words of the
/// prompt at its ends that the key does not have; as it is where nothing else would be left.
[[nodiscard]] std::string without_surroundings(const Question& question, const AnswerText& typed,
                                               const AnswerText& key);

/// Whether one of the two denies and the other does not: "not Paris" ~ Paris, "guilty" ~ not
/// guilty.
[[nodiscard]] bool contradicts(const Question& question, const AnswerText& typed,
                               const AnswerText& key);

/// Whether two candidates are offered: "Pacific or Atlantic Ocean" ~ Pacific Ocean.
[[nodiscard]] bool offers_choice(const Question& question, const AnswerText& typed,
                                 const AnswerText& key);

/// The verdict where the key's words stand in the typed text in a row, with others around them:
/// right, or a slip in another form of a word, where those are harmless; wrong where they name
/// another candidate; else almost. None where the key does not stand there.
[[nodiscard]] std::optional<Graded> grade_surrounded(const Question& question,
                                                     const AnswerText& typed,
                                                     const AnswerText& key);

}  // namespace recto::study
