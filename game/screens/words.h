// How counts and times are said.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace recto::screens {

/// "1 card", "12 cards".
[[nodiscard]] std::string counted(std::size_t count, std::string_view one, std::string_view many);

/// "about 6 minutes"; never less than one.
[[nodiscard]] std::string about_minutes(std::chrono::milliseconds time);

/// What a card takes when nothing is known about the learner's pace.
inline constexpr std::chrono::seconds kUsualPace{15};

}  // namespace recto::screens
