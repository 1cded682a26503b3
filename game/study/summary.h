// What a session came to, and how intervals are said.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "game/study/session.h"

namespace recto::study {

/// What a session came to (F27).
struct Summary {
  std::size_t answers = 0;
  std::size_t facts = 0;
  std::size_t right_first = 0;  ///< facts whose first answer was not Again
  std::chrono::milliseconds time{};
  std::vector<CardOf> missed;    ///< rated Again at least once, in order of first miss
  std::size_t due_tomorrow = 0;  ///< of the session's facts
  std::size_t due_in_week = 0;   ///< of them, within seven days from tomorrow on
};
[[nodiscard]] Summary summary_of(const Session& session, Instant now);

/// "< 1 min", "10 min", "3 hours", "4 days", "2.5 months", "1.2 years": how long until `due`, as
/// the rating buttons say it. A later moment never reads as less; days are told exactly up to two
/// months.
[[nodiscard]] std::string interval_text(Instant now, const memory::State& state);

}  // namespace recto::study
