// The memory model of FSRS-6: how stability and difficulty change, and what they predict.
// Source of every formula: ALGORITHM.md section 2 beside the vectors.
#pragma once

#include <array>

#include "content/base/result.h"
#include "game/memory/parameters.h"

namespace recto::memory {

enum class Rating { Again = 1, Hard, Good, Easy };

/// What is remembered of one fact.
struct Memory {
  double stability = 0.0;   ///< days until recall falls to 90 %, [0.001, 36500]
  double difficulty = 0.0;  ///< [1, 10]

  bool operator==(const Memory&) const = default;
};

/// What an answer of each rating leads to: Again, Hard, Good, Easy at [0] to [3].
using Outcomes = std::array<Memory, 4>;

/// The formulas for one set of parameters. A value. Memories that are handed in are brought into
/// their ranges first; what is no number counts as the lowest.
class Model {
 public:
  /// How results are kept. Scheduling rounds to eight decimals, as ts-fsrs does, and lets no first
  /// stability fall below 0.1; training and metrics (fsrs-rs) round nothing.
  enum class Convention { Exact, Scheduling };
  /// Whether an answer on the day of the last one follows the same-day formula.
  enum class SameDay { OwnFormula, AsAnyDay };

  Model(const Parameters& parameters, Convention convention,
        SameDay same_day = SameDay::OwnFormula);

  /// R(t, S) = (1 + f·t/S)^−w20 with f = 0.9^(−1/w20) − 1, so that R(S, S) = 0.9.
  /// `days` below 0 count as 0.
  [[nodiscard]] double retrievability(double days, double stability) const;

  /// Days after which recall has fallen to `retention`, in (0, 1); interval(S, 0.9) = S. It is
  /// S times the interval for a stability of one day.
  [[nodiscard]] double interval(double stability, double retention) const;
  [[nodiscard]] double interval_of_a_day(double retention) const;

  /// After the first answer: S = w[g−1], D = w4 − e^(w5 (g−1)) + 1 for ratings g = 1 to 4.
  [[nodiscard]] Outcomes first() const;
  /// After a later answer. `days` are whole days since the last one; below 0 they count as 0.
  [[nodiscard]] Outcomes next(const Memory& before, int days) const;

  /// The memory that an SM-2 card stands for: `ease` factor (2.5 = 250 %), `interval` in days, and
  /// the retention that it was scheduled for. Errors: BadInput when there is no such memory.
  [[nodiscard]] Result<Memory> from_sm2(double ease, double interval, double retention) const;

 private:
  [[nodiscard]] double rounded(double value) const;
  [[nodiscard]] double next_difficulty(double difficulty, int rating) const;
  [[nodiscard]] std::array<double, 4> same_day_stabilities(double stability) const;
  [[nodiscard]] std::array<double, 4> later_stabilities(const Memory& memory, int days) const;
  [[nodiscard]] double lapse_stability(const Memory& memory, double recall) const;

  Parameters w_;
  Convention convention_;
  SameDay same_day_;
  // What depends on the parameters alone is worked out once.
  double decay_;          ///< −w20
  double factor_;         ///< 0.9^(1/decay) − 1
  double growth_;         ///< e^w8
  double lapse_divisor_;  ///< e^(w17 w18): a lapse leaves S through this at most
  std::array<double, 4> first_difficulty_{};  ///< not limited to [1, 10]
  std::array<double, 4> same_day_growth_{};   ///< e^(w17 (g − 3 + w18))
};

}  // namespace recto::memory
