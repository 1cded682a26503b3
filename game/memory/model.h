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

class Model {
 public:
  /// How results are kept. Scheduling rounds to eight decimals, as ts-fsrs does, and lets no first
  /// stability fall below 0.1; training and metrics (fsrs-rs) round nothing.
  enum class Convention { Exact, Scheduling };
  /// Whether an answer on the day of the last one follows the same-day formula.
  enum class SameDay { OwnFormula, AsAnyDay };

  Model(const Parameters& parameters, Convention convention,
        SameDay same_day = SameDay::OwnFormula);

  /// R(t, S) = (1 + f·t/S)^−w20 with f = 0.9^(−1/w20) − 1, so that R(S, S) = 0.9. `days` ≥ 0.
  [[nodiscard]] double retrievability(double days, double stability) const;

  /// Days after which recall has fallen to `retention`, in (0, 1); interval(S, 0.9) = S.
  [[nodiscard]] double interval(double stability, double retention) const;

  [[nodiscard]] Outcomes first() const;
  /// `days` are whole days since the last review, ≥ 0.
  [[nodiscard]] Outcomes next(const Memory& memory, int days) const;

  /// The memory that an SM-2 card stands for: `ease` factor (2.5 = 250 %), `interval` in days, and
  /// the retention that it was scheduled for. Errors: BadInput when there is no such memory.
  [[nodiscard]] Result<Memory> from_sm2(double ease, double interval, double retention) const;

 private:
  [[nodiscard]] double rounded(double value) const;
  [[nodiscard]] double first_difficulty(int rating) const;
  [[nodiscard]] double next_difficulty(double difficulty, int rating) const;
  [[nodiscard]] double same_day_stability(double stability, int rating) const;
  [[nodiscard]] double lapse_stability(const Memory& memory, double recall) const;

  Parameters w_;
  Convention convention_;
  SameDay same_day_;
  double decay_;   ///< −w20
  double factor_;  ///< 0.9^(1/decay) − 1
};

}  // namespace recto::memory
