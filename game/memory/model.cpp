#include "game/memory/model.h"

#include <algorithm>
#include <cmath>

namespace recto::memory {
namespace {

constexpr double kLeastStability = 0.001;
constexpr double kMostStability = 36500.0;
constexpr double kLeastFirstStability = 0.1;  // ts-fsrs; fsrs-rs has no such floor

double limited_stability(double stability) {
  return std::clamp(stability, kLeastStability, kMostStability);
}

double limited_difficulty(double difficulty) {
  return std::clamp(difficulty, 1.0, 10.0);
}

}  // namespace

Model::Model(const Parameters& parameters, Convention convention, SameDay same_day)
    : w_(parameters),
      convention_(convention),
      same_day_(same_day),
      decay_(-parameters[20]),
      factor_(rounded(std::pow(0.9, 1.0 / decay_) - 1.0)) {}

double Model::rounded(double value) const {
  return convention_ == Convention::Scheduling ? std::floor(value * 1e8 + 0.5) / 1e8 : value;
}

double Model::retrievability(double days, double stability) const {
  return rounded(std::pow(1.0 + factor_ * days / stability, decay_));
}

double Model::interval(double stability, double retention) const {
  return stability * rounded((std::pow(retention, 1.0 / decay_) - 1.0) / factor_);
}

double Model::first_difficulty(int rating) const {
  return rounded(w_[4] - std::exp(w_[5] * (rating - 1)) + 1.0);
}

double Model::next_difficulty(double difficulty, int rating) const {
  const double change = -w_[6] * (rating - 3);
  const double damped = difficulty + rounded(change * (10.0 - difficulty) / 9.0);
  return limited_difficulty(rounded(w_[7] * first_difficulty(4) + (1.0 - w_[7]) * damped));
}

double Model::same_day_stability(double stability, int rating) const {
  double growth = std::exp(w_[17] * (rating - 3 + w_[18])) * std::pow(stability, -w_[19]);
  if (rating >= 2) growth = std::max(growth, 1.0);
  return rounded(limited_stability(stability * growth));
}

double Model::lapse_stability(const Memory& memory, double recall) const {
  const double raw = w_[11] * std::pow(memory.difficulty, -w_[12]) *
                     (std::pow(memory.stability + 1.0, w_[13]) - 1.0) *
                     std::exp(w_[14] * (1.0 - recall));
  const double cap = same_day_ == SameDay::OwnFormula ? memory.stability / std::exp(w_[17] * w_[18])
                                                      : memory.stability;
  return std::min(std::max(rounded(cap), kLeastStability), rounded(limited_stability(raw)));
}

Outcomes Model::first() const {
  Outcomes outcomes;
  for (int rating = 1; rating <= 4; ++rating) {
    double stability = w_[static_cast<std::size_t>(rating - 1)];
    if (convention_ == Convention::Scheduling)
      stability = std::max(stability, kLeastFirstStability);
    outcomes[static_cast<std::size_t>(rating - 1)] = {limited_stability(stability),
                                                      limited_difficulty(first_difficulty(rating))};
  }
  return outcomes;
}

Outcomes Model::next(const Memory& before, int days) const {
  const Memory memory = {limited_stability(before.stability),
                         limited_difficulty(before.difficulty)};
  Outcomes outcomes;
  for (int rating = 1; rating <= 4; ++rating)
    outcomes[static_cast<std::size_t>(rating - 1)].difficulty =
        next_difficulty(memory.difficulty, rating);
  if (days == 0 && same_day_ == SameDay::OwnFormula) {
    for (int rating = 1; rating <= 4; ++rating)
      outcomes[static_cast<std::size_t>(rating - 1)].stability =
          same_day_stability(memory.stability, rating);
    return outcomes;
  }
  const double recall = retrievability(days, memory.stability);
  const double growth = std::exp(w_[8]) * (11.0 - memory.difficulty) *
                        std::pow(memory.stability, -w_[9]) *
                        (std::exp(w_[10] * (1.0 - recall)) - 1.0);
  const auto grown = [&](double bonus) {
    return rounded(limited_stability(memory.stability * (1.0 + growth * bonus)));
  };
  outcomes[0].stability = lapse_stability(memory, recall);
  outcomes[1].stability = grown(w_[15]);
  outcomes[2].stability = grown(1.0);
  outcomes[3].stability = grown(w_[16]);
  return outcomes;
}

Result<Memory> Model::from_sm2(double ease, double interval, double retention) const {
  const double stability =
      std::max(interval, kLeastStability) * factor_ / (std::pow(retention, 1.0 / decay_) - 1.0);
  const double growth =
      std::exp(w_[8]) * std::pow(stability, -w_[9]) * (std::exp(w_[10] * (1.0 - retention)) - 1.0);
  const double difficulty = 11.0 - (ease - 1.0) / growth;
  if (!std::isfinite(stability) || !std::isfinite(difficulty))
    return fail(Error::Kind::BadInput, "no memory corresponds to this ease and interval");
  return Memory{limited_stability(stability), limited_difficulty(difficulty)};
}

}  // namespace recto::memory
