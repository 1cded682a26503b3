#include "game/memory/replay_kernel.h"

namespace recto::memory {

void replay_base(const ReplayConstants& constants, const ReplayPart& part, ReplayOrder order,
                 LaneSums& sums) {
  replay_part<2, 4>(constants, part, order, sums);
}

}  // namespace recto::memory
