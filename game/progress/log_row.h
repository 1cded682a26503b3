// One line of the log, and its packing.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

#include "content/base/instant.h"
#include "content/base/result.h"
#include "game/memory/scheduler.h"
#include "game/progress/decision.h"

namespace recto::progress {

/// An answer or a decision, or that the last one before it is taken back.
struct LogRow {
  Instant at{};                                  ///< of the answer or decision; of the taking back
  std::int64_t card = 0;                         ///< row of the card that was asked
  std::optional<Decision> decision{};            ///< absent: an answer, which has all that follows
  memory::Rating rating = memory::Rating::Good;  ///< taking back: of the answer that goes
  bool taken_back = false;
  memory::Phase phase = memory::Phase::New;  ///< before the answer
  std::chrono::milliseconds took{};          ///< rounded down to 10 ms, at most 10 minutes
  std::int64_t rules = 0;                    ///< row of the rules it was given under

  bool operator==(const LogRow&) const = default;
};

/// The time an answer took as the log keeps it: in 10 ms, at most 10 minutes.
[[nodiscard]] std::int64_t ticks_of(std::chrono::milliseconds took);
inline constexpr std::chrono::milliseconds kTick{10};

/// Rating, phase and time taken as one number, small numbers first so that SQLite stores 3 bytes:
///
///     bits 0–1  rating − 1     bit 2  taken back     bits 3–4  phase     from bit 5  time in 10 ms
[[nodiscard]] std::int64_t pack_answer(const LogRow& row);
/// Sets what pack_answer takes. Error: BadInput for a number that pack_answer never gives.
[[nodiscard]] Result<void> unpack_answer(std::int64_t packed, LogRow& row);

/// The answers and decisions that count, oldest first: each taking back removes the last one before
/// it. Error: BadInput when one has nothing to take back, or names something else.
[[nodiscard]] Result<std::vector<LogRow>> counted(const std::vector<LogRow>& log);

}  // namespace recto::progress
