#include "game/memory/scheduler.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "game/memory/fuzz.h"

namespace recto::memory {
namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr minutes kDay{24 * 60};
constexpr std::array<Rating, 4> kRatings = {Rating::Again, Rating::Hard, Rating::Good,
                                            Rating::Easy};

std::size_t index_of(Rating rating) {
  return static_cast<std::size_t>(rating) - 1;
}

/// Minutes of Hard: between the first two steps, or half as long again as the only one.
minutes hard_step(const std::vector<minutes>& steps) {
  const auto first = static_cast<double>(steps[0].count());
  const double wanted =
      steps.size() == 1 ? 1.5 * first : (first + static_cast<double>(steps[1].count())) / 2.0;
  return minutes(static_cast<minutes::rep>(std::floor(wanted + 0.5)));
}

bool all_sensible(const std::vector<minutes>& steps) {
  return std::ranges::all_of(
      steps, [](minutes step) { return step > minutes(0) && step <= days(kLongestInterval); });
}

/// A state that was stored elsewhere may hold any number.
int one_more(int count) {
  return std::clamp(count, 0, std::numeric_limits<int>::max() - 1) + 1;
}

}  // namespace

/// A (re)learning step: how long until the card comes again, and which step it is on then.
struct Scheduler::Step {
  minutes wait;
  int next = 0;
};

const char* name_of(Phase phase) {
  static constexpr std::array<const char*, 4> kNames = {"new", "learning", "review", "relearning"};
  return kNames.at(static_cast<std::size_t>(phase));
}

Scheduler::Scheduler(Settings settings)
    : settings_(std::move(settings)),
      model_(settings_.parameters, Model::Convention::Scheduling,
             settings_.short_term ? Model::SameDay::OwnFormula : Model::SameDay::AsAnyDay),
      interval_of_a_day_(model_.interval_of_a_day(settings_.desired_retention)) {}

Result<Scheduler> Scheduler::make(Settings settings) {
  if (!(settings.desired_retention > 0.0 && settings.desired_retention < 1.0))
    return fail(Error::Kind::BadInput, "the desired retention must lie between 0 and 1");
  if (settings.maximum_interval < 1 || settings.maximum_interval > kLongestInterval)
    return fail(Error::Kind::BadInput, "the maximum interval must be 1 to 36500 days");
  if (!all_sensible(settings.learning_steps) || !all_sensible(settings.relearning_steps))
    return fail(Error::Kind::BadInput, "a learning step must be 1 minute to 36500 days");
  settings.parameters =
      clipped(RECTO_TRY(migrated_parameters(settings.parameters, settings.relearning_steps.size(),
                                            settings.short_term)),
              settings.relearning_steps.size(), settings.short_term);
  return Scheduler(std::move(settings));
}

int Scheduler::interval(double stability, int elapsed_days, double draw) const {
  const double wanted = std::floor(stability * interval_of_a_day_ + 0.5);
  const int days = static_cast<int>(
      std::min(std::max(1.0, wanted), static_cast<double>(settings_.maximum_interval)));
  return settings_.fuzz ? fuzzed(days, elapsed_days, settings_.maximum_interval, draw) : days;
}

/// Where several buttons lead to Review, each better one leads at least a day further; the maximum
/// is applied afterwards (put_in_review).
std::array<int, 4> Scheduler::intervals(const Outcomes& outcomes, Phase phase, int elapsed_days,
                                        double draw) const {
  std::array<int, 4> intervals{};
  std::ranges::transform(outcomes, intervals.begin(), [&](const Memory& memory) {
    return interval(memory.stability, elapsed_days, draw);
  });
  auto& [again, hard, good, easy] = intervals;
  const bool in_review = settings_.short_term && phase == Phase::Review;
  if (settings_.short_term && !in_review) return intervals;
  if (in_review) {
    hard = std::min(hard, good);
  } else {
    again = std::min(again, hard);
    hard = std::max(hard, again + 1);
  }
  good = std::max(good, hard + 1);
  easy = std::max(easy, good + 1);
  return intervals;
}

const std::vector<minutes>& Scheduler::steps_of(Phase phase) const {
  return phase == Phase::New || phase == Phase::Learning ? settings_.learning_steps
                                                         : settings_.relearning_steps;
}

/// The table of section 4; nothing where the answer leads to Review.
std::optional<Scheduler::Step> Scheduler::step_of(const State& state, Rating rating) const {
  const std::vector<minutes>& steps = steps_of(state.phase);
  const auto at = static_cast<std::size_t>(state.step);
  if (at >= steps.size()) return std::nullopt;
  if (state.phase == Phase::Review)
    return rating == Rating::Again ? std::optional(Step{steps[at], 0}) : std::nullopt;
  switch (rating) {
    case Rating::Again: return Step{steps[0], 0};
    case Rating::Hard: return Step{hard_step(steps), state.step};
    case Rating::Good:
      if (at + 1 >= steps.size()) return std::nullopt;
      return Step{steps[at + 1], state.step + 1};
    case Rating::Easy: break;
  }
  return std::nullopt;
}

void Scheduler::put_in_review(State& state, Instant now, int interval_days) const {
  state.phase = Phase::Review;
  state.step = 0;
  state.interval_days = std::min(interval_days, settings_.maximum_interval);
  state.due = now + days(state.interval_days);
}

void Scheduler::take_step(State& state, Phase before, Instant now, const Step& step) {
  state.due = now + step.wait;
  state.step = step.next;
  state.interval_days = static_cast<int>(step.wait / kDay);
  if (step.wait >= kDay)
    state.phase = Phase::Review;
  else if (before == Phase::New)
    state.phase = Phase::Learning;
  else if (before == Phase::Review)
    state.phase = Phase::Relearning;
}

std::array<State, 4> Scheduler::answers(const State& state, Instant now, int elapsed_days,
                                        double draw) const {
  const bool is_new = state.phase == Phase::New;
  const int elapsed = is_new ? 0 : std::max(0, elapsed_days);
  const Outcomes outcomes =
      is_new ? model_.first() : model_.next({state.stability, state.difficulty}, elapsed);
  const std::array<int, 4> days = intervals(outcomes, state.phase, elapsed, draw);
  std::array<State, 4> after;
  for (const Rating rating : kRatings) {
    const std::size_t i = index_of(rating);
    State& next = after[i];
    next = state;
    next.last_review = now;
    next.stability = outcomes[i].stability;
    next.difficulty = outcomes[i].difficulty;
    next.reps = one_more(state.reps);
    const std::optional<Step> step = settings_.short_term ? step_of(state, rating) : std::nullopt;
    if (step)
      take_step(next, state.phase, now, *step);
    else
      put_in_review(next, now, days[i]);
  }
  const bool lapse = settings_.short_term ? state.phase == Phase::Review : !is_new;
  if (lapse) after[0].lapses = one_more(state.lapses);
  return after;
}

State Scheduler::answer(const State& state, Instant now, int elapsed_days, double draw,
                        Rating rating) const {
  return answers(state, now, elapsed_days, draw)[index_of(rating)];
}

double Scheduler::retrievability(const State& state, double elapsed_days) const {
  if (state.phase == Phase::New) return 0.0;
  return model_.retrievability(std::max(0.0, elapsed_days), state.stability);
}

}  // namespace recto::memory
