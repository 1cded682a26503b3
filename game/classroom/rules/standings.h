// Who stands where, and how the class answered: what the wall, the phones and the results show.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "game/classroom/rules/room.h"

namespace recto::classroom {

struct Standing {
  SeatId seat{};
  int points = 0;
  int place = 1;  ///< ties share one; the next ones are as many places behind

  bool operator==(const Standing&) const = default;
};

struct TeamStanding {
  int team = 0;       ///< place in Settings::teams
  double points = 0;  ///< the mean of its members; 0 without any
  int place = 1;

  bool operator==(const TeamStanding&) const = default;
};

/// Everyone who plays or has left by themself, best first; equal ones in the order of joining.
[[nodiscard]] std::vector<Standing> standings(const Room& room);

/// The same by seat; nothing for those who do not stand anywhere.
[[nodiscard]] std::vector<std::optional<Standing>> standings_by_seat(const Room& room);

/// Empty without teams.
[[nodiscard]] std::vector<TeamStanding> team_standings(const Room& room);

/// One text that was typed, by all who wrote it with other case and blanks.
struct TypedGroup {
  std::string text;  ///< as the first one wrote it
  int count = 0;
  study::Verdict verdict = study::Verdict::Wrong;

  bool operator==(const TypedGroup&) const = default;
};

/// How the class answered one question, by phones and with cards.
struct Tally {
  int answered = 0;
  int right = 0;                   ///< with the full share
  std::vector<int> options;        ///< how many chose each; Order: how many had it at its place
  std::vector<TypedGroup> groups;  ///< the largest first
  Millis median_time{0};           ///< of those who answered by phone

  bool operator==(const Tally&) const = default;
};

/// Right ones and verdicts say something from Stage::Closed on.
[[nodiscard]] Tally tally_of(const Room& room, int question);

/// How many of the connected have answered the present question's round: "17 of 28".
struct Progress {
  int answered = 0, connected = 0;

  bool operator==(const Progress&) const = default;
};
[[nodiscard]] Progress progress_of(const Room& room);

}  // namespace recto::classroom
