// Several numbers at once, their exponential and logarithm. Included by the replay_*.cpp files
// alone, which are compiled for different instruction sets: everything here has internal linkage,
// so that no other file ever runs it, and nothing contracts a·b + c, so that all sets give the same
// bits.
#pragma once

#include <cstddef>
#include <cstdint>

#define RECTO_INLINE [[gnu::always_inline]] inline

namespace recto::memory {
namespace {

/// `Width` numbers that are computed with as one, in registers of `Native` each. Two registers keep
/// a processor busy while the next step waits for the last one.
template <class Number, std::size_t Native, std::size_t Width>
struct Lanes {
  using Register [[gnu::vector_size(Native * sizeof(Number))]] = Number;
  static constexpr std::size_t kRegisters = Width / Native;
  Register part[kRegisters];

  Lanes() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): a number stands for lanes that are all alike
  RECTO_INLINE Lanes(Number x) {
    for (Register& to : part)
      to = Register{} + x;
  }

  /// The result of `operation` for each register's index.
  template <class Operation>
  RECTO_INLINE static Lanes each(Operation operation) {
    Lanes result;
    for (std::size_t i = 0; i < kRegisters; ++i)
      result.part[i] = operation(i);
    return result;
  }

  RECTO_INLINE friend Lanes operator+(const Lanes& a, const Lanes& b) {
    return each([&](std::size_t i) { return a.part[i] + b.part[i]; });
  }
  RECTO_INLINE friend Lanes operator-(const Lanes& a, const Lanes& b) {
    return each([&](std::size_t i) { return a.part[i] - b.part[i]; });
  }
  RECTO_INLINE friend Lanes operator-(const Lanes& a) {
    return each([&](std::size_t i) { return -a.part[i]; });
  }
  RECTO_INLINE friend Lanes operator*(const Lanes& a, const Lanes& b) {
    return each([&](std::size_t i) { return a.part[i] * b.part[i]; });
  }
  RECTO_INLINE friend Lanes operator/(const Lanes& a, const Lanes& b) {
    return each([&](std::size_t i) { return a.part[i] / b.part[i]; });
  }
  RECTO_INLINE friend Lanes operator&(const Lanes& a, const Lanes& b) {
    return each([&](std::size_t i) { return a.part[i] & b.part[i]; });
  }
  RECTO_INLINE friend Lanes operator|(const Lanes& a, const Lanes& b) {
    return each([&](std::size_t i) { return a.part[i] | b.part[i]; });
  }
  RECTO_INLINE friend Lanes operator~(const Lanes& a) {
    return each([&](std::size_t i) { return ~a.part[i]; });
  }
  RECTO_INLINE friend Lanes operator<<(const Lanes& a, int bits) {
    return each([&](std::size_t i) { return a.part[i] << bits; });
  }
  RECTO_INLINE friend Lanes operator>>(const Lanes& a, int bits) {
    return each([&](std::size_t i) { return a.part[i] >> bits; });
  }

  using Mask = Lanes<std::int64_t, Native, Width>;  ///< what comparing gives: 0 or −1
  RECTO_INLINE friend Mask operator<(const Lanes& a, const Lanes& b) {
    return Mask::each([&](std::size_t i) { return a.part[i] < b.part[i]; });
  }
  RECTO_INLINE friend Mask operator>(const Lanes& a, const Lanes& b) { return b < a; }
  RECTO_INLINE friend Mask operator==(const Lanes& a, const Lanes& b) {
    return Mask::each([&](std::size_t i) { return a.part[i] == b.part[i]; });
  }

  /// `a` where `mask` is set, else `b`.
  RECTO_INLINE static Lanes select(const Mask& mask, const Lanes& a, const Lanes& b) {
    return each([&](std::size_t i) { return mask.part[i] ? a.part[i] : b.part[i]; });
  }

  RECTO_INLINE static Lanes load(const Number* from) {
    return each([&](std::size_t i) {
      Register values;
      __builtin_memcpy(&values, from + i * Native, sizeof values);
      return values;
    });
  }
  RECTO_INLINE static Lanes load(const float* from) requires(sizeof(Number) != sizeof(float)) {
    using Floats [[gnu::vector_size(Native * sizeof(float))]] = float;
    return each([&](std::size_t i) {
      Floats values;
      __builtin_memcpy(&values, from + i * Native, sizeof values);
      return __builtin_convertvector(values, Register);
    });
  }
  RECTO_INLINE void store(Number* to) const {
    for (std::size_t i = 0; i < kRegisters; ++i)
      __builtin_memcpy(to + i * Native, &part[i], sizeof part[i]);
  }

