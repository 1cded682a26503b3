// The inner loop of a replay: the formulas of the model (ALGORITHM.md section 2 beside the vectors)
// and their derivatives, carried along with the state. Per answer that is 18 numbers, fewer than a
// tape for going backwards would hold, and it gives the Fisher information too. Included by the
// replay_*.cpp files alone; see lanes.h for why nothing here is shared with other files.
#pragma once

#include "game/memory/lanes.h"
#include "game/memory/replay_sums.h"

namespace recto::memory {
namespace {

// Derivatives are numbered: 0 for the first stability, whichever of w0 to w3 it came from, then w4
// to w20.
constexpr std::size_t kTangents = 1 + kSharedParameters;
constexpr std::size_t tangent_of(std::size_t parameter) {
  return parameter - 3;
}

template <std::size_t Native, std::size_t Width>
class Kernel {
 public:
  Kernel(const ReplayConstants& constants, LaneSums& sums) : c_(constants), sums_(sums) {}

  /// Lanes [lane, lane + Width) of a block.
  template <ReplayOrder Order>
  RECTO_INLINE void run(const Replay::Block& block, const Replay::Step* steps, std::size_t lane) {
    start<Order>(block, lane);
    const unsigned lanes = ((1U << Width) - 1U) << lane;
    for (std::uint32_t i = block.begin; i < block.end; ++i) {
      const Replay::Step& step = steps[i];
      predict<Order>(Real::load(step.days + lane));
      if ((step.counted & lanes) != 0)
        count<Order>(Real::load(step.weight + lane), Real::load(step.rating + lane) > 1.0, lane);
      if (i + 1 < block.end) learn<Order>(step, lane, lanes);
    }
    if constexpr (Order != ReplayOrder::Loss) hand_over<Order>(block, lane);
  }

 private:
  using Real = Lanes<double, Native, Width>;
  using Mask = typename Real::Mask;

  RECTO_INLINE static Real gather(const FirstAnswer* const (&from)[Width],
                                  double FirstAnswer::*member) {
    double values[Width];
    for (std::size_t i = 0; i < Width; ++i)
      values[i] = from[i]->*member;
    return Real::load(values);
  }

  RECTO_INLINE static Real select(const Mask& mask, const Real& a, const Real& b) {
    return Real::select(mask, a, b);
  }

  RECTO_INLINE static void add(double* to, const Real& values) {
    (Real::load(to) + values).store(to);
  }

  RECTO_INLINE static Real limited(const Real& x, double least, double most) {
    const Real above = select(x < least, least, x);
    return select(above > most, most, above);
  }

  template <ReplayOrder Order>
  RECTO_INLINE void start(const Replay::Block& block, std::size_t lane) {
    const FirstAnswer* first[Width];
    for (std::size_t i = 0; i < Width; ++i)
      first[i] = &c_.first[block.first_rating[lane + i] - 1];
    stability_ = gather(first, &FirstAnswer::stability);
    difficulty_ = gather(first, &FirstAnswer::difficulty);
    if constexpr (Order != ReplayOrder::Loss) {
      difficulty_d_[0] = gather(first, &FirstAnswer::difficulty_by_w4);
      difficulty_d_[1] = gather(first, &FirstAnswer::difficulty_by_w5);
      difficulty_d_[2] = difficulty_d_[3] = 0.0;
      stability_d_[0] = 1.0;
      for (std::size_t k = 1; k < kTangents; ++k)
        stability_d_[k] = 0.0;
      first_gradient_ = 0.0;
    }
    if constexpr (Order == ReplayOrder::Information)
      for (Real& sum : first_information_)
        sum = 0.0;
  }

  /// R and its derivatives by S and by w20.
  template <ReplayOrder Order>
  RECTO_INLINE void predict(const Real& days) {
    log_stability_ = logarithm(stability_);
    const Real stabilities = days / stability_;
    const Real base = c_.factor * stabilities + 1.0;
    const Real log_base = logarithm(base);
    later_ = days > 0.0;
    recall_ = exponential(c_.decay * log_base);
    if constexpr (Order != ReplayOrder::Loss) {
      const Real slope = recall_ * c_.w[20] * stabilities / base;
      recall_by_stability_ = slope * c_.factor / stability_;
      recall_by_w20_ = slope * c_.factor_by_decay - recall_ * log_base;
    }
  }

