// Counts, ordinals, quantities, money, percent, and ranges of them.
#include <algorithm>
#include <array>
#include <cmath>

#include "content/words/currencies.h"
#include "content/words/units.h"
#include "content/words/value_reader.h"

namespace recto {
namespace {

constexpr std::size_t kMostUnitTokens = 6;

/// What is measured: nothing for a bare number.
struct Measure {
  ValueKind kind = ValueKind::Count;
  std::string unit;
  const Unit* measured = nullptr;
  Number factor{1, 0, 1};  ///< of cents and per mille
  std::size_t next = 0;
};

bool is_english(std::string_view language) {
  return language.empty() || language.substr(0, language.find_first_of("-_")) == "en";
}

/// Tokens as one spelling: words as written, one blank where white space stands.
std::string spelling_of(const Cursor& cursor, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    const Token& token = cursor.peek(i);
    if (i > 0 && token.blank_before) text += ' ';
    text += token.kind == Token::Kind::Sign ? token.text : std::string(token.as_written);
  }
  return text;
}

/// Symbols that are something else more often, where nobody was asked for a unit.
bool is_doubtful(std::string_view spelling, const Cursor& behind) {
  constexpr std::array<std::string_view, 26> kDoubtful = {
      "in", "st", "'", "\"", "A",  "C",  "F",  "T",    "N",      "s",   "d",  "mo", "pt",
      "ct", "B",  "F", "au", "AU", "Mb", "Gb", "bars", "stones", "in.", "ac", "Mt", "min."};
  if (std::ranges::find(kDoubtful, spelling) == kDoubtful.end()) return false;
  // "(12 in)": nothing else is meant when the bracket closes here
  return spelling != "in" || !behind.is(")");
}

/// Words that go with the unit of an article only where they are English.
bool is_foreign_word(const Cursor& cursor, std::size_t count, std::string_view language) {
  if (is_english(language)) return false;
  for (std::size_t i = 0; i < count; ++i)
    if (cursor.peek(i).kind == Token::Kind::Word && cursor.peek(i).text.size() > 3) return true;
  return false;
}

std::optional<Measure> read_unit(Cursor cursor, std::string_view language, Reading reading) {
  for (std::size_t count = kMostUnitTokens; count > 0; --count) {
    if (cursor.peek(count - 1).text.empty()) continue;
    const std::string spelling = spelling_of(cursor, count);
    const Unit* unit = find_unit(spelling);
    if (unit == nullptr || is_foreign_word(cursor, count, language)) continue;
    Cursor behind = cursor;
    behind.skip(count);
    if (reading == Reading::Article && is_doubtful(spelling, behind)) continue;
    // "1990s"
    if (spelling == "s" && cursor.glued() && cursor.before().text.size() == 4) continue;
    // "5 m-high" is a length, "5 h/week" is not a time
    if (behind.is_glued("/") && behind.glued(1) && behind.is_word(1)) continue;
    return Measure{ValueKind::Quantity, std::string(unit->name), unit, {1, 0, 1}, behind.at()};
  }
  return std::nullopt;
}

std::optional<Measure> read_percent(const Cursor& cursor, Reading reading) {
  Measure measure{ValueKind::Percent, "percent", nullptr, {1, 0, 1}, cursor.at() + 1};
  if (cursor.is("%") || cursor.is("percent") || cursor.is("pct")) return measure;
  if (cursor.is("‰")) {
    measure.factor = {1, -1, 1};
    return measure;
  }
  measure.next = cursor.at() + 2;
  if (cursor.is("per") && cursor.is("cent", 1)) return measure;
  measure.unit = "percentage point";
  if (cursor.is("percentage") && (cursor.is("points", 1) || cursor.is("point", 1))) return measure;
  if (reading == Reading::Answer && cursor.is("pp"))
    return Measure{ValueKind::Percent, "percentage point", nullptr, {1, 0, 1}, cursor.at() + 1};
  return std::nullopt;
}

std::optional<Measure> read_cents(const Cursor& cursor) {
  Measure measure{ValueKind::Money, "USD", nullptr, {1, -2, 1}, cursor.at() + 1};
  if (cursor.is("cents") || cursor.is("cent") || cursor.is("¢")) return measure;
  measure.unit = "GBP";
  const bool pence = cursor.is("pence") || cursor.is("penny") || cursor.is_glued("p");
  if (pence) return measure;
  return std::nullopt;
}

/// A currency in one to five tokens ("U.S.$"). Before a number only signs and codes stand, so that
/// "dollars 5" is none. Letters of a code are capitals in articles.
std::optional<Measure> read_currency(Cursor cursor, Reading reading, bool before) {
  for (std::size_t count = 5; count > 0; --count) {
    if (cursor.peek(count - 1).text.empty()) continue;
    const std::string spelling = spelling_of(cursor, count);
    const CurrencyName* currency = find_currency(spelling);
    if (currency == nullptr) continue;
    const bool sign = cursor.peek(count - 1).kind == Token::Kind::Sign;
    const bool code = spelling == currency->code || spelling == currency->symbol;
    if (before && reading == Reading::Article && !sign && !code && spelling != "Rs") continue;
    return Measure{
        ValueKind::Money, std::string(currency->code), nullptr, {1, 0, 1}, cursor.at() + count};
  }
  return std::nullopt;
}

/// What stands behind a number: "%", "km", "US dollars".
std::optional<Measure> read_measure(Cursor cursor, std::string_view language, Reading reading) {
  if (cursor.at_end() || cursor.peek().line_before) return std::nullopt;
  const bool hyphen = cursor.is_glued("-") && cursor.glued(1) && cursor.is_word(1);
  if (hyphen) cursor.skip();
  if (auto percent = read_percent(cursor, reading)) return percent;
  auto unit = read_unit(cursor, language, reading);
  auto money = read_currency(cursor, reading, false);
  if (!money) money = read_cents(cursor);
  if (money && (!unit || money->next > unit->next)) return money;
  return unit;
}

bool fits(const Measure& measure, std::size_t at, const std::vector<Token>& tokens) {
  // "5 USD 3" … a sign belongs to the number behind it: "5 $3"
  return at >= tokens.size() || measure.kind != ValueKind::Money ||
         tokens[measure.next - 1].kind != Token::Kind::Sign ||
         tokens[at].kind != Token::Kind::Digits || tokens[at].blank_before;
}

Cursor at_token(const std::vector<Token>& tokens, std::size_t at) {
  return {tokens, at};
}

class AmountReader {
 public:
  AmountReader(const std::vector<Token>& tokens, std::string_view language, Reading reading)
      : tokens_(&tokens), language_(language), reading_(reading) {}

