#include "game/memory/replay.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cmath>
#include <thread>

#include "game/memory/replay_sums.h"

namespace recto::memory {
namespace {

/// What a thread takes at a time. Sums are added part by part, in the order of the parts.
constexpr std::size_t kBlocksInPart = 32;

ReplayConstants constants_of(const Parameters& w) {
  ReplayConstants constants;
  std::ranges::copy(w, constants.w);
  constants.decay = -w[20];
  const double power = std::exp(std::log(0.9) / constants.decay);
  constants.factor = power - 1.0;
  constants.factor_by_decay = -power * std::log(0.9) / (constants.decay * constants.decay);
  constants.lapse_cap = std::exp(-w[17] * w[18]);
  constants.easy_difficulty = w[4] - std::exp(3.0 * w[5]) + 1.0;
  constants.easy_difficulty_by_w5 = -3.0 * std::exp(3.0 * w[5]);
  for (std::size_t i = 0; i < 4; ++i) {
    const auto above_again = static_cast<double>(i);
    const double step = std::exp(w[5] * above_again);
    const double difficulty = w[4] - step + 1.0;
    const bool inside = difficulty >= 1.0 && difficulty <= 10.0;
    constants.first[i] = {w[i], std::clamp(difficulty, 1.0, 10.0), inside ? 1.0 : 0.0,
                          inside ? -above_again * step : 0.0};
  }
  return constants;
}

void run(InstructionSet instructions, const ReplayConstants& constants, const ReplayPart& part,
         ReplayOrder order, LaneSums& sums) {
#if defined(__x86_64__)
  if (instructions == InstructionSet::Avx512) return replay_avx512(constants, part, order, sums);
  if (instructions == InstructionSet::Avx2) return replay_avx2(constants, part, order, sums);
#endif
  replay_base(constants, part, order, sums);
}

double total(const double (&lanes)[Replay::kWidth]) {
  double sum = 0.0;
  for (const double lane : lanes)
    sum += lane;
  return sum;
}

void add(const LaneSums& part, ReplaySums& sums) {
  constexpr std::size_t kFirstShared = 4;
  sums.loss += total(part.loss);
  const auto* information = part.information;
  for (std::size_t i = 0; i < kSharedParameters; ++i) {
    sums.gradient[kFirstShared + i] += total(part.gradient[i]);
    for (std::size_t k = 0; k <= i; ++k)
      sums.information[kFirstShared + i][kFirstShared + k] += total(*information++);
  }
  for (std::size_t rating = 0; rating < 4; ++rating) {
    sums.gradient[rating] += part.first_gradient[rating];
    sums.information[rating][rating] += part.first_information[rating][0];
    for (std::size_t i = 0; i < kSharedParameters; ++i)
      sums.information[kFirstShared + i][rating] += part.first_information[rating][1 + i];
  }
}

}  // namespace

InstructionSet best_instruction_set() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq"))
    return InstructionSet::Avx512;
  if (__builtin_cpu_supports("avx2")) return InstructionSet::Avx2;
#endif
  return InstructionSet::Base;
}

void Replay::add(std::span<const Sequence> sequences) {
  for (std::size_t at = 0; at < sequences.size(); at += kWidth)
    add_block(sequences.subspan(at, std::min(kWidth, sequences.size() - at)));
}

void Replay::add_block(std::span<const Sequence> sequences) {
  std::size_t longest = 0;
  for (const Sequence& sequence : sequences)
    longest = std::max(longest, sequence.answers.size());
  Block block;
  block.begin = static_cast<std::uint32_t>(steps_.size());
  std::ranges::fill(block.first_rating, std::uint8_t{3});
  Step idle;
  std::ranges::fill(idle.rating, 3.0F);
  steps_.resize(steps_.size() + longest - 1, idle);
  block.end = static_cast<std::uint32_t>(steps_.size());
  for (std::size_t lane = 0; lane < sequences.size(); ++lane) {
    const Sequence& sequence = sequences[lane];
    assert(!sequence.answers.empty() && sequence.weights.size() == sequence.answers.size());
    block.first_rating[lane] = static_cast<std::uint8_t>(sequence.answers[0].rating);
    for (std::size_t i = 1; i < sequence.answers.size(); ++i)
      set(steps_[block.begin + i - 1], lane, sequence.answers[i], sequence.weights[i]);
  }
  blocks_.push_back(block);
}

void Replay::set(Step& step, std::size_t lane, const Answer& answer, float weight) {
  const auto bit = static_cast<std::uint8_t>(1U << lane);
  step.days[lane] = static_cast<float>(answer.days);
  step.rating[lane] = static_cast<float>(answer.rating);
  step.weight[lane] = weight;
  std::uint8_t& kind = answer.days == 0                 ? step.same_day
                       : answer.rating == Rating::Again ? step.lapses
                                                        : step.passes;
  kind |= bit;
  if (weight > 0.0F) step.counted |= bit;
}

ReplaySums Replay::sums(const Parameters& parameters, ReplayOrder order, Workers workers,
                        std::size_t begin, std::size_t end) const {
  const ReplayConstants constants = constants_of(parameters);
  std::vector<LaneSums> parts((end - begin + kBlocksInPart - 1) / kBlocksInPart);
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < parts.size(); i = next++) {
      const std::size_t from = begin + i * kBlocksInPart;
      run(workers.instructions, constants,
          {blocks_.data() + from, std::min(kBlocksInPart, end - from), steps_.data()}, order,
          parts[i]);
    }
  };
  {
    std::vector<std::jthread> helpers(std::min<std::size_t>(workers.threads, parts.size()));
    // This thread is one of them.
    for (std::size_t i = 1; i < helpers.size(); ++i)
      helpers[i] = std::jthread(work);
    work();
  }
  ReplaySums sums;
  for (const LaneSums& part : parts)
    recto::memory::add(part, sums);
  for (std::size_t i = 0; i < sums.information.size(); ++i)
    for (std::size_t k = 0; k < i; ++k)
      sums.information[k][i] = sums.information[i][k];
  return sums;
}

Replay replay_by_card(const Histories& histories, std::span<const WeightedItem> items) {
  struct Card {
    std::uint32_t first = 0;
    std::uint32_t answers = 0;
  };
  std::vector<float> weights(histories.answers().size(), 0.0F);
  std::vector<std::uint32_t> answers(histories.answers().size(), 0);  // by first answer
  for (const auto& [item, weight] : items) {
    weights[item.target] = weight;
    answers[item.first] = std::max(answers[item.first], static_cast<std::uint32_t>(item.length()));
  }
  std::vector<Card> cards;
  for (std::uint32_t first = 0; first < answers.size(); ++first)
    if (answers[first] > 0) cards.push_back({first, answers[first]});
  std::ranges::stable_sort(cards, {}, &Card::answers);
  std::vector<Sequence> sequences;
  sequences.reserve(cards.size());
  for (const Card& card : cards)
    sequences.push_back({histories.answers().subspan(card.first, card.answers),
                         std::span(weights).subspan(card.first, card.answers)});
  Replay replay;
  replay.add(sequences);
  return replay;
}

}  // namespace recto::memory
