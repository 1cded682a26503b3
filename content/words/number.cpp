#include "content/words/number.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace recto {
namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t kLimit = 1'000'000'000'000'000'000;
constexpr int kExponentLimit = 60;
/// 10^37 still fits 127 bits.
constexpr int kWidestPower = 37;

Wide power_of_ten(int exponent) {
  Wide power = 1;
  for (int i = 0; i < exponent; ++i)
    power *= 10;
  return power;
}

Wide common_factor(Wide a, Wide b) {
  if (a < 0) a = -a;
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

std::optional<Wide> multiplied(Wide a, Wide b) {
  Wide out = 0;
  if (__builtin_mul_overflow(a, b, &out)) return std::nullopt;
  return out;
}

/// mantissa * 10 ^ exponent, when that fits.
std::optional<Wide> scaled(Wide mantissa, int exponent) {
  if (mantissa == 0) return 0;
  if (exponent < 0 || exponent > kWidestPower) return std::nullopt;
  return multiplied(mantissa, power_of_ten(exponent));
}

/// The factors 2 and 5 of the divisor go into the exponent: 1 / 4 = 25 * 10^-2.
bool move_to_exponent(Wide& mantissa, int& exponent, Wide& divisor) {
  constexpr std::int64_t kOther[2][2] = {{2, 5}, {5, 2}};
  for (const auto& [factor, other] : kOther)
    while (divisor % factor == 0) {
      const auto more = multiplied(mantissa, other);
      if (!more) return false;
      mantissa = *more;
      divisor /= factor;
      --exponent;
    }
  return true;
}

std::optional<Number> normal(Wide mantissa, int exponent, Wide divisor) {
  if (divisor == 0) return std::nullopt;
  if (mantissa == 0) return Number{};
  if (divisor < 0) {
    mantissa = -mantissa;
    divisor = -divisor;
  }
  const Wide common = common_factor(mantissa, divisor);
  mantissa /= common;
  divisor /= common;
  if (!move_to_exponent(mantissa, exponent, divisor)) return std::nullopt;
  // What stands in the exponent can cancel the divisor no more: that is coprime to 10 now.
  while (mantissa % 10 == 0) {
    mantissa /= 10;
    ++exponent;
  }
  const bool fits = mantissa < kLimit && mantissa > -kLimit && divisor < kLimit &&
                    exponent <= kExponentLimit && exponent >= -kExponentLimit;
  if (!fits) return std::nullopt;
  return Number{static_cast<std::int64_t>(mantissa), exponent, static_cast<std::int64_t>(divisor)};
}

/// The two mantissas over one divisor and one exponent.
struct Aligned {
  Wide a = 0, b = 0;
  int exponent = 0;
  Wide divisor = 1;
};

std::optional<Aligned> aligned(const Number& a, const Number& b) {
  Aligned out;
  out.exponent = std::min(a.exponent, b.exponent);
  const Wide common = std::gcd(a.divisor, b.divisor);
  const auto left = multiplied(a.mantissa, b.divisor / common);
  const auto right = multiplied(b.mantissa, a.divisor / common);
  const auto divisor = multiplied(a.divisor, b.divisor / common);
  if (!left || !right || !divisor) return std::nullopt;
  const auto scaled_left = scaled(*left, a.exponent - out.exponent);
  const auto scaled_right = scaled(*right, b.exponent - out.exponent);
  if (!scaled_left || !scaled_right) return std::nullopt;
  out.a = *scaled_left;
  out.b = *scaled_right;
  out.divisor = *divisor;
  return out;
}

}  // namespace

std::optional<Number> make_number(std::int64_t mantissa, int exponent, std::int64_t divisor) {
  if (exponent > 2 * kExponentLimit || exponent < -2 * kExponentLimit) return std::nullopt;
  return normal(mantissa, exponent, divisor);
}

std::optional<Number> sum(const Number& a, const Number& b) {
  const auto both = aligned(a, b);
  if (!both) return std::nullopt;
  Wide total = 0;
  if (__builtin_add_overflow(both->a, both->b, &total)) return std::nullopt;
  return normal(total, both->exponent, both->divisor);
}

std::optional<Number> product(const Number& a, const Number& b) {
  const Wide first = std::gcd(a.mantissa, b.divisor);
  const Wide second = std::gcd(b.mantissa, a.divisor);
  if (first == 0 || second == 0) return Number{};
  return normal((a.mantissa / first) * (b.mantissa / second), a.exponent + b.exponent,
                (a.divisor / second) * (b.divisor / first));
}

std::optional<Number> quotient(const Number& a, const Number& b) {
  if (b.mantissa == 0) return std::nullopt;
  const Wide common = std::gcd(a.mantissa, b.mantissa);
  return normal((a.mantissa / common) * b.divisor, a.exponent - b.exponent,
                (b.mantissa / common) * a.divisor);
}

Number negated(Number number) {
  number.mantissa = -number.mantissa;
  return number;
}

std::weak_ordering compare(const Number& a, const Number& b) {
  if (a == b) return std::weak_ordering::equivalent;
  if (const auto both = aligned(a, b))
    return both->a < both->b ? std::weak_ordering::less : std::weak_ordering::greater;
  return to_double(a) < to_double(b) ? std::weak_ordering::less : std::weak_ordering::greater;
}

std::optional<Number> rounded(const Number& number, int step) {
  const int shift = number.exponent - step;
  Wide top = number.mantissa;
  Wide bottom = number.divisor;
  if (shift >= 0) {
    if (number.divisor == 1) return number;
    const auto more = scaled(top, shift);
    if (!more) return std::nullopt;
    top = *more;
  } else {
    const auto more = scaled(bottom, -shift);
    if (!more) return Number{};  // far below half a step
    bottom = *more;
  }
  const Wide sign = top < 0 ? -1 : 1;
  const Wide size = top * sign;
  const Wide whole = size / bottom;
  const Wide rest = size % bottom;
  return normal((whole + (rest >= bottom - rest ? 1 : 0)) * sign, step, 1);
}

bool is_whole(const Number& number) {
  return number.divisor == 1 && number.exponent >= 0;
}

double to_double(const Number& number) {
  double power = 1;
  for (int i = 0; i < std::abs(number.exponent); ++i)
    power *= 10;
  const double size = static_cast<double>(number.mantissa) / static_cast<double>(number.divisor);
  return number.exponent < 0 ? size / power : size * power;
}

}  // namespace recto