  std::optional<ReadValue> read(std::size_t at) {
    Cursor cursor = at_token(*tokens_, at);
    const bool between = cursor.is("between");
    if (between || cursor.is("from")) cursor.skip();
    const bool framed = cursor.at() != at;
    auto first = read_single(cursor.at());
    if (!first) return std::nullopt;
    if (auto range = read_range(*first, between)) return range;
    if (framed) return std::nullopt;
    add_smaller_units(*first);
    add_hundredths(*first);
    return first;
  }

 private:
  /// One number with what it measures; no range.
  std::optional<ReadValue> read_single(std::size_t at) {
    Cursor cursor = at_token(*tokens_, at);
    const bool minus = cursor.is("-") && cursor.peek().blank_before && cursor.glued(1) &&
                       cursor.peek(1).kind == Token::Kind::Sign;
    if (minus) cursor.skip();
    const auto before = read_currency(cursor, reading_, true);
    if (before) cursor = at_token(*tokens_, before->next);
    if (auto value = read_unit_and_fraction(cursor)) return value;
    auto numeral = read_numeral(*tokens_, cursor.at(), language_, reading_, before.has_value());
    if (!numeral) return std::nullopt;
    if (!is_english(language_) && numeral->form == Numeral::Form::Words) return std::nullopt;
    const Numeral plain = *numeral;
    std::optional<Measure> measure = before;
    if (!before) {
      measure = read_money_letter(at, numeral);
      if (!measure) measure = read_measure(behind_joint(*numeral), language_, reading_);
      // Weights are not counted in millions of pounds.
      if (measure && measure->unit == "pound" && numeral->scaled)
        measure = Measure{ValueKind::Money, "GBP", nullptr, {1, 0, 1}, measure->next};
      if (measure && !fits(*measure, measure->next, *tokens_)) measure.reset();
    }
    ReadValue read;
    read.core = at;
    read.numeral = *numeral;
    read.next = numeral->next;
    if (measure && !numeral->ordinal)
      apply(read, *measure, before.has_value());
    else if (before)
      return std::nullopt;
    else
      read.value.kind = plain.ordinal ? ValueKind::Ordinal : ValueKind::Count;
    set_amount(read, measure ? measure->factor : Number{1, 0, 1}, minus);
    return read;
  }

