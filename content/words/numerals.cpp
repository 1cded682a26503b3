#include "content/words/numerals.h"

#include <algorithm>
#include <array>
#include <utility>

namespace recto {
namespace {

struct Scale {
  std::string_view name;
  int power;
};

constexpr std::array<Scale, 18> kScales = {{{"thousand", 3},
                                            {"million", 6},
                                            {"billion", 9},
                                            {"trillion", 12},
                                            {"quadrillion", 15},
                                            {"thousands", 3},
                                            {"millions", 6},
                                            {"billions", 9},
                                            {"trillions", 12},
                                            {"lakh", 5},
                                            {"crore", 7},
                                            {"mn", 6},
                                            {"mln", 6},
                                            {"bn", 9},
                                            {"bln", 9},
                                            {"tn", 12},
                                            {"mio", 6},
                                            {"mrd", 9}}};

/// Letters right behind digits. Where money is not meant, m are metres and b bits.
std::optional<int> scale_letter(std::string_view as_written, bool money) {
  if (as_written == "k" || as_written == "K") return 3;
  if (as_written == "M" || (money && as_written == "m")) return 6;
  if (as_written == "B" || (money && as_written == "b")) return 9;
  return std::nullopt;
}

void multiply(Numeral& numeral, const Number& factor, int places) {
  const auto value = product(numeral.number, factor);
  if (!value) return;
  numeral.number = *value;
  if (numeral.step != kExactStep) numeral.step += places;
  numeral.scaled = true;
}

/// "million", "bn", "hundred", "dozen" behind digits.
void add_scale(Numeral& numeral, Cursor cursor, bool money) {
  const bool hyphen = cursor.is_glued("-") && cursor.glued(1);
  const Token& word = cursor.peek(hyphen ? 1 : 0);
  std::optional<Number> factor;
  int places = 0;
  if (const auto scale = scale_named(word, cursor.glued() && !hyphen, money)) {
    factor = make_number(1, *scale);
    places = *scale;
  } else if (word.text == "dozen") {
    factor = make_number(12);
  } else if (word.text == "hundred") {
    factor = make_number(100);
  }
  if (!factor) return;
  multiply(numeral, *factor, places);
  numeral.next += hyphen ? 2 : 1;
}

/// "2 and a half".
void add_spoken_fraction(Numeral& numeral, const Cursor& cursor) {
  if (!cursor.is("and") || !cursor.is("a", 1)) return;
  std::optional<Number> part;
  if (cursor.is("half", 2)) part = make_number(1, 0, 2);
  if (cursor.is("quarter", 2)) part = make_number(1, 0, 4);
  const auto total = part ? sum(numeral.number, *part) : std::nullopt;
  if (!total) return;
  numeral.number = *total;
  numeral.step = kExactStep;
  numeral.next += 3;
}

/// Whether the sign at the cursor makes the digits behind it negative: "-5", not the dash of "3-5"
/// or "COVID-19".
bool is_minus(const Cursor& cursor) {
  if (cursor.is("minus") || cursor.is("negative")) return !cursor.glued(1);
  if (!cursor.is("-") || !cursor.glued(1)) return false;
  const Token& before = cursor.before();
  if (before.kind == Token::Kind::Digits) return false;
  return cursor.peek().blank_before || before.text == "(" || before.text == "$" ||
         before.text == "€" || before.text == "£" || before.text == "~" || before.text == "≈";
}

constexpr std::array<std::pair<int, std::string_view>, 13> kRoman = {{{1000, "M"},
                                                                      {900, "CM"},
                                                                      {500, "D"},
                                                                      {400, "CD"},
                                                                      {100, "C"},
                                                                      {90, "XC"},
                                                                      {50, "L"},
                                                                      {40, "XL"},
                                                                      {10, "X"},
                                                                      {9, "IX"},
                                                                      {5, "V"},
                                                                      {4, "IV"},
                                                                      {1, "I"}}};

std::optional<Numeral> read_roman(const Cursor& cursor) {
  const auto value = roman_value(cursor.peek().as_written);
  if (!value) return std::nullopt;
  Numeral numeral;
  numeral.number = make_number(*value).value_or(Number{});
  numeral.form = Numeral::Form::Roman;
  numeral.next = cursor.at() + 1;
  return numeral;
}

std::optional<Numeral> read_unsigned(const Cursor& cursor, std::string_view language,
                                     Reading reading, bool money) {
  auto numeral = read_digit_numeral(cursor, language, reading);
  if (numeral) {
    if (numeral->ordinal) return numeral;
    Cursor behind = cursor;
    behind.skip(numeral->next - cursor.at());
    if (!behind.peek().line_before) {
      add_spoken_fraction(*numeral, behind);
      behind = cursor;
      behind.skip(numeral->next - cursor.at());
      add_scale(*numeral, behind, money);
    }
    return numeral;
  }
  if (!cursor.is_word()) return std::nullopt;
  if (auto words = read_word_numeral(cursor, reading)) return words;
  return reading == Reading::Answer ? read_roman(cursor) : std::nullopt;
}

}  // namespace

std::optional<int> scale_named(const Token& token, bool glued, bool money) {
  if (token.kind != Token::Kind::Word) return std::nullopt;
  const auto* const scale = std::ranges::find(kScales, token.text, &Scale::name);
  if (scale != kScales.end()) return scale->power;
  return glued || money ? scale_letter(token.as_written, money) : std::nullopt;
}

std::optional<Numeral> read_numeral(const std::vector<Token>& tokens, std::size_t at,
                                    std::string_view language, Reading reading, bool money) {
  Cursor cursor(tokens, at);
  const bool minus = is_minus(cursor);
  const bool plus = reading == Reading::Answer && cursor.is("+") && cursor.glued(1);
  if (minus || plus) cursor.skip();
  auto numeral = read_unsigned(cursor, language, reading, money);
  if (!numeral || (minus && numeral->form == Numeral::Form::Roman)) return std::nullopt;
  if (minus) numeral->number = negated(numeral->number);
  return numeral;
}

std::optional<int> roman_value(std::string_view text) {
  if (text.size() < 2 || text.size() > 15 || text == "MIX") return std::nullopt;
  int value = 0;
  std::string_view rest = text;
  for (const auto& [amount, letters] : kRoman)
    while (rest.starts_with(letters)) {
      value += amount;
      rest.remove_prefix(letters.size());
    }
  // Reading from left to right takes any order that falls; only one spelling is the canonical one.
  if (!rest.empty() || value > 3999 || write_roman(value) != text) return std::nullopt;
  // CD, DC, MD … are abbreviations.
  if (text.size() == 2 && text.find_first_of("IVX") == std::string_view::npos) return std::nullopt;
  return value;
}

std::string write_roman(int value) {
  std::string text;
  if (value < 1 || value > 3999) return text;
  for (const auto& [amount, letters] : kRoman)
    for (; value >= amount; value -= amount)
      text += letters;
  return text;
}

}  // namespace recto
