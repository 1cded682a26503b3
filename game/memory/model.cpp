#include "game/memory/model.h"

#include <algorithm>
#include <cmath>

namespace recto::memory {
namespace {

constexpr double kLeastStability = 0.001;
constexpr double kMostStability = 36500.0;
constexpr double kLeastFirstStability = 0.1;  // ts-fsrs; fsrs-rs has no such floor

/// std::clamp, but what is no number becomes `least`.
double limited(double value, double least, double most) {
  return std::fmin(std::fmax(value, least), most);
}

double limited_stability(double stability) {
  return limited(stability, kLeastStability, kMostStability);
}

double limited_difficulty(double difficulty) {
  return limited(difficulty, 1.0, 10.0);
}

}  // namespace

Model::Model(const Parameters& parameters, Convention convention, SameDay same_day)
    : w_(parameters),
      convention_(convention),
      same_day_(same_day),
      decay_(-w_[20]),
      factor_(rounded(std::pow(0.9, 1.0 / decay_) - 1.0)),
      growth_(std::exp(w_[8])),
      lapse_divisor_(same_day == SameDay::OwnFormula ? std::exp(w_[17] * w_[18]) : 1.0) {
  for (std::size_t i = 0; i < 4; ++i) {
    const auto above_again = static_cast<double>(i);
    first_difficulty_[i] = rounded(w_[4] - std::exp(w_[5] * above_again) + 1.0);
    same_day_growth_[i] = std::exp(w_[17] * (above_again - 2.0 + w_[18]));
  }
}

double Model::rounded(double value) const {
  return convention_ == Convention::Scheduling ? std::floor(value * 1e8 + 0.5) / 1e8 : value;
}

double Model::retrievability(double days, double stability) const {
  const double stabilities = std::fmax(days, 0.0) / limited_stability(stability);
  return rounded(std::pow(1.0 + factor_ * stabilities, decay_));
}

double Model::interval_of_a_day(double retention) const {
  return rounded((std::pow(retention, 1.0 / decay_) - 1.0) / factor_);
}

double Model::interval(double stability, double retention) const {
  return stability * interval_of_a_day(retention);
}

/// A step of −w6 (g − 3), the smaller the nearer D is to 10; then w7 of the way back to the first
/// difficulty of Easy.
double Model::next_difficulty(double difficulty, int rating) const {
  const double change = -w_[6] * (rating - 3);
  const double damped = difficulty + rounded(change * (10.0 - difficulty) / 9.0);
  return limited_difficulty(rounded(w_[7] * first_difficulty_[3] + (1.0 - w_[7]) * damped));
}

/// S · e^(w17 (g − 3 + w18)) · S^−w19; a pass never lowers S.
std::array<double, 4> Model::same_day_stabilities(double stability) const {
  const double power = std::pow(stability, -w_[19]);
  std::array<double, 4> after{};
  for (std::size_t i = 0; i < 4; ++i) {
    const double growth = same_day_growth_[i] * power;
    after[i] = rounded(limited_stability(stability * (i == 0 ? growth : std::max(growth, 1.0))));
  }
  return after;
}

/// w11 · D^−w12 · ((S + 1)^w13 − 1) · e^(w14 (1 − R)), at most S / e^(w17 w18).
double Model::lapse_stability(const Memory& memory, double recall) const {
  const double raw = w_[11] * std::pow(memory.difficulty, -w_[12]) *
                     (std::pow(memory.stability + 1.0, w_[13]) - 1.0) *
                     std::exp(w_[14] * (1.0 - recall));
  const double cap = std::max(rounded(memory.stability / lapse_divisor_), kLeastStability);
  return std::min(cap, rounded(limited_stability(raw)));
}

/// S · (1 + e^w8 · (11 − D) · S^−w9 · (e^(w10 (1 − R)) − 1)), the growth times w15 for Hard and w16
/// for Easy.
std::array<double, 4> Model::later_stabilities(const Memory& memory, int days) const {
  const double recall = retrievability(days, memory.stability);
  const double growth = growth_ * (11.0 - memory.difficulty) * std::pow(memory.stability, -w_[9]) *
                        (std::exp(w_[10] * (1.0 - recall)) - 1.0);
  const auto grown = [&](double bonus) {
    return rounded(limited_stability(memory.stability * (1.0 + growth * bonus)));
  };
  return {lapse_stability(memory, recall), grown(w_[15]), grown(1.0), grown(w_[16])};
}

Outcomes Model::first() const {
  const double least = convention_ == Convention::Scheduling ? kLeastFirstStability : 0.0;
  Outcomes outcomes;
  for (std::size_t i = 0; i < 4; ++i)
    outcomes[i] = {limited_stability(std::max(w_[i], least)),
                   limited_difficulty(first_difficulty_[i])};
  return outcomes;
}

Outcomes Model::next(const Memory& before, int days) const {
  const Memory memory = {limited_stability(before.stability),
                         limited_difficulty(before.difficulty)};
  const bool same_day = days <= 0 && same_day_ == SameDay::OwnFormula;
  const std::array<double, 4> stabilities =
      same_day ? same_day_stabilities(memory.stability) : later_stabilities(memory, days);
  Outcomes outcomes;
  for (std::size_t i = 0; i < 4; ++i)
    outcomes[i] = {stabilities[i], next_difficulty(memory.difficulty, static_cast<int>(i) + 1)};
  return outcomes;
}

Result<Memory> Model::from_sm2(double ease, double interval, double retention) const {
  const double stability = std::max(interval, kLeastStability) / interval_of_a_day(retention);
  const double growth =
      growth_ * std::pow(stability, -w_[9]) * (std::exp(w_[10] * (1.0 - retention)) - 1.0);
  const double difficulty = 11.0 - (ease - 1.0) / growth;
  if (!std::isfinite(stability) || !std::isfinite(difficulty))
    return fail(Error::Kind::BadInput, "no memory corresponds to this ease and interval");
  return Memory{limited_stability(stability), limited_difficulty(difficulty)};
}

}  // namespace recto::memory
