// Chances from sums of evidence in bits, the same on every machine.
#pragma once

#include <cstdint>

namespace recto::discourse {

/// Evidence in sixty-fourths of a bit: 64 more make a thing twice as likely.
using Bits64 = std::int64_t;
inline constexpr Bits64 kBit = 64;

/// 2^(bits / 64) for at most 100 bits either way; what is beyond counts as 100. Multiplications
/// only: every machine gives the same.
[[nodiscard]] double odds_of(Bits64 bits);

}  // namespace recto::discourse
