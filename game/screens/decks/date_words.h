// Dates as a person types them.
#pragma once

#include <optional>
#include <string_view>

#include "game/study/day.h"

namespace recto::screens {

/// "2026-12-03", "3 December", "Dec 3, 2027", "3.12.", "friday", "tomorrow", "in 10 days", "2
/// weeks". Without a year the next such day after `today`. None for what is no date, and for one
/// that is not after `today`.
[[nodiscard]] std::optional<study::Day> read_date(std::string_view text, study::Day today);

}  // namespace recto::screens