  template <ReplayOrder Order>
  RECTO_INLINE void count(const Real& weight, const Mask& pass, std::size_t lane) {
    constexpr double kLeast = 1e-7;
    const Real recall = limited(recall_, kLeast, 1.0 - kLeast);
    const Real likelihood = select(pass, recall, 1.0 - recall);
    add(sums_.loss + lane, -weight * logarithm(likelihood));
    if constexpr (Order != ReplayOrder::Loss) {
      // Beyond its limits the loss does not change with the recall.
      Real by_parameter[kTangents];
      for (std::size_t k = 0; k < kTangents; ++k)
        by_parameter[k] = recall_by_stability_ * stability_d_[k];
      by_parameter[tangent_of(20)] = by_parameter[tangent_of(20)] + recall_by_w20_;
      const Real free = select(recall == recall_, weight, 0.0);
      const Real by_recall = free * select(pass, -1.0, 1.0) / likelihood;
      first_gradient_ = first_gradient_ + by_recall * by_parameter[0];
      for (std::size_t k = 1; k < kTangents; ++k)
        add(sums_.gradient[k - 1] + lane, by_recall * by_parameter[k]);
      if constexpr (Order == ReplayOrder::Information)
        inform(free / (recall * (1.0 - recall)), by_parameter, lane);
    }
  }

  RECTO_INLINE void inform(const Real& scale, const Real (&by_parameter)[kTangents],
                           std::size_t lane) {
    const Real first = scale * by_parameter[0];
    for (std::size_t k = 0; k < kTangents; ++k)
      first_information_[k] = first_information_[k] + first * by_parameter[k];
    double(*row)[Replay::kWidth] = sums_.information;
    for (std::size_t i = 1; i < kTangents; ++i) {
      const Real scaled = scale * by_parameter[i];
      for (std::size_t k = 1; k <= i; ++k, ++row)
        add(*row + lane, scaled * by_parameter[k]);
    }
  }

  /// What the sums of a block say about the first stability belongs to the first rating's
  /// parameter.
  template <ReplayOrder Order>
  RECTO_INLINE void hand_over(const Replay::Block& block, std::size_t lane) {
    double gradient[Width];
    double information[kTangents][Width];
    first_gradient_.store(gradient);
    if constexpr (Order == ReplayOrder::Information)
      for (std::size_t k = 0; k < kTangents; ++k)
        first_information_[k].store(information[k]);
    for (std::size_t i = 0; i < Width; ++i) {
      const std::size_t rating = block.first_rating[lane + i] - 1U;
      sums_.first_gradient[rating] += gradient[i];
      if constexpr (Order == ReplayOrder::Information)
        for (std::size_t k = 0; k < kTangents; ++k)
          sums_.first_information[rating][k] += information[k][i];
    }
  }

  /// What the answer does to stability and difficulty. New stability = S'; by_* are its derivatives
  /// by the old state, direct[k] the one by the k-th parameter itself.
  template <ReplayOrder Order>
  RECTO_INLINE void learn(const Replay::Step& step, std::size_t lane, unsigned lanes) {
    const Real rating = Real::load(step.rating + lane);
    after_ = stability_;
    by_stability_ = 1.0;
    by_difficulty_ = 0.0;
    if constexpr (Order != ReplayOrder::Loss)
      for (Real& value : direct_)
        value = 0.0;
    if ((step.passes & lanes) != 0) pass<Order>(rating);
    if ((step.lapses & lanes) != 0) lapse<Order>(rating);
    if ((step.same_day & lanes) != 0) same_day<Order>(rating);

    const Real inside = limited(after_, kLeastStability, kMostStability);
    if constexpr (Order != ReplayOrder::Loss) {
      const Mask stays = inside == after_;
      by_stability_ = select(stays, by_stability_, 0.0);
      by_difficulty_ = select(stays, by_difficulty_, 0.0);
      for (Real& derivative : stability_d_)
        derivative = by_stability_ * derivative;
      for (std::size_t k = 0; k < kDifficultyTangents; ++k)
        stability_d_[1 + k] = stability_d_[1 + k] + by_difficulty_ * difficulty_d_[k];
      for (std::size_t parameter = 8; parameter <= 20; ++parameter)
        stability_d_[tangent_of(parameter)] =
            stability_d_[tangent_of(parameter)] + select(stays, direct_[parameter - 8], 0.0);
    }
    stability_ = inside;
    change_difficulty<Order>(rating);
  }

