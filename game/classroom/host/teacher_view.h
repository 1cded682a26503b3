// What a teacher's line is told, as JSON texts. Holds the answers: never for a phone.
#pragma once

#include <string>
#include <vector>

#include "game/classroom/rules/room.h"

namespace recto::classroom {

/// What the list of seats shows of one.
struct SeatShown {
  std::string name;
  std::string team;  ///< empty without teams
  Seat::Status status = Seat::Status::In;
  bool connected = false;
  bool claimed = false;  ///< another phone asks for it
  int extra_percent = 0;
  int at = 0;  ///< OwnSpeed: the question it is at, from 0

  bool operator==(const SeatShown&) const = default;
};

[[nodiscard]] std::string_view name_of(Seat::Status status);  ///< "waiting", "in", "removed"

/// Stage, counts, time, the question with its answer and notes, and how the class answered it.
[[nodiscard]] std::string wall_message(const Room& room, Millis now);

/// The seats that are not as `shown` has them, which it then has; empty when all are. With 5,000
/// seats a whole list takes 400 KB: too much for five times a second.
[[nodiscard]] std::string seats_message(const Room& room, std::vector<SeatShown>& shown);

}  // namespace recto::classroom
