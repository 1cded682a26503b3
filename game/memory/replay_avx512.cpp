#include "game/memory/replay_kernel.h"

namespace recto::memory {

void replay_avx512(const ReplayConstants& constants, const ReplayPart& part, ReplayOrder order,
                   LaneSums& sums) {
  replay_part<8, 8>(constants, part, order, sums);
}

}  // namespace recto::memory
