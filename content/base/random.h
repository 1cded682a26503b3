// Random numbers that are the same on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>

namespace recto {

/// A seeded source of random numbers. The engine is specified by the C++ standard; the library's
/// distributions and std::shuffle are not, so the draws here are our own. Same seed, same draws.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  /// The next 64 random bits.
  std::uint64_t operator()() { return engine_(); }

  /// A whole number from 0 to n − 1, without bias. n must not be 0.
  std::uint64_t below(std::uint64_t n);

  /// A number in [0, 1), a multiple of 2^-53.
  double unit();

  /// Puts a random-access range into random order (Fisher and Yates).
  template <class Range>
  void shuffle(Range& range) {
    for (std::size_t left = range.size(); left > 1; --left) {
      using std::swap;
      swap(range[left - 1], range[below(left)]);
    }
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace recto