  /// "half an hour", "a quarter of a mile": behind the little words.
  [[nodiscard]] Cursor behind_joint(const Numeral& numeral) const {
    Cursor cursor = at_token(*tokens_, numeral.next);
    if (numeral.form != Numeral::Form::Fraction) return cursor;
    Cursor joint = cursor;
    joint.take("of");
    if (joint.is("a") || joint.is("an")) {
      joint.skip();
      return joint;
    }
    return cursor;
  }

  /// "5m USD", "5m dollars": the letter is a scale because of the money behind it.
  std::optional<Measure> read_money_letter(std::size_t at, std::optional<Numeral>& numeral) {
    const auto scaled = read_numeral(*tokens_, at, language_, reading_, true);
    if (!scaled || scaled->next == numeral->next) return std::nullopt;
    auto measure = read_currency(at_token(*tokens_, scaled->next), reading_, false);
    if (measure) numeral = scaled;
    return measure;
  }

  /// "an hour and a half"; in answers "an hour", "a mile".
  std::optional<ReadValue> read_unit_and_fraction(Cursor cursor) {
    const std::size_t at = cursor.at();
    if (!is_english(language_) || (!cursor.is("a") && !cursor.is("an") && !cursor.is("one")))
      return std::nullopt;
    cursor.skip();
    const auto unit = read_unit(cursor, language_, Reading::Article);
    if (!unit) return std::nullopt;
    cursor = at_token(*tokens_, unit->next);
    Number number{1, 0, 1};
    if (cursor.is("and") && cursor.is("a", 1) &&
        (cursor.is("half", 2) || cursor.is("quarter", 2))) {
      number = cursor.is("half", 2) ? Number{15, -1, 1} : Number{125, -2, 1};
      cursor.skip(3);
    } else if (reading_ == Reading::Article) {
      return std::nullopt;
    }
    ReadValue read;
    read.core = at;
    read.next = cursor.at();
    read.value.kind = ValueKind::Quantity;
    read.value.unit = unit->unit;
    read.value.amount = {number, number == Number{1, 0, 1} ? 0 : kExactStep};
    return read;
  }

  static void apply(ReadValue& read, const Measure& measure, bool before) {
    read.value.kind = measure.kind;
    read.value.unit = measure.unit;
    if (!before) read.next = std::max(read.next, measure.next);
  }

  static void set_amount(ReadValue& read, const Number& factor, bool minus) {
    const Numeral& numeral = *read.numeral;
    Number number = product(numeral.number, factor).value_or(numeral.number);
    if (minus) number = negated(number);
    const int step = numeral.step == kExactStep ? kExactStep : numeral.step + factor.exponent;
    read.value.amount = {number, step};
  }

  /// "3 to 5 km", "$5-10 million", "between 20 % and 30 %": the end must be above the beginning.
  std::optional<ReadValue> read_range(const ReadValue& first, bool between) {
    if (first.value.kind == ValueKind::Ordinal) return std::nullopt;
    Cursor cursor = at_token(*tokens_, first.next);
    if (!take_range_separator(cursor, between)) return std::nullopt;
    auto second = read_single(cursor.at());
    if (!second || second->value.kind == ValueKind::Ordinal) return std::nullopt;
    Value value = first.value;
    Value end = second->value;
    if (value.kind == ValueKind::Count && end.kind != ValueKind::Count) {
      value.kind = end.kind;
      value.unit = end.unit;
    }
    const bool money_once = value.kind == ValueKind::Money && end.kind == ValueKind::Count;
    if (!money_once && (value.kind != end.kind || value.unit != end.unit)) return std::nullopt;
    share_scale(first, *second, value);
    if (compare(value.amount.number, end.amount.number) != std::weak_ordering::less)
      return std::nullopt;
    value.until = end.amount;
    ReadValue range = *second;
    range.value = value;
    range.core = first.core;
    return range;
  }

