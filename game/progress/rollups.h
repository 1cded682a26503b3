// The sums that are kept beside facts and log, so that lists and statistics need not read those.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <ratio>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "content/base/result.h"
#include "game/memory/scheduler.h"
#include "game/progress/connection.h"
#include "game/progress/log_row.h"
#include "game/progress/log_walk.h"
#include "game/study/day.h"

namespace recto::progress {

/// The row of `days` that stands for all decks together.
inline constexpr std::int64_t kAllDecks = 0;

/// Day of an instant in UTC, as `due_counts` and `strengths` group them: no time zone moves it.
[[nodiscard]] std::int64_t utc_day(Instant at);

/// Quarter of an hour of an instant, as `due_quarters` groups them.
using Quarters = std::chrono::duration<std::int64_t, std::ratio<900>>;
[[nodiscard]] std::int64_t quarter_of(Instant at);

/// Stability, days above 0, on a scale with 16 steps an octave; levels ascend with stability.
[[nodiscard]] int strength_level(double stability);
/// The stability in the middle of a level, days.
[[nodiscard]] double stability_of_level(int level);

/// Changes to the sums, gathered first and written at once.
class Tally {
 public:
  /// `times` facts more (or less, below 0) that have cards, in `deck`. A suspended one is never
  /// due.
  void count_fact(std::int64_t deck, const Memory& memory, int times);
  /// An answer given on the learner's day `day`; `times` −1: one that is taken back.
  void count_answer(std::int64_t deck, study::Day day, const LogRow& row, int times);
  /// That an answer was taken back on `day`.
  void count_undone(std::int64_t deck, study::Day day, int times);
  /// All facts of a deck that have cards, as they are stored now.
  void count_deck(Connection& connection, std::int64_t deck, int times);

  /// What a fact and its log contribute. Answers that make no sense, which check() names, are left
  /// out.
  void count(const FactLog& fact, const std::map<std::int64_t, Rules>& rules, int times);
  /// The stored sums themselves.
  void count_stored(Connection& connection);

  /// The sums to which a change was gathered, "reviews by day"; empty when all comes to nothing.
  [[nodiscard]] std::vector<std::string> changed() const;
  /// Rows that write() would touch.
  [[nodiscard]] std::size_t size() const;
  /// Adds what was gathered to the stored sums, and forgets it.
  void write(Connection& connection);

 private:
  enum DayColumn { Learning = 0, Review = 4, NewFacts = 8, Undone, Took, Columns };
  using DaySums = std::array<std::int64_t, Columns>;

  std::map<std::tuple<std::int64_t, std::int64_t, std::int64_t>, std::int64_t> due_;
  std::map<std::int64_t, std::int64_t> quarters_;
  std::map<std::pair<std::int64_t, study::Day>, DaySums> days_;
  std::map<std::pair<std::int64_t, int>, std::int64_t> strengths_;
};

/// Makes all sums anew, in the transaction that is open. Reads the whole log: seconds for millions
/// of reviews.
[[nodiscard]] Result<void> rebuild_rollups(Connection& connection);

}  // namespace recto::progress
