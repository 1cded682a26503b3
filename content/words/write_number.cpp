#include <algorithm>
#include <array>
#include <numeric>

#include "content/words/number.h"

namespace recto {
namespace {

constexpr std::array<std::string_view, 20> kSmall = {
    "zero",     "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 10> kTens = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};

struct Scale {
  std::int64_t value;
  std::string_view name;
};
constexpr std::array<Scale, 4> kScales = {{{1'000'000'000'000, "trillion"},
                                           {1'000'000'000, "billion"},
                                           {1'000'000, "million"},
                                           {1'000, "thousand"}}};

constexpr std::int64_t kMostInWords = 1'000'000'000'000'000;

/// The value of a whole number; none above 10^18.
std::optional<std::int64_t> whole_value(const Number& number) {
  if (!is_whole(number) || number.exponent > 18) return std::nullopt;
  std::int64_t value = number.mantissa;
  for (int i = 0; i < number.exponent; ++i)
    if (__builtin_mul_overflow(value, std::int64_t{10}, &value)) return std::nullopt;
  return value;
}

/// 1 to 999.
std::string hundreds_in_words(std::int64_t value) {
  std::string text;
  if (value >= 100) {
    text = std::string(kSmall[static_cast<std::size_t>(value / 100)]) + " hundred";
    value %= 100;
    if (value > 0) text += " and ";
  }
  if (value >= 20) {
    text += kTens[static_cast<std::size_t>(value / 10)];
    if (value % 10 > 0) text += '-' + std::string(kSmall[static_cast<std::size_t>(value % 10)]);
  } else if (value > 0) {
    text += kSmall[static_cast<std::size_t>(value)];
  }
  return text;
}

std::string in_words(std::int64_t value) {
  if (value == 0) return "zero";
  if (value < 0) return "minus " + in_words(-value);
  std::string text;
  for (const Scale& scale : kScales)
    if (value >= scale.value) {
      text += (text.empty() ? "" : " ") + hundreds_in_words(value / scale.value) + ' ' +
              std::string(scale.name);
      value %= scale.value;
    }
  if (value == 0) return text;
  if (text.empty()) return hundreds_in_words(value);
  return text + (value < 100 ? " and " : " ") + hundreds_in_words(value);
}

std::string_view ordinal_ending(std::int64_t value) {
  if (value % 100 >= 11 && value % 100 <= 13) return "th";
  switch (value % 10) {
    case 1: return "st";
    case 2: return "nd";
    case 3: return "rd";
    default: return "th";
  }
}

std::string grouped(std::string digits, std::string_view separator) {
  if (digits.size() < 4) return digits;
  for (std::size_t at = digits.size() - 3; at > 0; at = at > 3 ? at - 3 : 0)
    digits.insert(at, separator);
  return digits;
}

std::string decimal(const Number& number, std::string_view language) {
  const bool comma = has_decimal_comma(language);
  std::string digits = std::to_string(std::abs(number.mantissa));
  std::string text = number.mantissa < 0 ? "-" : "";
  if (number.exponent >= 0) {
    digits.append(static_cast<std::size_t>(number.exponent), '0');
    return text + grouped(digits, comma ? "." : ",");
  }
  const auto places = static_cast<std::size_t>(-number.exponent);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  const std::size_t point = digits.size() - places;
  return text + grouped(digits.substr(0, point), comma ? "." : ",") + (comma ? ',' : '.') +
         digits.substr(point);
}

std::string in_digits(const Number& number, std::string_view language) {
  if (number.divisor == 1) return decimal(number, language);
  // 5 * 10^-1 / 3 is 1/6.
  const auto top = whole_value({number.mantissa, std::max(number.exponent, 0), 1});
  const auto bottom = whole_value({number.divisor, std::max(-number.exponent, 0), 1});
  if (!top || !bottom) return std::to_string(to_double(number));
  const std::int64_t common = std::gcd(*top, *bottom);
  return std::to_string(*top / common) + '/' + std::to_string(*bottom / common);
}

std::string scaled(const Number& number, std::string_view language) {
  const Number size = number.mantissa < 0 ? negated(number) : number;
  for (const Scale& scale : kScales) {
    const Number unit = make_number(scale.value).value_or(Number{});
    if (scale.value < 1'000'000 || compare(size, unit) == std::weak_ordering::less) continue;
    const auto share = quotient(number, unit);
    if (!share || share->divisor != 1 || share->exponent < -3) break;
    return decimal(*share, language) + ' ' + std::string(scale.name);
  }
  return in_digits(number, language);
}

}  // namespace

std::string write_number(const Number& number, NumberStyle style, std::string_view language) {
  const auto whole = whole_value(number);
  switch (style) {
    case NumberStyle::Words:
      if (whole && std::abs(*whole) < kMostInWords) return in_words(*whole);
      break;
    case NumberStyle::Ordinal:
      if (whole && *whole >= 0)
        return in_digits(number, language) + std::string(ordinal_ending(*whole));
      break;
    case NumberStyle::Scaled: return scaled(number, language);
    case NumberStyle::Digits: break;
  }
  return in_digits(number, language);
}

bool has_decimal_comma(std::string_view language) {
  constexpr std::array<std::string_view, 40> kComma = {
      "af", "az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi",
      "fo", "fr", "gl", "hr", "hu", "hy", "id", "is", "it", "ka", "kk", "lt", "lv", "mk",
      "nb", "nl", "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "tr"};
  constexpr std::array<std::string_view, 4> kMoreComma = {"sr", "sq", "uk", "vi"};
  const std::string_view base = language.substr(0, language.find_first_of("-_"));
  return std::ranges::find(kComma, base) != kComma.end() ||
         std::ranges::find(kMoreComma, base) != kMoreComma.end();
}

}  // namespace recto