  /// "3 to 4 million" begins at three million.
  static void share_scale(const ReadValue& first, const ReadValue& second, Value& value) {
    if (!first.numeral || !second.numeral) return;
    if (first.numeral->scaled || !second.numeral->scaled || second.numeral->step <= 0) return;
    const auto scale = make_number(1, scale_of(*second.numeral));
    const auto scaled = scale ? product(value.amount.number, *scale) : std::nullopt;
    if (!scaled || compare(*scaled, second.value.amount.number) != std::weak_ordering::less) return;
    value.amount = {*scaled, value.amount.step + scale_of(*second.numeral)};
  }

  /// 6 for "3.2 million": the largest step of three below the number.
  static int scale_of(const Numeral& numeral) {
    int scale = 0;
    const double size = std::abs(to_double(numeral.number));
    for (double power = 1e3; power <= size && scale < 15; power *= 1e3)
      scale += 3;
    return scale;
  }

  /// "5 ft 11 in", "2 hours and 30 minutes": added up in the smaller unit.
  void add_smaller_units(ReadValue& read) {
    for (int parts = 0; parts < 3 && read.value.kind == ValueKind::Quantity; ++parts) {
      Cursor cursor = at_token(*tokens_, read.next);
      if (cursor.peek().line_before || cursor.at_end()) return;
      if (!cursor.take("and") && cursor.is(",")) cursor.skip();
      const Unit* large = unit_named(read.value.unit);
      auto more = cursor.is_digits() || cursor.is_word() ? read_single(cursor.at()) : std::nullopt;
      if (more && large != nullptr) complete_inches(*more, *large, cursor.at() == read.next);
      if (!more || large == nullptr || more->value.kind != ValueKind::Quantity) return;
      const Unit* small = unit_named(more->value.unit);
      const bool smaller = small != nullptr && small->dimension == large->dimension &&
                           compare(small->factor, large->factor) == std::weak_ordering::less &&
                           large->dimension != Dimension::Temperature;
      if (!smaller) return;
      const auto whole = converted(read.value.amount.number, *large, *small);
      const auto total = whole ? sum(*whole, more->value.amount.number) : std::nullopt;
      if (!total) return;
      read.value.unit = more->value.unit;
      read.value.amount = {*total, more->value.amount.step};
      read.next = more->next;
    }
  }

  /// "12 pounds 50", "5 euros 20".
  void add_hundredths(ReadValue& read) const {
    const bool pounds = read.value.unit == "pound";
    if (reading_ == Reading::Article || (read.value.kind != ValueKind::Money && !pounds)) return;
    const Cursor cursor = at_token(*tokens_, read.next);
    const bool two = cursor.is_digits() && cursor.peek().text.size() == 2 && !cursor.glued();
    if (!two || !is_whole(read.value.amount.number) || read.value.amount.step != 0) return;
    const std::string& digits = cursor.peek().text;
    const auto part = make_number((digits[0] - '0') * 10 + (digits[1] - '0'), -2);
    const auto total = part ? sum(read.value.amount.number, *part) : std::nullopt;
    if (!total) return;
    read.value.kind = ValueKind::Money;
    if (pounds) read.value.unit = "GBP";
    read.value.amount = {*total, -2};
    ++read.next;
  }

  /// 5'11", "5 ft 11": the inches of an answer need no name; marks count where feet came before.
  void complete_inches(ReadValue& more, const Unit& large, bool direct) const {
    if (large.name != "foot" || more.value.kind != ValueKind::Count || !direct) return;
    Cursor behind = at_token(*tokens_, more.next);
    const bool mark = behind.is("\"") || behind.is("in");
    if (!mark && reading_ == Reading::Article) return;
    more.value.kind = ValueKind::Quantity;
    more.value.unit = "inch";
    if (mark) ++more.next;
  }

  const std::vector<Token>* tokens_;
  std::string_view language_;
  Reading reading_;
};

}  // namespace

std::string read_unit_name(const Cursor& cursor) {
  const auto measure = read_measure(cursor, "en", Reading::Answer);
  return measure ? measure->unit : std::string();
}

std::optional<ReadValue> read_amount(const std::vector<Token>& tokens, std::size_t at,
                                     std::string_view language, Reading reading) {
  return AmountReader(tokens, language, reading).read(at);
}

}  // namespace recto
