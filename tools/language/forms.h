// What the statistical models see of a word: its spelling as hashes.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace recto::language {

/// A hash of `a` and `b`, in this order. The same on every machine.
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  // The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
  std::uint64_t x = a * 0x9E3779B97F4A7C15U + b;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31);
}

/// A hash of bytes (FNV-1a, mixed once more).
[[nodiscard]] std::uint64_t hash_of(std::string_view bytes);

/// One token's spelling. Prefixes and suffixes are of lower-case code points; those that a word is
/// too short for are 0.
struct Form {
  std::uint64_t word = 0;  ///< as written
  std::uint64_t lower = 0;
  std::uint64_t shape = 0;                ///< "Xx", "dd.d": runs cut at two
  std::array<std::uint64_t, 4> prefix{};  ///< [0] of one code point
  std::array<std::uint64_t, 5> suffix{};
  std::uint8_t marks = 0;  ///< 1 a capital, 2 a digit, 4 a hyphen, 8 all capitals, 16 begins so
};

[[nodiscard]] Form form_of(std::string_view token);

}  // namespace recto::language
