#include "content/base/random.h"

#include <cassert>

namespace recto {

std::uint64_t Random::below(std::uint64_t n) {
  assert(n != 0);
  // Draws from the last, incomplete run of n values are thrown away: they would favour small
  // numbers.
  const std::uint64_t rest = (0 - n) % n;
  while (true) {
    const std::uint64_t draw = engine_();
    if (draw >= rest) return draw % n;
  }
}

double Random::unit() {
  return static_cast<double>(engine_() >> 11U) * 0x1.0p-53;
}

}  // namespace recto
