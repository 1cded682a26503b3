// What scheduling costs: answers a second on one core. What fitting costs: from a log to
// parameters, by answers and threads. What advice costs.
#include <benchmark/benchmark.h>
#include <cmath>
#include <map>
#include <vector>

#include "content/base/random.h"
#include "game/memory/calibration.h"
#include "game/memory/fit.h"
#include "game/memory/reference_fit.h"
#include "game/memory/scheduler.h"
#include "game/memory/workload.h"
#include "tests/game/memory/learner.h"

namespace {

using recto::Instant;
using recto::Random;
using namespace recto::memory;

const Instant kNow{std::chrono::sys_days(std::chrono::year(2026) / 11 / 25)};

/// One fact before an answer; stabilities from a tenth of a day to 300 days.
struct Moment {
  State state;
  int elapsed_days = 0;
  double draw = 0.0;
  Rating rating = Rating::Good;
};

std::vector<Moment> random_moments(Phase phase) {
  Random random(1);
  std::vector<Moment> moments(1024);
  for (Moment& moment : moments) {
    moment.state.phase = phase;
    moment.state.stability = std::pow(10.0, random.unit() * 3.5 - 1.0);
    moment.state.difficulty = 1.0 + 9.0 * random.unit();
    moment.elapsed_days = phase == Phase::Review ? 1 + static_cast<int>(random.below(200)) : 0;
    moment.state.last_review = kNow - std::chrono::days(moment.elapsed_days);
    moment.draw = random.unit();
    moment.rating = static_cast<Rating>(1 + random.below(4));
  }
  return moments;
}

void answer(benchmark::State& state, Phase phase) {
  const Scheduler scheduler = *Scheduler::make(Settings{});
  const std::vector<Moment> moments = random_moments(phase);
  std::size_t at = 0;
  for ([[maybe_unused]] auto _ : state) {
    const Moment& moment = moments[at++ % moments.size()];
    benchmark::DoNotOptimize(
        scheduler.answer(moment.state, kNow, moment.elapsed_days, moment.draw, moment.rating));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK_CAPTURE(answer, new, Phase::New);
BENCHMARK_CAPTURE(answer, learning, Phase::Learning);
BENCHMARK_CAPTURE(answer, review, Phase::Review);

void retrievability(benchmark::State& state) {
  const Scheduler scheduler = *Scheduler::make(Settings{});
  const std::vector<Moment> moments = random_moments(Phase::Review);
  std::size_t at = 0;
  for ([[maybe_unused]] auto _ : state) {
    const Moment& moment = moments[at++ % moments.size()];
    benchmark::DoNotOptimize(scheduler.retrievability(moment.state, moment.elapsed_days));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(retrievability);

const std::vector<LoggedAnswer>& log_of(std::size_t answers) {
  static std::map<std::size_t, std::vector<LoggedAnswer>> logs;
  auto& log = logs[answers];
  if (log.empty())
    log =
        recto::test::simulated({.seed = 1, .answers = answers, .new_a_day = 20 + answers / 10'000})
            .log;
  return log;
}

/// From a log of range(0) answers, on range(1) threads.
void fit(benchmark::State& state) {
  const auto& log = log_of(static_cast<std::size_t>(state.range(0)));
  for ([[maybe_unused]] auto _ : state) {
    const Histories histories = *Histories::make(log);
    benchmark::DoNotOptimize(
        fit_parameters(histories, histories.items(), {}, {static_cast<unsigned>(state.range(1))}));
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(fit)
    ->ArgsProduct({{1'000, 10'000, 50'000, 200'000, 1'000'000}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

/// As fsrs-rs does it, on one thread; with range(1) as instruction set.
void fit_as_reference(benchmark::State& state) {
  const auto& log = log_of(static_cast<std::size_t>(state.range(0)));
  const auto instructions = static_cast<InstructionSet>(state.range(1));
  if (instructions > best_instruction_set()) {
    state.SkipWithError("this processor does not have it");
    return;
  }
  for ([[maybe_unused]] auto _ : state) {
    const Histories histories = *Histories::make(log);
    benchmark::DoNotOptimize(reference_fit(histories, histories.items(), {}, {1, instructions}));
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(fit_as_reference)
    ->ArgsProduct({{10'000, 50'000, 200'000}, {0, 1, 2}})
    ->ArgNames({"answers", "instructions"})
    ->Unit(benchmark::kMillisecond);

void judge(benchmark::State& state) {
  const Histories histories = *Histories::make(log_of(static_cast<std::size_t>(state.range(0))));
  for ([[maybe_unused]] auto _ : state)
    benchmark::DoNotOptimize(
        accuracy(predictions(histories, histories.items(), kDefaultParameters)));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(judge)->Arg(10'000)->Arg(200'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

/// Cards in review, due in the coming weeks.
Plan plan_of(std::size_t cards, int days) {
  Plan plan;
  plan.today = kNow;
  plan.days = days;
  Random random(1);
  for (std::size_t i = 0; i < cards; ++i) {
    State card;
    card.phase = Phase::Review;
    card.stability = std::pow(10.0, random.unit() * 2.5);
    card.difficulty = 1.0 + 9.0 * random.unit();
    card.last_review = kNow - std::chrono::days(random.below(10));
    card.due = *card.last_review + std::chrono::days(static_cast<int>(card.stability) + 1);
    plan.cards.push_back(card);
  }
  return plan;
}

/// A year for each of 14 desired retentions, of range(0) cards on range(1) threads.
void advise(benchmark::State& state) {
  const Plan plan = plan_of(static_cast<std::size_t>(state.range(0)), 365);
  for ([[maybe_unused]] auto _ : state)
    benchmark::DoNotOptimize(
        retention_advice(plan, {}, {}, 1, static_cast<unsigned>(state.range(1))));
}
BENCHMARK(advise)
    ->ArgsProduct({{1'000, 10'000}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

void foretell_90_days(benchmark::State& state) {
  const Plan plan = plan_of(static_cast<std::size_t>(state.range(0)), 90);
  for ([[maybe_unused]] auto _ : state)
    benchmark::DoNotOptimize(forecast(plan, {}, {}, 1));
}
BENCHMARK(foretell_90_days)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);

}  // namespace
