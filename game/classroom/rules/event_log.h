// Events and settings as lines of JSON: what the journal keeps, and what replays a room.
//
//   {"t":81250,"e":"answer","seat":3,"question":2,"round":1,"options":[1],"text":""}
//
// "t" is in milliseconds; the other members are those of the event (event.h) by their names.
#pragma once

#include <string>
#include <string_view>

#include "content/base/result.h"
#include "game/classroom/rules/event.h"
#include "game/classroom/rules/quiz.h"

namespace recto::classroom {

/// One line, without its line feed. Bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string write_event(const TimedEvent& event);

/// Error: BadInput for what write_event does not write.
[[nodiscard]] Result<TimedEvent> read_event(std::string_view line);

/// A JSON object on one line, and back; members that are missing have their defaults.
[[nodiscard]] std::string write_settings(const Settings& settings);
[[nodiscard]] Result<Settings> read_settings(std::string_view text);

}  // namespace recto::classroom
