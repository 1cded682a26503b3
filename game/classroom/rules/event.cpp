#include "game/classroom/rules/event.h"

#include <array>

namespace recto::classroom {

std::string_view name_of(Reason reason) {
  constexpr std::array<std::string_view, 17> kNames = {
      "unknown_seat",   "removed",    "not_approved",   "locked",      "full",   "name_empty",
      "name_too_long",  "name_taken", "name_unwelcome", "not_on_list", "early",  "late",
      "other_question", "already",    "paused",         "malformed",   "not_now"};
  return kNames.at(static_cast<std::size_t>(reason));
}

}  // namespace recto::classroom
