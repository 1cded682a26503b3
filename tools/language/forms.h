// A word's spelling as hashes.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace recto::language {

/// A hash of `a` and `b`, in this order. The same on every machine.
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  // The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
  std::uint64_t x = a * 0x9E3779B97F4A7C15U + b;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31);
}

/// Hashes of one token's spelling. Of long tokens, addresses and torn text, only the first 64 code
/// points are looked at. What a word is too short for is 0.
struct Form {
  std::uint64_t exact = 0;                ///< as written
  std::uint64_t folded = 0;               ///< case and which digits aside
  std::uint64_t shape = 0;                ///< "Xx", "dd.d": runs cut at two
  std::array<std::uint64_t, 2> prefix{};  ///< folded, of two and three code points
  std::array<std::uint64_t, 3> suffix{};  ///< of two, three and four
};

[[nodiscard]] Form form_of(std::string_view token);

}  // namespace recto::language
