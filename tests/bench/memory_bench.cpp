// What scheduling costs: answers a second on one core.
#include <benchmark/benchmark.h>
#include <cmath>
#include <vector>

#include "content/base/random.h"
#include "game/memory/scheduler.h"

namespace {

using recto::Instant;
using recto::Random;
using recto::memory::Phase;
using recto::memory::Rating;
using recto::memory::Scheduler;
using recto::memory::Settings;
using recto::memory::State;

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

}  // namespace