  /// S · (1 + e^w8 · (11 − D) · S^−w9 · (e^(w10 (1 − R)) − 1) · bonus)
  template <ReplayOrder Order>
  RECTO_INLINE void pass(const Real& rating) {
    const Mask here = later_ & (rating > 1.0);
    const Real bonus = select(rating == 2.0, c_.w[15], select(rating == 4.0, c_.w[16], 1.0));
    const Real forgotten = 1.0 - recall_;
    const Real spacing = exponential(c_.w[10] * forgotten);
    const Real scale = exponential(c_.w[8] - c_.w[9] * log_stability_) * (11.0 - difficulty_);
    const Real plain = stability_ * scale * (spacing - 1.0);  // S' − S without the bonus
    const Real gain = plain * bonus;
    after_ = select(here, stability_ + gain, after_);
    if constexpr (Order != ReplayOrder::Loss) {
      const Real by_forgotten = stability_ * scale * bonus * spacing;  // divided by w10
      const Real by_recall = -c_.w[10] * by_forgotten;
      by_stability_ =
          select(here, 1.0 + gain / stability_ * (1.0 - c_.w[9]) + by_recall * recall_by_stability_,
                 by_stability_);
      by_difficulty_ = select(here, -gain / (11.0 - difficulty_), by_difficulty_);
      direct(8, here, gain);
      direct(9, here, -gain * log_stability_);
      direct(10, here, by_forgotten * forgotten);
      direct(15, here & (rating == 2.0), plain);
      direct(16, here & (rating == 4.0), plain);
      direct(20, here, by_recall * recall_by_w20_);
    }
  }

  /// w11 · D^−w12 · ((S + 1)^w13 − 1) · e^(w14 (1 − R)), at most S / e^(w17 w18).
  template <ReplayOrder Order>
  RECTO_INLINE void lapse(const Real& rating) {
    const Mask here = later_ & (rating == 1.0);
    const Real forgotten = 1.0 - recall_;
    const Real log_difficulty = logarithm(difficulty_);
    const Real log_more = logarithm(stability_ + 1.0);
    const Real scale = c_.w[11] * exponential(c_.w[14] * forgotten - c_.w[12] * log_difficulty);
    const Real power = exponential(c_.w[13] * log_more);
    const Real raw = scale * (power - 1.0);
    const Real cap = stability_ * c_.lapse_cap;
    const Mask capped = here & (cap < raw);
    after_ = select(here, raw, after_);
    after_ = select(capped, cap, after_);
    if constexpr (Order != ReplayOrder::Loss) {
      const Mask free = here & ~capped;
      const Real by_recall = -c_.w[14] * raw;
      const Real by_power = scale * power;
      by_stability_ =
          select(free, by_power * c_.w[13] / (stability_ + 1.0) + by_recall * recall_by_stability_,
                 by_stability_);
      by_stability_ = select(capped, c_.lapse_cap, by_stability_);
      by_difficulty_ = select(free, -c_.w[12] * raw / difficulty_, by_difficulty_);
      direct(11, free, raw / c_.w[11]);
      direct(12, free, -raw * log_difficulty);
      direct(13, free, by_power * log_more);
      direct(14, free, raw * forgotten);
      direct(20, free, by_recall * recall_by_w20_);
      direct(17, capped, -cap * c_.w[18]);
      direct(18, capped, -cap * c_.w[17]);
    }
  }

