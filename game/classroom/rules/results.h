// What a finished quiz came to, as a table.
#pragma once

#include <string>

#include "game/classroom/rules/room.h"

namespace recto::classroom {

/// CSV (RFC 4180): a line a player with place, name, team, points, then per counted question the
/// answer in words and its points; before them one header line. A text that a spreadsheet would
/// take for a formula (= + - @, tab, carriage return) gets an apostrophe in front (OWASP, "CSV
/// injection").
[[nodiscard]] std::string results_csv(const Room& room);

}  // namespace recto::classroom
