// What a set of parameters says about whole histories: chances of recall, loss, its derivatives.
// The inner loop of fitting: eight histories side by side, in the widest registers there are.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "game/memory/history.h"
#include "game/memory/parameters.h"

namespace recto::memory {

/// Sums over the counted answers of a replay, y = 1 for a pass, R its chance of recall limited to
/// [1e-7, 1 − 1e-7].
struct ReplaySums {
  double loss = 0.0;      ///< Σ weight · (−y ln R − (1 − y) ln(1 − R))
  Parameters gradient{};  ///< ∂loss/∂w
  /// Σ weight · ∂R/∂w_i · ∂R/∂w_j / (R (1 − R)), the Fisher information; symmetric.
  std::array<Parameters, 21> information{};
};

/// Which of the sums are wanted: each includes the ones before.
enum class ReplayOrder { Loss, Gradient, Information };

/// Instruction sets that the inner loop is compiled for. All give the same bits.
enum class InstructionSet { Base, Avx2, Avx512 };
/// The widest that this processor has.
[[nodiscard]] InstructionSet best_instruction_set();

/// What a replay may use of the machine. The results do not depend on it.
struct Workers {
  unsigned threads = 1;  ///< at least 1
  InstructionSet instructions = best_instruction_set();
};

/// Part of a card's answers, from the first on, and what each of them counts in the loss.
struct Sequence {
  std::span<const Answer> answers;  ///< at least one
  /// One for each answer. A weight of 0 leaves the answer out of the loss; answers of the same day
  /// have 0, their chance is not modelled.
  std::span<const float> weights;
};

/// Sequences ready for being replayed with one set of parameters after the other: blocks of eight,
/// their answers interleaved.
class Replay {
 public:
  static constexpr std::size_t kWidth = 8;

  /// One answer of each sequence of a block but the first one. Lanes without an answer hold a Good
  /// on the same day that counts nothing, which changes no stability.
  struct Step {
    float days[kWidth] = {};
    float rating[kWidth] = {};
    float weight[kWidth] = {};
    // For which lanes something is to do at all; bit i is lane i.
    std::uint8_t passes = 0;  ///< Hard, Good or Easy on a later day
    std::uint8_t lapses = 0;  ///< Again on a later day
    std::uint8_t same_day = 0;
    std::uint8_t counted = 0;
  };
  struct Block {
    std::uint8_t first_rating[kWidth] = {};  ///< 1 to 4
    std::uint32_t begin = 0;                 ///< in steps
    std::uint32_t end = 0;
  };

  /// Adds sequences as blocks of their own, in the given order: best of similar length.
  void add(std::span<const Sequence> sequences);
  [[nodiscard]] std::size_t blocks() const { return blocks_.size(); }

  /// Over blocks [begin, end); deterministic whatever the workers.
  [[nodiscard]] ReplaySums sums(const Parameters& parameters, ReplayOrder order, Workers workers,
                                std::size_t begin, std::size_t end) const;
  [[nodiscard]] ReplaySums sums(const Parameters& parameters, ReplayOrder order,
                                Workers workers) const {
    return sums(parameters, order, workers, 0, blocks());
  }

 private:
  void add_block(std::span<const Sequence> sequences);
  static void set(Step& step, std::size_t lane, const Answer& answer, float weight);

  std::vector<Block> blocks_;
  std::vector<Step> steps_;
};

/// Each card once, however many of its answers are items: a fifth of what replaying every item's
/// history costs, for cards of ten answers. `items` belong to `histories`.
[[nodiscard]] Replay replay_by_card(const Histories& histories,
                                    std::span<const WeightedItem> items);

}  // namespace recto::memory