  /// S · e^(w17 (g − 3 + w18)) · S^−w19; a pass never lowers S.
  template <ReplayOrder Order>
  RECTO_INLINE void same_day(const Real& rating) {
    const Real offset = rating - 3.0 + c_.w[18];
    const Real growth = exponential(c_.w[17] * offset - c_.w[19] * log_stability_);
    const Mask floored = (rating > 1.0) & (growth < 1.0);
    const Mask here = ~later_ & ~floored;
    const Real grown = stability_ * growth;
    after_ = select(here, grown, after_);
    if constexpr (Order != ReplayOrder::Loss) {
      by_stability_ = select(here, growth * (1.0 - c_.w[19]), by_stability_);
      direct(17, here, grown * offset);
      direct(18, here, grown * c_.w[17]);
      direct(19, here, -grown * log_stability_);
    }
  }

  RECTO_INLINE void direct(std::size_t parameter, const Mask& where, const Real& value) {
    Real& kept = direct_[parameter - 8];
    kept = select(where, value, kept);
  }

  /// A step of −w6 (g − 3), the smaller the nearer D is to 10; then w7 of the way back to D0(4).
  template <ReplayOrder Order>
  RECTO_INLINE void change_difficulty(const Real& rating) {
    const Real grade = rating - 3.0;
    const Real room = (10.0 - difficulty_) / 9.0;
    const Real damped = difficulty_ - c_.w[6] * grade * room;
    const Real keep = 1.0 - c_.w[7];
    const Real after = c_.w[7] * c_.easy_difficulty + keep * damped;
    difficulty_ = limited(after, 1.0, 10.0);
    if constexpr (Order != ReplayOrder::Loss) {
      const Mask stays = difficulty_ == after;
      const Real by_difficulty = keep * (1.0 + c_.w[6] * grade / 9.0);
      const Real direct[kDifficultyTangents] = {c_.w[7], c_.w[7] * c_.easy_difficulty_by_w5,
                                                -keep * grade * room, c_.easy_difficulty - damped};
      for (std::size_t k = 0; k < kDifficultyTangents; ++k)
        difficulty_d_[k] = select(stays, by_difficulty * difficulty_d_[k] + direct[k], 0.0);
    }
  }

  static constexpr double kLeastStability = 0.001;
  static constexpr double kMostStability = 36500.0;
  static constexpr std::size_t kDifficultyTangents = 4;  // w4 to w7: all that difficulty knows of

  const ReplayConstants& c_;
  LaneSums& sums_;

  Real stability_{};
  Real difficulty_{};
  Real stability_d_[kTangents]{};
  Real difficulty_d_[kDifficultyTangents]{};
  Real first_gradient_{};
  Real first_information_[kTangents]{};

  // Of the present answer.
  Mask later_{};
  Real log_stability_{};
  Real recall_{};
  Real recall_by_stability_{};
  Real recall_by_w20_{};
  Real after_{};
  Real by_stability_{};
  Real by_difficulty_{};
  Real direct_[13]{};  // w8 to w20
};

template <std::size_t Native, std::size_t Width, ReplayOrder Order>
void replay_all(const ReplayConstants& constants, const ReplayPart& part, LaneSums& sums) {
  Kernel<Native, Width> kernel(constants, sums);
  for (std::size_t i = 0; i < part.count; ++i)
    for (std::size_t lane = 0; lane < Replay::kWidth; lane += Width)
      kernel.template run<Order>(part.blocks[i], part.steps, lane);
}

template <std::size_t Native, std::size_t Width>
void replay_part(const ReplayConstants& constants, const ReplayPart& part, ReplayOrder order,
                 LaneSums& sums) {
  switch (order) {
    case ReplayOrder::Loss:
      return replay_all<Native, Width, ReplayOrder::Loss>(constants, part, sums);
    case ReplayOrder::Gradient:
      return replay_all<Native, Width, ReplayOrder::Gradient>(constants, part, sums);
    case ReplayOrder::Information:
      return replay_all<Native, Width, ReplayOrder::Information>(constants, part, sums);
  }
}

}  // namespace
}  // namespace recto::memory
