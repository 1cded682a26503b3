// What studying will cost and bring: the coming days simulated, and which desired retention is
// worth its work.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "content/base/instant.h"
#include "content/base/result.h"
#include "game/memory/history.h"
#include "game/memory/scheduler.h"

namespace recto::memory {

/// How somebody answers, and how long that takes.
struct Habits {
  std::array<double, 4> first = {0.25, 0.1, 0.5, 0.15};  ///< shares of the ratings of new cards
  std::array<double, 3> passes = {0.1, 0.83, 0.07};      ///< Hard, Good, Easy where it is recalled
  std::array<double, 4> seconds = {20.0, 14.0, 8.0, 5.0};  ///< an answer, by rating

  bool operator==(const Habits&) const = default;
};

/// The shares of a log, the usual ones counting as 20 answers more; `seconds` as usual.
[[nodiscard]] Habits observed_habits(const Histories& histories);

/// What there is to study. No daily limit but that of new cards is modelled: whoever leaves cards
/// for later does the same work later.
struct Plan {
  std::vector<State> cards;   ///< being studied; new ones count as `new_cards`
  std::size_t new_cards = 0;  ///< still to come
  std::size_t new_a_day = 10;
  Instant today{};  ///< when the learner's day began
  int days = 365;   ///< how far to look, 1 to kLongestInterval
};

/// Expected values; an answer is one press of a button, learning steps included.
struct Workload {
  double desired_retention = 0.0;
  std::vector<double> answers;  ///< by day, from today
  std::vector<double> minutes;  ///< by day
  double remembered = 0.0;      ///< cards recalled if all were asked after the last day

  [[nodiscard]] double answers_a_day() const;
  [[nodiscard]] double minutes_a_day() const;
};

/// The coming days, if the learner's memory follows `settings`. Pure: same seed, same workload.
/// Simulated card by card, small plans several times over. Errors: those of Scheduler::make, and
/// BadInput for days out of their range.
[[nodiscard]] Result<Workload> forecast(const Plan& plan, const Habits& habits,
                                        const Settings& settings, std::uint64_t seed);

/// The same for other desired retentions.
struct RetentionAdvice {
  std::vector<Workload> choices;  ///< from 0.70 to 0.96, ascending
  /// Index of the one with the fewest minutes for each card that is remembered in the end.
  std::size_t best = 0;
};

/// On `threads` threads, at least 1; the result does not depend on them. Errors as forecast.
[[nodiscard]] Result<RetentionAdvice> retention_advice(const Plan& plan, const Habits& habits,
                                                       const Settings& settings, std::uint64_t seed,
                                                       unsigned threads);

}  // namespace recto::memory
