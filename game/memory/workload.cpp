#include "game/memory/workload.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <numeric>
#include <optional>
#include <span>
#include <thread>

#include "content/base/random.h"

namespace recto::memory {
namespace {

using std::chrono::days;

/// Which of some shares a draw in [0, 1) falls on; they need not add up to 1.
std::size_t drawn(std::span<const double> shares, double draw) {
  double rest = draw * std::accumulate(shares.begin(), shares.end(), 0.0);
  for (std::size_t i = 0; i + 1 < shares.size(); ++i) {
    if (rest < shares[i]) return i;
    rest -= shares[i];
  }
  return shares.size() - 1;
}

/// One card after the other through all days; their answers are added up.
class Simulation {
 public:
  Simulation(const Plan& plan, const Habits& habits, const Scheduler& scheduler)
      : plan_(plan), habits_(habits), scheduler_(scheduler) {
    workload_.desired_retention = scheduler.settings().desired_retention;
    workload_.answers.resize(static_cast<std::size_t>(plan.days));
    workload_.minutes.resize(static_cast<std::size_t>(plan.days));
  }

  void run(Random& random) {
    for (const State& card : plan_.cards)
      if (card.phase != Phase::New) study(card, std::max(0, day_of(card.due)), random);
    for (std::size_t i = 0; i < plan_.new_cards && plan_.new_a_day > 0; ++i) {
      const std::size_t day = i / plan_.new_a_day;
      if (day >= workload_.answers.size()) break;
      study(State{}, static_cast<int>(day), random);
    }
    ++runs_;
  }

  [[nodiscard]] Workload mean() && {
    const auto runs = static_cast<double>(runs_);
    for (double& answers : workload_.answers)
      answers /= runs;
    for (double& minutes : workload_.minutes)
      minutes /= runs;
    workload_.remembered /= runs;
    return std::move(workload_);
  }

 private:
  [[nodiscard]] int day_of(Instant at) const {
    return static_cast<int>(std::chrono::floor<days>(at - plan_.today).count());
  }

  [[nodiscard]] int elapsed(const State& card, int day) const {
    return card.last_review ? std::max(0, day - day_of(*card.last_review)) : 0;
  }

  [[nodiscard]] Rating rating(const State& card, int elapsed_days, Random& random) const {
    if (card.phase == Phase::New)
      return static_cast<Rating>(1 + drawn(habits_.first, random.unit()));
    if (random.unit() >= scheduler_.retrievability(card, elapsed_days)) return Rating::Again;
    return static_cast<Rating>(2 + drawn(habits_.passes, random.unit()));
  }

  void study(State card, int day, Random& random) {
    Instant now = plan_.today + days(day);
    while (day < plan_.days) {
      const int elapsed_days = elapsed(card, day);
      const Rating answer = rating(card, elapsed_days, random);
      count(day, answer);
      card = scheduler_.answer(card, now, elapsed_days, random.unit(), answer);
      now = std::max(now, card.due);
      day = day_of(now);
    }
    workload_.remembered += scheduler_.retrievability(card, elapsed(card, plan_.days));
  }

  void count(int day, Rating answer) {
    constexpr double kMinute = 60.0;
    const auto at = static_cast<std::size_t>(day);
    workload_.answers[at] += 1.0;
    workload_.minutes[at] += habits_.seconds[static_cast<std::size_t>(answer) - 1] / kMinute;
  }

  const Plan& plan_;
  const Habits& habits_;
  const Scheduler& scheduler_;
  Workload workload_;
  std::size_t runs_ = 0;
};

/// Chance evens out over many cards; few are simulated more often.
std::size_t runs_for(const Plan& plan) {
  constexpr std::size_t kCards = 5000;
  constexpr std::size_t kMostRuns = 50;
  const std::size_t cards = plan.cards.size() + plan.new_cards;
  return std::clamp<std::size_t>(kCards / std::max<std::size_t>(cards, 1), 1, kMostRuns);
}

double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double cost(const Workload& workload) {
  return workload.minutes_a_day() / std::max(workload.remembered, 1.0);
}

}  // namespace

double Workload::answers_a_day() const {
  return mean(answers);
}

double Workload::minutes_a_day() const {
  return mean(minutes);
}

Habits observed_habits(const Histories& histories) {
  constexpr double kUsualAnswers = 20.0;
  Habits habits;
  for (double& share : habits.first)
    share *= kUsualAnswers;
  for (double& share : habits.passes)
    share *= kUsualAnswers;
  for (std::size_t card = 0; card < histories.cards(); ++card)
    ++habits.first[static_cast<std::size_t>(histories.card(card)[0].rating) - 1];
  for (const Item& item : histories.items()) {
    const Rating rating = histories.answers()[item.target].rating;
    if (rating != Rating::Again) ++habits.passes[static_cast<std::size_t>(rating) - 2];
  }
  const auto to_shares = [](std::span<double> counts) {
    const double sum = std::accumulate(counts.begin(), counts.end(), 0.0);
    for (double& count : counts)
      count /= sum;
  };
  to_shares(habits.first);
  to_shares(habits.passes);
  return habits;
}

Result<Workload> forecast(const Plan& plan, const Habits& habits, const Settings& settings,
                          std::uint64_t seed) {
  if (plan.days < 1 || plan.days > kLongestInterval)
    return fail(Error::Kind::BadInput, "a forecast must look 1 to 36500 days ahead");
  const Scheduler scheduler = RECTO_TRY(Scheduler::make(settings));
  Simulation simulation(plan, habits, scheduler);
  Random random(seed);
  for (std::size_t run = 0; run < runs_for(plan); ++run)
    simulation.run(random);
  return std::move(simulation).mean();
}

Result<RetentionAdvice> retention_advice(const Plan& plan, const Habits& habits,
                                         const Settings& settings, std::uint64_t seed,
                                         unsigned threads) {
  constexpr std::size_t kChoices = 14;
  std::vector<Result<Workload>> workloads(kChoices, Workload{});
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < kChoices; i = next++) {
      Settings choice = settings;
      choice.desired_retention = 0.70 + 0.02 * static_cast<double>(i);
      workloads[i] = forecast(plan, habits, choice, seed);
    }
  };
  {
    std::vector<std::jthread> helpers;
    for (unsigned i = 1; i < threads; ++i)
      helpers.emplace_back(work);
    work();
  }
  RetentionAdvice advice;
  for (Result<Workload>& workload : workloads)
    advice.choices.push_back(RECTO_TRY(std::move(workload)));
  const auto best = std::ranges::min_element(advice.choices, {}, cost);
  advice.best = static_cast<std::size_t>(best - advice.choices.begin());
  return advice;
}

}  // namespace recto::memory
