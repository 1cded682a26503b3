// Names in other forms: abbreviations, spellings, people. Rules G10 and G11 of the product's table.
#pragma once

#include <optional>

#include "game/study/question.h"

namespace recto::study {

/// G5 and G10: the same words but for numbers in them, hyphens, dots and British spelling; an
/// abbreviation and its full form; two names of a country. Almost where only the initials of a full
/// form fit, or another answer of the deck has the same. None where that does not decide.
[[nodiscard]] std::optional<Graded> grade_same_name(const Question& question,
                                                    const AnswerText& typed, const AnswerText& key);

/// G11, where the question asks for a person or the key has a person's title: None where it does
/// not, or where the names have nothing to do with each other.
[[nodiscard]] std::optional<Graded> grade_person(const Question& question, const AnswerText& typed,
                                                 const AnswerText& key);

/// What a person's key may be shortened to, for typing mistakes in it: the surname, and the first
/// given name with it. Empty where the key is no person.
[[nodiscard]] std::vector<AnswerText> short_forms(const Question& question, const AnswerText& key);

}  // namespace recto::study
