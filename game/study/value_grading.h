// Is a typed answer right by its value? Rules G5 to G9 of the product's table.
#pragma once

#include <optional>
#include <string_view>

#include "game/study/question.h"

namespace recto::study {

/// The verdict where both texts are values (numbers, quantities, money, dates, times); none where
/// they are not, and wording decides. A number that only rounds to the key is wrong where a rival
/// is exactly that number.
[[nodiscard]] std::optional<Graded> grade_value(const Question& question, std::string_view typed,
                                                std::string_view key);

}  // namespace recto::study
