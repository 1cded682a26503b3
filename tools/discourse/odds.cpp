#include "tools/discourse/odds.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace recto::discourse {

double odds_of(Bits64 bits) {
  // 2^(1/64), 2^(1/32) … 2^(1/2)
  constexpr std::array<double, 6> kRoots{1.0108892860517005, 1.0218971486541166,
                                         1.0442737824274138, 1.0905077326652577,
                                         1.189207115002721,  1.4142135623730951};
  constexpr Bits64 kMost = 100 * kBit;
  const Bits64 positive = std::clamp(bits, -kMost, kMost) + kMost;
  double fraction = 1.0;
  for (std::size_t i = 0; i < kRoots.size(); ++i)
    if (((positive >> i) & 1) != 0) fraction *= kRoots.at(i);
  return std::ldexp(fraction, static_cast<int>(positive / kBit - kMost / kBit));
}

}  // namespace recto::discourse
