// Is a typed answer right by its value? Rules G5 to G9 of the product's table.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "game/study/grading.h"

namespace recto::study {

/// The verdict where the typed text and one of the card's answers are values (numbers, quantities,
/// money, dates, times); none where they are not, and wording decides. What the table calls almost
/// (a unit left out, the year for the date) is Wrong until the screens can ask whether to count it.
/// A number that only rounds to the key is wrong where a rival is exactly that number.
/// `language` (BCP 47) tells what 1.500 is.
[[nodiscard]] std::optional<Graded> grade_value(std::string_view typed, const Card& card,
                                                const Grading& deck_grading,
                                                std::span<const std::string> rivals,
                                                std::string_view language);

}  // namespace recto::study
