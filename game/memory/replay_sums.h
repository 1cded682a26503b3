// What passes between replay.cpp and its inner loops: plain numbers, so that no function of the
// standard library is compiled for an instruction set that a processor may not have.
#pragma once

#include <cstddef>

#include "game/memory/replay.h"

namespace recto::memory {

inline constexpr std::size_t kSharedParameters = 17;  ///< w4 to w20: one value for every history

/// After the first answer.
struct FirstAnswer {
  double stability = 0.0;
  double difficulty = 0.0;
  double difficulty_by_w4 = 0.0;
  double difficulty_by_w5 = 0.0;
};

/// What depends on the parameters alone.
struct ReplayConstants {
  double w[21] = {};
  double decay = 0.0;            ///< −w20
  double factor = 0.0;           ///< 0.9^(1/decay) − 1
  double factor_by_decay = 0.0;  ///< ∂factor/∂decay
  double lapse_cap = 0.0;        ///< e^(−w17 w18): a lapse leaves this part of S at most
  double easy_difficulty = 0.0;  ///< D0(4), without limits
  double easy_difficulty_by_w5 = 0.0;
  FirstAnswer first[4];
};

/// Some blocks of a replay.
struct ReplayPart {
  const Replay::Block* blocks = nullptr;
  std::size_t count = 0;
  const Replay::Step* steps = nullptr;
};

/// The sums of ReplaySums lane by lane, so that they do not depend on how many lanes an instruction
/// has.
struct LaneSums {
  double loss[Replay::kWidth] = {};
  double gradient[kSharedParameters][Replay::kWidth] = {};
  /// Lower triangle, row by row.
  double information[kSharedParameters * (kSharedParameters + 1) / 2][Replay::kWidth] = {};
  double first_gradient[4] = {};
  double first_information[4][1 + kSharedParameters] = {};  ///< with itself, then with w4 to w20
};

void replay_base(const ReplayConstants& constants, const ReplayPart& part, ReplayOrder order,
                 LaneSums& sums);
void replay_avx2(const ReplayConstants& constants, const ReplayPart& part, ReplayOrder order,
                 LaneSums& sums);
void replay_avx512(const ReplayConstants& constants, const ReplayPart& part, ReplayOrder order,
                   LaneSums& sums);

}  // namespace recto::memory
