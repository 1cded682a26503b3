// Answers of several items: rule G12 of the product's table.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "game/study/question.h"

namespace recto::study {

/// The items of a plain text between commas, semicolons, strokes, line breaks and the language's
/// "and"; one item where there are none. Commas in numbers part nothing.
[[nodiscard]] std::vector<std::string> list_items(std::string_view plain, const AnswerWords& words);

/// Grades one item against another.
using GradeItem = std::function<Graded(const std::string& typed, const std::string& key)>;

/// The verdict where the key is a list: any order, the worst of the items; one missing or one too
/// many is almost, more is wrong. None where the key is no list, or where what was typed neither is
/// one nor has an item of it.
[[nodiscard]] std::optional<Graded> grade_list(const Question& question, const AnswerText& typed,
                                               const AnswerText& key, const GradeItem& grade_item);

}  // namespace recto::study
