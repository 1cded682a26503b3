// Numbers as texts state them: exact, so that 0.1 + 0.2 is 0.3 and a third is a third.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace recto {

/// mantissa * 10 ^ exponent / divisor, in the one form that each value has: the divisor is above 0
/// and has no factor in common with 10 or the mantissa, the mantissa is no multiple of 10 (0 is
/// {0, 0, 1}). So equal values are equal members. |mantissa| and divisor are below 10^18, the
/// exponent lies in [-60, 60].
struct Number {
  std::int64_t mantissa = 0;
  int exponent = 0;
  std::int64_t divisor = 1;

  bool operator==(const Number&) const = default;
};

/// None when the value does not fit, or for a divisor of 0.
[[nodiscard]] std::optional<Number> make_number(std::int64_t mantissa, int exponent = 0,
                                                std::int64_t divisor = 1);

/// None when the exact result does not fit, or divides by 0.
[[nodiscard]] std::optional<Number> sum(const Number& a, const Number& b);
[[nodiscard]] std::optional<Number> product(const Number& a, const Number& b);
[[nodiscard]] std::optional<Number> quotient(const Number& a, const Number& b);
[[nodiscard]] Number negated(Number number);

/// Exact, except where the two are so far apart that a double tells them.
[[nodiscard]] std::weak_ordering compare(const Number& a, const Number& b);

/// To the nearest multiple of 10 ^ step, halves away from zero; none when that does not fit.
[[nodiscard]] std::optional<Number> rounded(const Number& number, int step);

[[nodiscard]] bool is_whole(const Number& number);

/// For tolerances and charts, not for equality.
[[nodiscard]] double to_double(const Number& number);

enum class NumberStyle {
  Digits,   ///< "1,234.5"
  Words,    ///< "one thousand two hundred and thirty-four"; whole numbers below 10^15, else digits
  Ordinal,  ///< "21st"; whole numbers from 0 on, else digits
  Scaled,   ///< "3.2 million" from a million on, when at most three digits follow the point
};

/// Digits in the way of `language` (BCP 47: "de" writes 1.234,5); words are English. What has no
/// end as a decimal is written as a fraction, "1/3".
[[nodiscard]] std::string write_number(const Number& number, NumberStyle style,
                                       std::string_view language = "en");

/// Whether `language` writes one and a half as 1,5.
[[nodiscard]] bool has_decimal_comma(std::string_view language);

}  // namespace recto
