// Learners who do not exist, for tests and benchmarks that need logs of any size.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "game/memory/history.h"
#include "game/memory/parameters.h"

namespace recto::test {

struct Learner {
  std::uint64_t seed = 1;      ///< decides everything, the hidden parameters too
  std::size_t answers = 1000;  ///< length of the log
  std::size_t new_a_day = 10;  ///< cards
  double noise = 1.0;  ///< how much cards, days and moments differ from the model; 0: not at all
};

struct Simulated {
  std::vector<memory::LoggedAnswer> log;  ///< in the order of time
  memory::Parameters truth{};             ///< what the learner's memory follows
};

/// The log of somebody whose memory follows FSRS-6 with hidden parameters, each card a little
/// easier or harder, each day in a better or worse form, and who is scheduled with the defaults
/// (steps of 1 and 10 minutes, fuzz). Skips a day in twelve. Same learner, same log.
[[nodiscard]] Simulated simulated(const Learner& learner);

}  // namespace recto::test