  /// The same bits as other numbers of that size.
  template <class To>
  RECTO_INLINE Lanes<To, Native, Width> as() const {
    return __builtin_bit_cast(Lanes<To, Native, Width>, *this);
  }
};

// 2^52 + 2^51: adding it leaves a whole number in the low bits of the sum.
constexpr double kWholeNumber = 6755399441055744.0;
constexpr std::uint64_t kBitsOfWholeNumber = 0x4338'0000'0000'0000;
constexpr int kMantissaBits = 52;

/// c[0] + c[1] x + …, four terms at a time: these do not wait for each other (G. Estrin, 1960).
template <class Real, std::size_t N>
RECTO_INLINE Real polynomial(const Real& x, const double (&c)[N]) {
  static_assert(N % 4 == 0);
  const Real x2 = x * x;
  const Real x4 = x2 * x2;
  Real sum = 0.0;
  for (std::size_t i = N; i > 0; i -= 4)
    sum = sum * x4 + ((c[i - 4] + c[i - 3] * x) + (c[i - 2] + c[i - 1] * x) * x2);
  return sum;
}

/// e^x; beyond ±700 as at ±700. e^x = 2^n e^r with |r| ≤ ln 2 / 2, where twelve terms of the series
/// leave 6e-15.
template <class Real>
RECTO_INLINE Real exponential(const Real& x) {
  constexpr double kSeries[] = {1.0,          1.0,           1.0 / 2,         1.0 / 6,
                                1.0 / 24,     1.0 / 120,     1.0 / 720,       1.0 / 5040,
                                1.0 / 40'320, 1.0 / 362'880, 1.0 / 3'628'800, 1.0 / 39'916'800};
  constexpr double kMost = 700.0;
  // ln 2 in two parts; the first ends in zeros, so that n times it is exact.
  constexpr double kLn2High = 0x1.62e42fee00000p-1;
  constexpr double kLn2Low = 0x1.a39ef35793c76p-33;
  const Real below = Real::select(x > kMost, kMost, x);
  const Real inside = Real::select(below < -kMost, -kMost, below);
  const Real shifted = inside * 1.4426950408889634 + kWholeNumber;
  const Real n = shifted - kWholeNumber;
  const Real r = (inside - n * kLn2High) - n * kLn2Low;
  const auto exponent = shifted.template as<std::uint64_t>() << kMantissaBits;
  return (polynomial(r, kSeries).template as<std::uint64_t>() + exponent).template as<double>();
}

/// ln x of normal positive x. x = 2^n m with m in [√½, √2), and ln m = 2 (s + s³/3 + s⁵/5 + …) with
/// s = (m − 1)/(m + 1), |s| < 0.172.
template <class Real>
RECTO_INLINE Real logarithm(const Real& x) {
  constexpr double kSeries[] = {2.0,      2.0 / 3,  2.0 / 5,  2.0 / 7,  2.0 / 9,  2.0 / 11,
                                2.0 / 13, 2.0 / 15, 2.0 / 17, 2.0 / 19, 2.0 / 21, 2.0 / 23};
  constexpr double kLn2 = 0.6931471805599453;
  constexpr std::uint64_t kBitsOfOne = 0x3ff0'0000'0000'0000;
  constexpr std::uint64_t kBitsOfRootHalf = 0x3fe6'a09e'667f'3bcd;
  constexpr std::uint64_t kMantissa = (std::uint64_t{1} << kMantissaBits) - 1;
  // Its upper bits are n, its lower ones m − √½.
  const auto above = x.template as<std::uint64_t>() - kBitsOfRootHalf;
  const auto biased = (above + kBitsOfOne) >> kMantissaBits;
  const Real n = (biased + kBitsOfWholeNumber).template as<double>() - (kWholeNumber + 1023.0);
  const Real m = ((above & kMantissa) + kBitsOfRootHalf).template as<double>();
  const Real s = (m - 1.0) / (m + 1.0);
  return n * kLn2 + s * polynomial(s * s, kSeries);
}

}  // namespace
}  // namespace recto::memory
