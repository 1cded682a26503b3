// How counts and times are said.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "content/deck/deck.h"
#include "game/study/day.h"

namespace recto::screens {

/// "1 card", "12 cards".
[[nodiscard]] std::string counted(std::size_t count, std::string_view one, std::string_view many);

/// "about 6 minutes"; never less than one.
[[nodiscard]] std::string about_minutes(std::chrono::milliseconds time);

/// "3 December"; with the year where it is not that of `today`.
[[nodiscard]] std::string day_in_words(study::Day day, study::Day today);
/// "today", "tomorrow", "in 9 days"; "3 days ago".
[[nodiscard]] std::string days_from_now(study::Day day, study::Day today);
/// "Thursday, 26 November"
[[nodiscard]] std::string weekday_in_words(study::Day day);
/// What to do to get a deck (F1).
[[nodiscard]] std::string invitation();

/// The title of a deck, also where it has none.
[[nodiscard]] std::string title_in_words(const std::string& title);

/// One option of a card, or its answer: "True" for the file's "true"; several answers a line each.
[[nodiscard]] std::string option_in_words(const Card& card, const std::string& option);
[[nodiscard]] std::string answer_in_words(const Card& card);

/// What a card takes when nothing is known about the learner's pace.
inline constexpr std::chrono::seconds kUsualPace{15};

}  // namespace recto::screens
