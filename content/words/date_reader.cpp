#include <algorithm>
#include <array>

#include "content/words/date.h"

namespace recto {
namespace {

using MaybeDate = std::optional<ReadAt<Date>>;

/// The value of a run of at most `most` digits.
std::optional<int> digits_value(const Token& token, std::size_t least, std::size_t most) {
  if (token.kind != Token::Kind::Digits) return std::nullopt;
  if (token.text.size() < least || token.text.size() > most) return std::nullopt;
  int value = 0;
  for (const char digit : token.text)
    value = value * 10 + (digit - '0');
  return value;
}

bool is_capital(const Token& token) {
  return !token.as_written.empty() && token.as_written[0] >= 'A' && token.as_written[0] <= 'Z';
}

/// Whether the digits at the cursor end a date: no further digits or parts are joined to them.
bool ends_here(const Cursor& behind) {
  if (!behind.glued()) return true;
  if (behind.is_word()) return behind.is("t");  // 1969-07-20T20:17
  const bool joins = behind.is("-") || behind.is("/") || behind.is(".") || behind.is(":");
  return !joins || !behind.is_digits(1) || !behind.glued(1);
}

MaybeDate made(Date date, const Cursor& behind) {
  return ReadAt<Date>{date, behind.at()};
}

/// 1969-07-20, 1969/07/20, 1969-07. Two digits that go on from the year's are the end of a range:
/// 1904-05.
MaybeDate read_iso(Cursor cursor) {
  const auto year = digits_value(cursor.peek(), 4, 4);
  const std::string separator = cursor.peek(1).text;
  const auto month = digits_value(cursor.peek(2), 1, 2);
  if (!year || !month || (separator != "-" && separator != "/")) return std::nullopt;
  if (!cursor.glued(1) || !cursor.glued(2) || *month < 1 || *month > 12) return std::nullopt;
  const auto day = digits_value(cursor.peek(4), 1, 2);
  Cursor behind = cursor;
  if (day && cursor.is_glued(separator, 3) && cursor.glued(4)) {
    behind.skip(5);
    if (!ends_here(behind) || !is_day(*year, *month, *day)) return std::nullopt;
    return made({*year, *month, *day, Date::Precision::Day}, behind);
  }
  behind.skip(3);
  if (separator != "-" || cursor.peek(2).text.size() != 2 || *month > *year % 100 ||
      !ends_here(behind))
    return std::nullopt;
  return made({*year, *month, 0, Date::Precision::Month}, behind);
}

/// 20.7.1969, 20/7/1969, 7/20/1969, 20-07-1969; in answers 20.7.69 too.
MaybeDate read_numeric(Cursor cursor, Reading reading) {
  const auto first = digits_value(cursor.peek(), 1, 2);
  const auto second = digits_value(cursor.peek(2), 1, 2);
  const auto year = digits_value(cursor.peek(4), 2, 4);
  const std::string separator = cursor.peek(1).text;
  if (!first || !second || !year || cursor.peek(4).text.size() == 3) return std::nullopt;
  if (separator != "." && separator != "/" && separator != "-") return std::nullopt;
  const bool spaced = separator == ".";  // 20. 7. 1969
  if (!cursor.is_glued(separator, 1) || !cursor.is_glued(separator, 3)) return std::nullopt;
  if (!spaced && (!cursor.glued(2) || !cursor.glued(4))) return std::nullopt;
  const bool short_year = cursor.peek(4).text.size() == 2;
  if (short_year && reading == Reading::Article) return std::nullopt;
  cursor.skip(5);
  if (!ends_here(cursor)) return std::nullopt;
  Date date{*year, *second, *first, Date::Precision::Day};
  date.short_year = short_year;
  const int leap_safe = short_year ? 0 : *year;
  const bool day_first = is_day(leap_safe, *second, *first);
  const bool month_first = separator != "." && is_day(leap_safe, *first, *second);
  if (!day_first && !month_first) return std::nullopt;
  if (!day_first) std::swap(date.day, date.month);
  date.either_order = day_first && month_first && *first != *second;
  return made(date, cursor);
}

/// In answers: "03/1984", "3.1984".
MaybeDate read_numeric_month(Cursor cursor, Reading reading) {
  const auto month = digits_value(cursor.peek(), 1, 2);
  const auto year = digits_value(cursor.peek(2), 4, 4);
  const bool joined = cursor.is_glued("/", 1) || cursor.is_glued(".", 1);
  if (reading == Reading::Article || !month || !year || !joined || !cursor.glued(2))
    return std::nullopt;
  if (*month < 1 || *month > 12 || *year < 1000) return std::nullopt;
  cursor.skip(3);
  if (!ends_here(cursor)) return std::nullopt;
  return made({*year, *month, 0, Date::Precision::Month}, cursor);
}

/// 1 to 31 as "20", "20th", "twentieth", "twenty-first"; moves behind it.
std::optional<int> take_day(Cursor& cursor) {
  if (const auto day = digits_value(cursor.peek(), 1, 2)) {
    if (*day < 1 || *day > 31) return std::nullopt;
    cursor.skip();
    const bool ending = cursor.glued() &&
                        (cursor.is("st") || cursor.is("nd") || cursor.is("rd") || cursor.is("th"));
    if (ending) cursor.skip();
    return day;
  }
  int tens = 0;
  Cursor at = cursor;
  if (at.is("twenty") || at.is("thirty")) {
    tens = at.is("twenty") ? 20 : 30;
    at.skip();
    if (at.is_glued("-")) at.skip();
  }
  const auto last = ordinal_named(at.peek().text);
  if (!last || tens + *last > 31 || (tens > 0 && *last > 9)) return std::nullopt;
  at.skip();
  cursor = at;
  return tens + *last;
}

std::optional<int> take_month(Cursor& cursor, Reading reading) {
  const auto month = month_named(cursor.peek().text);
  if (!month || !cursor.is_word()) return std::nullopt;
  if (reading == Reading::Article && !is_capital(cursor.peek())) return std::nullopt;
  const std::string& name = cursor.peek().text;
  const bool short_name = name == "sept" || (name.size() == 3 && name != "may");
  cursor.skip();
  if (short_name && cursor.is_glued(".") && !cursor.at_end()) cursor.skip();
  return month;
}

/// A year behind a month or a day: "1969", "1066", "'69", "447 BC", in answers "69" too.
bool take_year(Cursor& cursor, Date& date, Reading reading) {
  Cursor at = cursor;
  const bool apostrophe = at.is("'") && at.glued(1);
  if (apostrophe) at.skip();
  const bool two = apostrophe || reading == Reading::Answer;
  const auto year = digits_value(at.peek(), two ? 2 : 3, apostrophe ? 2 : 4);
  if (!year || *year == 0 || (at.glued(1) && at.is_word(1) && !at.is("s", 1))) return false;
  const bool short_year = at.peek().text.size() == 2;
  at.skip();
  const auto before_christ = take_era(at, reading);
  date.year = before_christ.value_or(false) ? -*year : *year;
  date.short_year = short_year && !before_christ;
  cursor = at;
  return true;
}

/// The year behind day and month, after a comma or "of" as people put it.
void take_following_year(Cursor& cursor, Date& date, Reading reading) {
  Cursor at = cursor;
  if (at.is(",") || at.is("of") || at.is("in")) at.skip();
  const bool line = at.peek().line_before && !at.at_end();
  if (line || at.is_glued(":", 1) || !take_year(at, date, reading)) return;
  cursor = at;
}

/// "20 July 1969", "the 20th of July", "20 July".
MaybeDate read_day_first(Cursor cursor, Reading reading) {
  cursor.take("the");
  const auto day = take_day(cursor);
  if (!day) return std::nullopt;
  if (cursor.is_glued(".")) cursor.skip();
  if (cursor.is_glued("-")) cursor.skip();
  cursor.take("of");
  const auto month = take_month(cursor, reading);
  if (!month || !is_day(0, *month, *day)) return std::nullopt;
  Date date{0, *month, *day, Date::Precision::DayAlone};
  if (cursor.is_glued("-")) {
    Cursor at = cursor;
    at.skip();
    if (take_year(at, date, reading)) cursor = at;
  }
  if (date.year == 0) take_following_year(cursor, date, reading);
  if (date.year != 0) date.precision = Date::Precision::Day;
  return made(date, cursor);
}

/// "July 20, 1969", "July the 20th", "July 1969".
MaybeDate read_month_first(Cursor cursor, Reading reading) {
  const Token& name = cursor.peek();
  const auto month = take_month(cursor, reading);
  if (!month) return std::nullopt;
  Date date{0, *month, 0, Date::Precision::Month};
  Cursor at = cursor;
  at.take("the");
  if (const auto day = take_day(at); day && is_day(0, *month, *day)) {
    // "May 20 %" and "March 3:30" are no days; "May second" is one, "may second" has failed above.
    const bool joined = at.glued() && (at.is(":") || at.is("%") || at.is(",")) && at.glued(1) &&
                        (at.is_digits(1) || at.is("%"));
    if (joined || (at.glued() && at.is_word())) return std::nullopt;
    date.day = *day;
    date.precision = Date::Precision::DayAlone;
    take_following_year(at, date, reading);
    if (date.year != 0) date.precision = Date::Precision::Day;
    return made(date, at);
  }
  take_following_year(cursor, date, reading);
  if (date.year != 0) return made(date, cursor);
  if (reading == Reading::Article || name.text == "may" || name.text == "mar") return std::nullopt;
  date.precision = Date::Precision::MonthAlone;
  return made(date, cursor);
}

/// "nineties" → 90.
std::optional<int> decade_named(std::string_view word) {
  constexpr std::array<std::string_view, 8> kDecades = {
      "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"};
  const auto* const found = std::ranges::find(kDecades, word);
  if (found == kDecades.end()) return std::nullopt;
  return 20 + 10 * static_cast<int>(found - kDecades.begin());
}

/// "1990s", "1990's", "'90s", "the nineties"; "1800s" are the 19th century.
MaybeDate read_decade(Cursor cursor, Reading reading) {
  const bool article = cursor.take("the");
  Date date;
  date.precision = Date::Precision::Decade;
  if (const auto named = decade_named(cursor.peek().text)) {
    if (!article && reading == Reading::Article) return std::nullopt;
    date.year = *named;
    date.short_year = true;
    cursor.skip();
    return made(date, cursor);
  }
  const bool apostrophe = cursor.is("'") && cursor.glued(1);
  if (apostrophe) cursor.skip();
  const auto year = digits_value(cursor.peek(), 2, 4);
  const bool two = cursor.peek().text.size() == 2;
  if (!year || cursor.peek().text.size() == 3 || *year % 10 != 0) return std::nullopt;
  cursor.skip();
  if (cursor.is_glued("'")) cursor.skip();
  if (!cursor.is_glued("s")) return std::nullopt;
  cursor.skip();
  if (two && !apostrophe && !article && reading == Reading::Article) return std::nullopt;
  date.year = *year;
  date.short_year = two;
  const auto before_christ = take_era(cursor, reading);
  if (!two && *year % 100 == 0 && *year > 0) {
    date.precision = Date::Precision::Century;
    date.year = *year / 100 + 1;
  }
  if (before_christ.value_or(false)) date.year = -date.year;
  return made(date, cursor);
}

/// "19th century", "nineteenth century", "XIX century", "5th century BC".
MaybeDate read_century(Cursor cursor, Reading reading) {
  cursor.take("the");
  std::optional<int> number;
  if (const auto roman = roman_value(cursor.peek().as_written)) {
    number = roman;
    cursor.skip();
  } else if (!cursor.is_digits() || cursor.is_word(1)) {
    number = take_day(cursor);  // 1 to 31, as digits or words, is all there is
  }
  if (!number || *number > 30) return std::nullopt;
  if (cursor.is_glued("-")) cursor.skip();
  if (!cursor.take("century") && !cursor.take("centuries")) return std::nullopt;
  const bool before_christ = take_era(cursor, reading).value_or(false);
  Date date;
  date.precision = Date::Precision::Century;
  date.year = before_christ ? -*number : *number;
  return made(date, cursor);
}

/// "447 BC", "AD 79", "10,000 BC".
MaybeDate read_era_year(Cursor cursor, std::string_view language, Reading reading) {
  Cursor start = cursor;
  const auto era_first = take_era(start, reading);
  if (era_first && start.is_digits()) {
    const auto year = digits_value(start.peek(), 1, 4);
    if (!year || *year == 0) return std::nullopt;
    start.skip();
    return made({*era_first ? -*year : *year, 0, 0, Date::Precision::Year}, start);
  }
  if (!cursor.is_digits()) return std::nullopt;
  const auto number = read_digit_numeral(cursor, language, reading);
  if (!number || number->ordinal || !is_whole(number->number)) return std::nullopt;
  const double year = to_double(number->number);
  if (year < 1 || year > 200'000) return std::nullopt;
  cursor.skip(number->next - cursor.at());
  const auto before_christ = take_era(cursor, reading);
  if (!before_christ) return std::nullopt;
  const int whole = static_cast<int>(year);
  return made({*before_christ ? -whole : whole, 0, 0, Date::Precision::Year}, cursor);
}

Date::Part take_part(Cursor& cursor) {
  Date::Part part = Date::Part::Whole;
  if (cursor.is("early")) part = Date::Part::Early;
  if (cursor.is("mid") || cursor.is("middle")) part = Date::Part::Middle;
  if (cursor.is("late")) part = Date::Part::Late;
  if (part == Date::Part::Whole) return part;
  cursor.skip();
  if (cursor.is_glued("-")) cursor.skip();
  return part;
}

void skip_weekday(Cursor& cursor) {
  constexpr std::array<std::string_view, 7> kDays = {"monday", "tuesday",  "wednesday", "thursday",
                                                     "friday", "saturday", "sunday"};
  if (std::ranges::find(kDays, cursor.peek().text) == kDays.end()) return;
  cursor.skip();
  cursor.take(",");
}

bool is_english(std::string_view language) {
  return language.empty() || language.substr(0, language.find_first_of("-_")) == "en";
}

}  // namespace

std::optional<bool> take_era(Cursor& cursor, Reading reading) {
  struct Era {
    std::string_view letters;
    bool before_christ;
  };
  constexpr std::array<Era, 4> kEras = {
      {{"bce", true}, {"bc", true}, {"ad", false}, {"ce", false}}};
  for (const Era& era : kEras)
    if (cursor.is(era.letters) && (reading == Reading::Answer || is_capital(cursor.peek()))) {
      cursor.skip();
      return era.before_christ;
    }
  for (const Era& era : kEras) {
    std::size_t at = 0;
    for (const char letter : era.letters) {
      if (!cursor.is(std::string_view(&letter, 1), at) || !cursor.is_glued(".", at + 1)) break;
      at += 2;
    }
    if (at != 2 * era.letters.size()) continue;
    cursor.skip(at);
    return era.before_christ;
  }
  return std::nullopt;
}

std::optional<ReadAt<Date>> read_date(Cursor cursor, std::string_view language, Reading reading) {
  if (auto date = read_iso(cursor)) return date;
  if (auto date = read_numeric(cursor, reading)) return date;
  if (auto date = read_numeric_month(cursor, reading)) return date;
  if (!is_english(language)) return std::nullopt;
  skip_weekday(cursor);
  if (auto date = read_day_first(cursor, reading)) return date;
  if (auto date = read_month_first(cursor, reading)) return date;
  Cursor inner = cursor;
  inner.take("the");
  const Date::Part part = take_part(inner);
  if (part == Date::Part::Whole) inner = cursor;
  MaybeDate date = read_century(inner, reading);
  if (!date) date = read_decade(inner, reading);
  if (!date) date = read_era_year(inner, language, reading);
  if (!date && part != Date::Part::Whole) date = read_year(inner, reading);
  if (date) date->value.part = part;
  return date;
}

std::optional<ReadAt<Date>> read_year(Cursor cursor, Reading reading) {
  const int latest = reading == Reading::Answer ? 2999 : 2100;
  if (const auto year = digits_value(cursor.peek(), 4, 4)) {
    if (*year < 1000 || *year > latest) return std::nullopt;
    cursor.skip();
    return made({*year, 0, 0, Date::Precision::Year}, cursor);
  }
  // "nineteen sixty-nine", "nineteen oh five"
  const auto hundreds = small_number_named(cursor.peek().text);
  if (!hundreds || *hundreds < 10 || *hundreds > 20) return std::nullopt;
  cursor.skip();
  int rest = 0;
  if (cursor.take("oh")) {
    const auto unit = small_number_named(cursor.peek().text);
    if (!unit || *unit < 1 || *unit > 9) return std::nullopt;
    rest = *unit;
    cursor.skip();
  } else {
    const auto tens = small_number_named(cursor.peek().text);
    if (!tens || *tens < 10) return std::nullopt;
    rest = *tens;
    cursor.skip();
    const std::size_t hyphen = cursor.is_glued("-") ? 1 : 0;
    const auto unit = small_number_named(cursor.peek(hyphen).text);
    if (*tens >= 20 && unit && *unit >= 1 && *unit <= 9) {
      rest += *unit;
      cursor.skip(hyphen + 1);
    }
  }
  return made({*hundreds * 100 + rest, 0, 0, Date::Precision::Year}, cursor);
}

}  // namespace recto
