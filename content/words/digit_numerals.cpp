#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "content/words/numerals.h"

namespace recto {
namespace {

/// More digits are no number that anyone compares.
constexpr std::size_t kMostDigits = 18;
constexpr std::size_t kMostGroups = 8;

/// Digits and the separators between them as they stand: {"1", "234", "5"} and ",.".
struct Groups {
  std::vector<std::string_view> parts;
  std::string separators;
  std::size_t next = 0;
};

bool is_separator(const Token& token) {
  return token.text == "," || token.text == "." || token.text == "'";
}

Groups glued_groups(Cursor cursor) {
  Groups groups;
  groups.parts.emplace_back(cursor.peek().as_written);
  cursor.skip();
  while (is_separator(cursor.peek()) && cursor.glued() && cursor.is_digits(1) && cursor.glued(1)) {
    // 5'11" are feet and inches
    if (cursor.is("'") && cursor.peek(1).text.size() != 3) break;
    groups.separators += cursor.peek().text;
    groups.parts.emplace_back(cursor.peek(1).as_written);
    cursor.skip(2);
  }
  groups.next = cursor.at();
  return groups;
}

/// "12 345 678": blanks between groups of three. What stands before or behind must not be a number
/// of its own.
void add_blank_groups(Groups& groups, Cursor cursor) {
  if (groups.parts.size() != 1 || groups.parts[0].size() > 3 || groups.parts[0][0] == '0') return;
  if (cursor.before().kind == Token::Kind::Digits) return;
  Groups longer = groups;
  cursor.skip();
  while (cursor.is_digits() && !cursor.glued() && !cursor.peek().line_before &&
         cursor.peek().text.size() == 3 && longer.parts.size() < kMostGroups) {
    longer.separators += ' ';
    longer.parts.emplace_back(cursor.peek().as_written);
    cursor.skip();
  }
  if (longer.parts.size() == 1 || cursor.is_digits()) return;
  const bool point = (cursor.is(".") || cursor.is(",")) && cursor.glued() && cursor.is_digits(1) &&
                     cursor.glued(1);
  if (point) {
    longer.separators += cursor.peek().text;
    longer.parts.emplace_back(cursor.peek(1).as_written);
    cursor.skip(2);
  }
  longer.next = cursor.at();
  groups = longer;
}

/// Whether parts [0, count) are a whole number in groups: of three, or as in India 1,00,000.
bool are_groups(const Groups& groups, std::size_t count) {
  if (groups.parts[0].size() > 3 || groups.parts[0][0] == '0') return false;
  if (groups.parts[count - 1].size() != 3) return false;
  const std::size_t inner = count > 2 ? groups.parts[1].size() : 3;
  if (inner != 3 && (inner != 2 || groups.parts[0].size() > 2 || groups.separators[0] != ','))
    return false;
  for (std::size_t i = 1; i + 1 < count; ++i)
    if (groups.parts[i].size() != inner || groups.separators[i] != groups.separators[0])
      return false;
  return true;
}

/// How many of the parts are the whole number; the one behind them, if any, is the decimals. 0 for
/// what is no number ("2.0.1").
std::size_t whole_parts(const Groups& groups, std::string_view language, Reading reading) {
  const std::size_t count = groups.parts.size();
  if (count == 1) return 1;
  const char last = groups.separators.back();
  if (count == 2 && last != ' ' && last != '\'') {
    const char point = has_decimal_comma(language) ? ',' : '.';
    if (last == point) return 1;
    if (are_groups(groups, 2)) return 2;
    // "1,5" in an English answer; in an English text it may be a list.
    return reading == Reading::Answer ? 1 : 0;
  }
  if (groups.separators.find_first_not_of(last) == std::string::npos)
    return are_groups(groups, count) ? count : 0;
  const bool one_point =
      groups.separators.find(last) + 1 == groups.separators.size() && (last == ',' || last == '.');
  return one_point && are_groups(groups, count - 1) ? count - 1 : 0;
}

std::optional<Numeral> numeral_of(const Groups& groups, std::size_t whole) {
  std::string digits;
  for (const std::string_view part : groups.parts)
    digits += part;
  const std::size_t places = whole < groups.parts.size() ? groups.parts.back().size() : 0;
  if (digits.size() > kMostDigits) return std::nullopt;
  std::int64_t mantissa = 0;
  for (const char digit : digits)
    mantissa = mantissa * 10 + (digit - '0');
  Numeral numeral;
  numeral.step = -static_cast<int>(places);
  numeral.number = make_number(mantissa, numeral.step).value_or(Number{});
  numeral.grouped = whole > 1;
  numeral.identifier = groups.parts[0].size() > 1 && groups.parts[0][0] == '0';
  numeral.next = groups.next;
  return numeral;
}

/// 0 to 999; none for more digits.
std::optional<std::int64_t> short_number(const Token& token) {
  if (token.kind != Token::Kind::Digits || token.text.size() > 3) return std::nullopt;
  std::int64_t value = 0;
  for (const char digit : token.text)
    value = value * 10 + (digit - '0');
  return value;
}

/// "1/2" at the cursor: a proper fraction of the usual kind in an article, any in an answer.
std::optional<Number> slashed_fraction(const Cursor& cursor, Reading reading) {
  const auto top = short_number(cursor.peek());
  const auto bottom = short_number(cursor.peek(2));
  const bool shape = top && bottom && cursor.is_glued("/", 1) && cursor.glued(2);
  if (!shape || *bottom == 0 || cursor.peek(2).text[0] == '0') return std::nullopt;
  if (cursor.is_glued("/", 3) ||
      (cursor.is_glued(".", 3) && cursor.glued(4) && cursor.is_digits(4)))
    return std::nullopt;
  constexpr std::array<std::int64_t, 8> kUsual = {2, 3, 4, 5, 6, 8, 10, 16};
  const bool usual = std::ranges::find(kUsual, *bottom) != kUsual.end() && *top < *bottom;
  if (reading == Reading::Article && !usual) return std::nullopt;
  return make_number(*top, 0, *bottom);
}

/// Adds the fraction of "2 1/2", "2½" behind a whole number.
void add_fraction(Numeral& numeral, Cursor cursor, Reading reading) {
  std::optional<Number> fraction = vulgar_fraction(cursor.peek().text);
  std::size_t length = 1;
  if (!fraction && !cursor.glued()) {
    fraction = slashed_fraction(cursor, reading);
    length = 3;
    if (fraction && fraction->exponent >= 0 && fraction->divisor == 1) return;
  }
  if (!fraction) return;
  const auto total = sum(numeral.number, *fraction);
  if (!total) return;
  numeral.number = *total;
  numeral.step = kExactStep;
  numeral.form = Numeral::Form::Fraction;
  numeral.next += length;
}

/// "²" → 2; none for other signs.
std::optional<int> superscript_digit(std::string_view sign) {
  constexpr std::array<std::string_view, 10> kDigits = {"⁰", "¹", "²", "³", "⁴",
                                                        "⁵", "⁶", "⁷", "⁸", "⁹"};
  for (std::size_t i = 0; i < kDigits.size(); ++i)
    if (kDigits[i] == sign) return static_cast<int>(i);
  return std::nullopt;
}

/// The exponent of "^6", "^-6", "⁶" or "⁻³"; moves behind it.
std::optional<int> take_exponent(Cursor& cursor) {
  int sign = 1;
  if (cursor.is_glued("^")) {
    cursor.skip();
    if (cursor.take("-")) sign = -1;
    const auto value = short_number(cursor.peek());
    if (!value || !cursor.glued()) return std::nullopt;
    cursor.skip();
    return sign * static_cast<int>(*value);
  }
  if (cursor.take("⁻")) sign = -1;
  int value = 0;
  bool any = false;
  while (const auto digit = superscript_digit(cursor.peek().text)) {
    value = value * 10 + *digit;
    any = true;
    cursor.skip();
    if (value > 99) return std::nullopt;
  }
  if (!any) return std::nullopt;
  return sign * value;
}

/// "3e9", "1.5 × 10^6".
void add_power_of_ten(Numeral& numeral, Cursor cursor) {
  std::optional<int> exponent;
  if (cursor.is_glued("e")) {
    cursor.skip();
    const int sign = cursor.take("-") ? -1 : 1;
    const auto value = short_number(cursor.peek());
    if (value && cursor.glued()) exponent = sign * static_cast<int>(*value);
    cursor.skip();
  } else if ((cursor.is("×") || cursor.is("x") || cursor.is("*")) && cursor.is("10", 1)) {
    cursor.skip(2);
    exponent = take_exponent(cursor);
  }
  if (!exponent) return;
  const auto power = make_number(1, *exponent);
  const auto value = power ? product(numeral.number, *power) : std::nullopt;
  if (!value) return;
  numeral.number = *value;
  numeral.step += *exponent;
  numeral.scaled = true;
  numeral.next = cursor.at();
}

bool is_ordinal_ending(const Token& token) {
  return token.text == "st" || token.text == "nd" || token.text == "rd" || token.text == "th";
}

std::optional<Numeral> fraction_alone(const Cursor& cursor, const Number& number,
                                      std::size_t length) {
  Numeral numeral;
  numeral.number = number;
  numeral.step = kExactStep;
  numeral.form = Numeral::Form::Fraction;
  numeral.next = cursor.at() + length;
  return numeral;
}

}  // namespace

std::optional<Number> vulgar_fraction(std::string_view sign) {
  struct Row {
    std::string_view sign;
    std::int64_t top, bottom;
  };
  constexpr std::array<Row, 15> kRows = {{{"½", 1, 2},
                                          {"⅓", 1, 3},
                                          {"⅔", 2, 3},
                                          {"¼", 1, 4},
                                          {"¾", 3, 4},
                                          {"⅕", 1, 5},
                                          {"⅖", 2, 5},
                                          {"⅗", 3, 5},
                                          {"⅘", 4, 5},
                                          {"⅙", 1, 6},
                                          {"⅚", 5, 6},
                                          {"⅛", 1, 8},
                                          {"⅜", 3, 8},
                                          {"⅝", 5, 8},
                                          {"⅞", 7, 8}}};
  for (const Row& row : kRows)
    if (row.sign == sign) return make_number(row.top, 0, row.bottom);
  return std::nullopt;
}

std::optional<Numeral> read_digit_numeral(Cursor cursor, std::string_view language,
                                          Reading reading) {
  if (const auto fraction = vulgar_fraction(cursor.peek().text))
    return fraction_alone(cursor, *fraction, 1);
  const bool point_first = cursor.is(".") && cursor.is_digits(1) && cursor.glued(1);
  if (point_first) {
    Groups groups{{"0", cursor.peek(1).as_written}, ".", cursor.at() + 2};
    return numeral_of(groups, 1);
  }
  if (!cursor.is_digits()) return std::nullopt;
  if (const auto fraction = slashed_fraction(cursor, reading))
    return fraction_alone(cursor, *fraction, 3);
  Groups groups = glued_groups(cursor);
  add_blank_groups(groups, cursor);
  const std::size_t whole = whole_parts(groups, language, reading);
  if (whole == 0) return std::nullopt;
  auto numeral = numeral_of(groups, whole);
  if (!numeral) return std::nullopt;
  const Cursor behind = [&] {
    Cursor moved = cursor;
    moved.skip(numeral->next - cursor.at());
    return moved;
  }();
  if (is_ordinal_ending(behind.peek()) && behind.glued() && is_whole(numeral->number)) {
    numeral->ordinal = true;
    ++numeral->next;
    return numeral;
  }
  add_fraction(*numeral, behind, reading);
  if (numeral->next == behind.at()) add_power_of_ten(*numeral, behind);
  return numeral;
}

}  // namespace recto
