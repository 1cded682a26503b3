#include "tests/game/memory/learner.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <numbers>

#include "content/base/random.h"
#include "game/memory/scheduler.h"

namespace recto::test {
namespace {

using namespace memory;
using std::chrono::days;
using std::chrono::minutes;

/// Normal: mean 0, deviation 1 (G. E. P. Box, M. E. Muller, 1958).
double normal(Random& random) {
  const double radius = std::sqrt(-2.0 * std::log(1.0 - random.unit()));
  return radius * std::cos(2.0 * std::numbers::pi * random.unit());
}

Parameters hidden_parameters(Random& random) {
  Parameters w = kDefaultParameters;
  const double speed = 0.5 * normal(random);
  for (std::size_t i = 0; i < 4; ++i)
    w[i] *= std::exp(speed + 0.35 * normal(random));
  std::sort(w.begin(), w.begin() + 4);
  for (std::size_t i = 4; i < 20; ++i)
    w[i] += 0.8 * kParameterSpread[i] * normal(random);
  w[7] = std::abs(w[7]);
  w[20] *= std::exp(0.5 * normal(random));
  return clipped(w, 1, true);
}

/// Which button is pressed, as shares of Again, Hard, Good, Easy.
using Habit = std::array<double, 4>;

Rating pressed(const Habit& habit, bool passed, Random& random) {
  if (!passed) return Rating::Again;
  const double draw = random.unit() * (habit[1] + habit[2] + habit[3]);
  if (draw < habit[1]) return Rating::Hard;
  return draw < habit[1] + habit[3] ? Rating::Easy : Rating::Good;
}

struct Card {
  std::uint32_t number = 0;
  State scheduled;
  Memory truth;
  double ease = 1.0;  ///< factor of every stability
  int last_day = 0;
};

class Simulation {
 public:
  explicit Simulation(const Learner& learner)
      : learner_(learner),
        random_(learner.seed),
        truth_(hidden_parameters(random_)),
        model_(truth_, Model::Convention::Exact) {
    const double hard = 0.02 + 0.15 * random_.unit();
    const double easy = 0.01 + 0.1 * random_.unit();
    habit_ = {0.0, hard, 1.0 - hard - easy, easy};
    forgotten_at_first_ = 0.15 + 0.2 * random_.unit();
  }

  Simulated run() {
    for (int day = 0; log_.size() < learner_.answers; ++day) {
      if (random_.below(12) == 0) continue;
      form_ = 0.3 * learner_.noise * normal(random_);
      std::vector<Card> today;
      while (!due_.empty() && due_.begin()->first <= day) {
        today.push_back(due_.begin()->second);
        due_.erase(due_.begin());
      }
      random_.shuffle(today);
      for (std::size_t i = 0; i < learner_.new_a_day; ++i)
        today.push_back(new_card());
      for (Card& card : today)
        study(card, day);
    }
    log_.resize(learner_.answers);
    return {std::move(log_), truth_};
  }

 private:
  Card new_card() {
    Card card;
    card.number = cards_++;
    card.ease = std::exp(0.3 * learner_.noise * normal(random_));
    return card;
  }

  /// Until the card is due on another day.
  void study(Card& card, int day) {
    Instant now{days(day)};
    do {
      answer(card, day, now);
      now = std::max(now, card.scheduled.due);
    } while (card.scheduled.due < Instant(days(day + 1)));
    const int due =
        static_cast<int>(std::chrono::floor<days>(card.scheduled.due).time_since_epoch().count());
    due_.emplace(std::max(due, day + 1), card);
  }

  void answer(Card& card, int day, Instant now) {
    const bool first = card.scheduled.phase == Phase::New;
    const int elapsed = first ? 0 : day - card.last_day;
    const Rating rating = first ? pressed(habit_, random_.unit() >= forgotten_at_first_, random_)
                                : pressed(habit_, recalls(card, elapsed), random_);
    const Outcomes outcomes = first ? model_.first() : model_.next(card.truth, elapsed);
    card.truth = outcomes[static_cast<std::size_t>(rating) - 1];
    if (first) card.truth.stability *= card.ease;
    card.truth.stability *= std::exp(0.1 * learner_.noise * normal(random_));
    card.scheduled = scheduler_.answer(card.scheduled, now, elapsed, random_.unit(), rating);
    card.last_day = day;
    log_.push_back({card.number, day, rating});
  }

  bool recalls(const Card& card, int elapsed) {
    constexpr double kSlip = 0.01;
    if (random_.unit() < kSlip) return random_.below(2) == 0;
    const double chance =
        std::clamp(model_.retrievability(elapsed, card.truth.stability), 1e-6, 1.0 - 1e-6);
    const double odds = chance / (1.0 - chance) * std::exp(form_);
    return random_.unit() < odds / (1.0 + odds);
  }

  Learner learner_;
  Random random_;
  Parameters truth_;
  Model model_;
  Scheduler scheduler_ = *Scheduler::make(Settings{});
  Habit habit_{};
  double forgotten_at_first_ = 0.0;
  double form_ = 0.0;  ///< of the day, added to the logarithm of the odds
  std::uint32_t cards_ = 0;
  std::multimap<int, Card> due_;
  std::vector<LoggedAnswer> log_;
};

}  // namespace

Simulated simulated(const Learner& learner) {
  return Simulation(learner).run();
}

}  // namespace recto::test
