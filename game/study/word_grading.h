// Other forms of words, typing mistakes, parts and synonyms: rules G14 to G16 of the product's
// table.
#pragma once

#include <optional>

#include "game/study/question.h"

namespace recto::study {

/// G14: the key's content words in another inflection or order.
[[nodiscard]] bool differ_in_forms(const Question& question, const AnswerText& typed,
                                   const AnswerText& key);

/// G15: how many letters may be wrong in a key of so many letters: none up to 3, 1 up to 7, 2 up to
/// 13, then 3.
[[nodiscard]] int typing_tolerance(std::size_t letters);

/// G15: a slip within the tolerance, at most two letters in one word; almost where a word became
/// another of the dictionary, wrong where it became its opposite. Digits and single letters have no
/// tolerance. None beyond it.
[[nodiscard]] std::optional<Graded> grade_spelling(const AnswerText& typed, const AnswerText& key,
                                                   const Question& question);

/// G16: more than half of the key's content words, or a synonym of it. Words that the prompt has
/// are not counted where others are left.
[[nodiscard]] bool is_part_or_synonym(const Question& question, const AnswerText& typed,
                                      const AnswerText& key);

}  // namespace recto::study
