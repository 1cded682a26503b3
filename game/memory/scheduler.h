// FSRS-6 scheduling: what an answer does to what is remembered.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <vector>

#include "content/base/instant.h"
#include "content/base/result.h"
#include "game/memory/model.h"
#include "game/memory/parameters.h"

namespace recto::memory {

enum class Phase { New, Learning, Review, Relearning };
/// "new", "learning", "review" or "relearning".
[[nodiscard]] const char* name_of(Phase phase);

/// What is remembered of one fact, and when it comes next. A default State is a new fact.
struct State {
  Phase phase = Phase::New;
  Instant due{};                       ///< new facts: unused
  std::optional<Instant> last_review;  ///< absent for new facts
  double stability = 0.0;              ///< days until recall falls to 90 %, [0.001, 36500]; 0: new
  double difficulty = 0.0;             ///< [1, 10]; 0: new
  int interval_days = 0;               ///< 0 inside learning steps
  int step = 0;                        ///< index of the next (re)learning step
  int reps = 0;                        ///< answers so far
  int lapses = 0;                      ///< Again in Phase::Review

  bool operator==(const State&) const = default;
};

/// A hundred years: no interval and no step is longer.
inline constexpr int kLongestInterval = 36500;

struct Settings {
  Parameters parameters = kDefaultParameters;
  double desired_retention = 0.9;           ///< (0, 1)
  int maximum_interval = kLongestInterval;  ///< days
  std::vector<std::chrono::minutes> learning_steps = {std::chrono::minutes(1),
                                                      std::chrono::minutes(10)};
  std::vector<std::chrono::minutes> relearning_steps = {std::chrono::minutes(10)};
  bool fuzz = true;        ///< spreads intervals of 2.5 days and more
  bool short_term = true;  ///< learning steps; off: every answer leads to Review

  bool operator==(const Settings&) const = default;
};

/// The scheduler of ts-fsrs 5.4.2 (ALGORITHM.md beside the vectors, sections 2 B and 4), but for
/// the maximum interval: no answer passes it, where ts-fsrs may pass it by a day or two. A value.
class Scheduler {
 public:
  /// Parameters are clipped to their ranges. Errors: BadInput for a retention outside (0, 1), a
  /// maximum outside [1, kLongestInterval], parameters that are no numbers, steps that are not
  /// positive or longer than kLongestInterval.
  [[nodiscard]] static Result<Scheduler> make(Settings settings);

  /// The four states that Again, Hard, Good, Easy lead to, at [0] to [3]. `elapsed_days` are the
  /// learner's calendar days since the last review; unused for new facts, below 0 they count as 0.
  /// `draw` in [0, 1) decides the fuzz, the same for all four. A state outside its ranges is taken
  /// as the nearest inside.
  [[nodiscard]] std::array<State, 4> answers(const State& state, Instant now, int elapsed_days,
                                             double draw) const;

  [[nodiscard]] State answer(const State& state, Instant now, int elapsed_days, double draw,
                             Rating rating) const;

  /// Chance of recall, [0, 1], `elapsed_days` (fractions allowed, ≥ 0) after the last review;
  /// 0 for new facts.
  [[nodiscard]] double retrievability(const State& state, double elapsed_days) const;

  [[nodiscard]] const Settings& settings() const { return settings_; }

  bool operator==(const Scheduler& other) const { return settings_ == other.settings_; }

 private:
  struct Step;

  explicit Scheduler(Settings settings);
  [[nodiscard]] int interval(double stability, int elapsed_days, double draw) const;
  [[nodiscard]] std::array<int, 4> intervals(const Outcomes& outcomes, Phase phase,
                                             int elapsed_days, double draw) const;
  [[nodiscard]] const std::vector<std::chrono::minutes>& steps_of(Phase phase) const;
  [[nodiscard]] std::optional<Step> step_of(const State& state, Rating rating) const;
  void put_in_review(State& state, Instant now, int days) const;
  static void take_step(State& state, Phase before, Instant now, const Step& step);

  Settings settings_;
  Model model_;
  double interval_of_a_day_;  ///< at the desired retention
};

}  // namespace recto::memory
