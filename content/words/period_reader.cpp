// Dates, times of day, ranges of both, and scores.
#include <algorithm>
#include <array>

#include "content/words/value_reader.h"

namespace recto {
namespace {

using MaybeRead = std::optional<ReadValue>;

bool is_english(std::string_view language) {
  return language.empty() || language.substr(0, language.find_first_of("-_")) == "en";
}

std::optional<int> short_digits(const Token& token) {
  if (token.kind != Token::Kind::Digits || token.text.size() > 2) return std::nullopt;
  int value = 0;
  for (const char digit : token.text)
    value = value * 10 + (digit - '0');
  return value;
}

class PeriodReader {
 public:
  PeriodReader(const std::vector<Token>& tokens, std::string_view language, Reading reading)
      : tokens_(&tokens), language_(language), reading_(reading) {}

  MaybeRead read_dates(std::size_t at) const {
    Cursor cursor(*tokens_, at);
    const bool between = cursor.is("between");
    if (between || cursor.is("from")) cursor.skip();
    if (auto range = read_days_of_month(cursor, between)) return range;
    if (auto range = read_years_of_era(cursor, between)) return range;
    if (auto range = read_centuries(cursor, between)) return range;
    const auto first = date_at(cursor.at());
    if (!first) return std::nullopt;
    if (auto range = read_days_behind_month(*first)) return range;
    if (auto range = read_range(*first, between)) return range;
    if (cursor.at() != at) return std::nullopt;
    return found(first->value, std::nullopt, first->next);
  }

  MaybeRead read_clocks(std::size_t at) const {
    Cursor cursor(*tokens_, at);
    const bool between = cursor.is("between");
    if (between || cursor.is("from")) cursor.skip();
    auto first = read_clock(cursor);
    ReadValue read;
    read.value.kind = ValueKind::Clock;
    if (first) {
      read.value.clock = first->value;
      read.next = first->next;
      Cursor behind(*tokens_, first->next);
      if (take_range_separator(behind, between)) {
        if (const auto second = read_clock(behind)) {
          read.value.until_clock = second->value;
          read.next = second->next;
        }
      }
      if (cursor.at() == at || read.value.until_clock) return read;
      return std::nullopt;
    }
    return read_hours(cursor);
  }

  /// "3-1", "3:1" is a ratio; the numbers of a score have at most two digits and no unit. A rising
  /// pair is a range, unless the text around speaks of a match.
  MaybeRead read_score(std::size_t at) const {
    const Cursor cursor(*tokens_, at);
    const auto first = short_digits(cursor.peek());
    const auto second = short_digits(cursor.peek(2));
    if (!first || !second || !cursor.is_glued("-", 1) || !cursor.glued(2)) return std::nullopt;
    const bool joined = cursor.glued(3) && (cursor.is("-", 3) || cursor.is("/", 3) ||
                                            cursor.is_word(3) || cursor.is("%", 3));
    if (joined || (*first < *second && !speaks_of_match(cursor))) return std::nullopt;
    ReadValue read;
    read.value.kind = ValueKind::Score;
    read.value.amount = {make_number(*first).value_or(Number{}), 0};
    read.value.until = Amount{make_number(*second).value_or(Number{}), 0};
    read.next = at + 3;
    return read;
  }

 private:
  static bool is_match_word(std::string_view word) {
    constexpr std::array<std::string_view, 24> kWords = {
        "won",    "win",       "wins",     "beat",    "beats",  "beaten",  "lost",   "lose",
        "loses",  "drew",      "draw",     "lead",    "led",    "victory", "defeat", "score",
        "scored", "scoreline", "defeated", "winning", "losing", "trailed", "tied",   "finished"};
    return std::ranges::find(kWords, word) != kWords.end();
  }

  static bool speaks_of_match(const Cursor& cursor) {
    for (std::size_t back = 1; back <= 5; ++back)
      if (is_match_word(cursor.before(back).text)) return true;
    for (std::size_t ahead = 3; ahead <= 5; ++ahead)
      if (is_match_word(cursor.peek(ahead).text)) return true;
    return false;
  }

  static MaybeRead found(const Date& date, std::optional<Date> until, std::size_t next) {
    ReadValue read;
    read.value.kind = ValueKind::Date;
    read.value.date = date;
    read.value.until_date = until;
    read.next = next;
    return read;
  }

  [[nodiscard]] std::optional<ReadAt<Date>> date_at(std::size_t at) const {
    const Cursor cursor(*tokens_, at);
    if (auto date = read_date(cursor, language_, reading_)) return date;
    return read_year(cursor, reading_);
  }

  /// "3-5 May 2020", "between 3 and 5 May".
  [[nodiscard]] MaybeRead read_days_of_month(const Cursor& start, bool between) const {
    const auto day = short_digits(start.peek());
    if (!day || *day < 1) return std::nullopt;
    Cursor cursor = start;
    cursor.skip();
    if (cursor.glued() &&
        (cursor.is("st") || cursor.is("nd") || cursor.is("rd") || cursor.is("th")))
      cursor.skip();
    if (!take_range_separator(cursor, between)) return std::nullopt;
    const auto last = read_date(cursor, language_, reading_);
    if (!last || last->value.day <= *day || last->value.either_order || !cursor.is_digits())
      return std::nullopt;
    Date first = last->value;
    first.day = *day;
    return found(first, last->value, last->next);
  }

  /// "the 12th to 15th centuries", "between the 12th and the 15th century".
  [[nodiscard]] MaybeRead read_centuries(Cursor cursor, bool between) const {
    if (!is_english(language_)) return std::nullopt;
    cursor.take("the");
    const auto ordinal = read_numeral(*tokens_, cursor.at(), language_, reading_);
    if (!ordinal || !ordinal->ordinal || to_double(ordinal->number) > 30) return std::nullopt;
    cursor.skip(ordinal->next - cursor.at());
    if (!take_range_separator(cursor, between)) return std::nullopt;
    const auto last = read_date(cursor, language_, reading_);
    if (!last || last->value.precision != Date::Precision::Century) return std::nullopt;
    Date first = last->value;
    const int number = static_cast<int>(to_double(ordinal->number));
    first.year = last->value.year < 0 ? -number : number;
    if (first.year >= last->value.year) return std::nullopt;
    return found(first, last->value, last->next);
  }

  /// "447-432 BC", "between 447 and 432 BC".
  [[nodiscard]] MaybeRead read_years_of_era(const Cursor& start, bool between) const {
    if (!start.is_digits() || start.peek().text.size() > 4) return std::nullopt;
    Cursor cursor = start;
    cursor.skip();
    if (!take_range_separator(cursor, between) || !cursor.is_digits()) return std::nullopt;
    const auto last = read_date(cursor, language_, reading_);
    if (!last || last->value.precision != Date::Precision::Year || last->value.short_year)
      return std::nullopt;
    Date first = last->value;
    first.year = 0;
    for (const char digit : start.peek().text)
      first.year = first.year * 10 + (digit - '0');
    if (last->value.year < 0) first.year = -first.year;
    if (first.year == 0 || first.year >= last->value.year) return std::nullopt;
    return found(first, last->value, last->next);
  }

  /// "May 3-5, 2020".
  [[nodiscard]] MaybeRead read_days_behind_month(const ReadAt<Date>& first) const {
    if (first.value.precision != Date::Precision::DayAlone) return std::nullopt;
    Cursor cursor(*tokens_, first.next);
    if (!take_range_separator(cursor, false)) return std::nullopt;
    const auto day = short_digits(cursor.peek());
    if (!day || *day <= first.value.day || !is_day(0, first.value.month, *day)) return std::nullopt;
    // "May 3 - 5 June" goes on with a month of its own.
    if (month_named(cursor.peek(1).text)) return std::nullopt;
    cursor.skip();
    Date begin = first.value;
    const bool comma = cursor.is(",");
    const auto year = read_year(Cursor(*tokens_, cursor.at() + (comma ? 1 : 0)), Reading::Article);
    std::size_t next = cursor.at();
    if (year && !Cursor(*tokens_, year->next - 1).peek().line_before) {
      begin.year = year->value.year;
      begin.precision = Date::Precision::Day;
      next = year->next;
    }
    Date end = begin;
    end.day = *day;
    return found(begin, end, next);
  }

  /// "1914-18", "from May 2019 to June 2020", "3 May - 5 June 2020", "1990s to 2000s".
  [[nodiscard]] MaybeRead read_range(const ReadAt<Date>& first, bool between) const {
    Cursor cursor(*tokens_, first.next);
    if (between) {
      if (!cursor.take("and")) return std::nullopt;
    } else if (!take_range_separator(cursor, false) && !cursor.take("until") &&
               !cursor.take("till")) {
      return read_split_year(first);
    }
    Date begin = first.value;
    const bool whole_year = begin.precision == Date::Precision::Year && begin.year > 0;
    if (const auto end = short_year_end(cursor, begin); whole_year && end)
      return found(begin, Date{*end}, cursor.at() + 1);
    const auto last = date_at(cursor.at());
    if (!last) return std::nullopt;
    Date end = last->value;
    inherit_year(begin, end);
    // "1990s to 2000s": the first ten years of a century here
    if (begin.precision == Date::Precision::Decade && end.precision == Date::Precision::Century &&
        last->next >= 2 && Cursor(*tokens_, last->next - 1).is("s")) {
      end.year = (end.year - 1) * 100;
      end.precision = Date::Precision::Decade;
    }
    if (!in_order(begin, end)) return std::nullopt;
    return found(begin, end, last->next);
  }

  /// "2018/19", a season or a school year.
  [[nodiscard]] MaybeRead read_split_year(const ReadAt<Date>& first) const {
    Cursor cursor(*tokens_, first.next);
    if (!cursor.is_glued("/") || !cursor.glued(1)) return std::nullopt;
    cursor.skip();
    const auto end = short_year_end(cursor, first.value);
    const bool next_year = end && *end == first.value.year + 1;
    if (first.value.precision != Date::Precision::Year || !next_year) return std::nullopt;
    return found(first.value, Date{*end}, cursor.at() + 1);
  }

  /// The "18" of "1914-18" as 1918.
  [[nodiscard]] static std::optional<int> short_year_end(const Cursor& cursor, const Date& begin) {
    if (begin.year < 1000 || !cursor.glued() || cursor.peek().text.size() != 2) return std::nullopt;
    const auto digits = short_digits(cursor.peek());
    const bool goes_on = cursor.glued(1) && (cursor.is_word(1) || cursor.is_digits(2)) &&
                         !cursor.is(")", 1) && !cursor.is(",", 1) && !cursor.is(".", 1);
    if (!digits || goes_on) return std::nullopt;
    const int end = begin.year / 100 * 100 + *digits;
    if (*digits == 0 && begin.year % 100 == 99) return begin.year + 1;
    if (end <= begin.year) return std::nullopt;
    return end;
  }

  /// "3 May - 5 June 2020": the beginning has the end's year.
  static void inherit_year(Date& begin, const Date& end) {
    if (begin.precision == Date::Precision::DayAlone && end.precision == Date::Precision::Day) {
      begin.year = end.year;
      begin.precision = Date::Precision::Day;
    }
  }

  static bool in_order(const Date& begin, const Date& end) {
    const bool alone = begin.precision == Date::Precision::DayAlone ||
                       begin.precision == Date::Precision::MonthAlone;
    if (begin.short_year != end.short_year) return false;
    if (begin.precision != end.precision) {
      if (alone || begin.precision > Date::Precision::Year || end.precision > Date::Precision::Year)
        return false;
      return begin.year <= end.year;
    }
    if (begin.year != end.year) return begin.year < end.year;
    return begin.month != end.month ? begin.month < end.month : begin.day < end.day;
  }

  /// "5-6 pm": the hour takes its half from the end.
  [[nodiscard]] MaybeRead read_hours(Cursor cursor) const {
    const auto hour = short_digits(cursor.peek());
    if (!hour || *hour < 1 || *hour > 12) return std::nullopt;
    cursor.skip();
    if (!take_range_separator(cursor, false) && !cursor.take("and")) return std::nullopt;
    const auto last = read_clock(cursor);
    if (!last || last->value.half_unknown) return std::nullopt;
    ReadValue read;
    read.value.kind = ValueKind::Clock;
    const bool afternoon = last->value.seconds >= 12 * 3600;
    const int begin = *hour % 12 * 3600 + (afternoon ? 12 * 3600 : 0);
    if (begin >= last->value.seconds) return std::nullopt;
    read.value.clock.seconds = begin;
    read.value.until_clock = last->value;
    read.next = last->next;
    return read;
  }

  const std::vector<Token>* tokens_;
  std::string_view language_;
  Reading reading_;
};

/// The longest of what two readers found; of equal ones the first.
void keep_longer(MaybeRead& best, MaybeRead other) {
  if (other && (!best || other->next > best->next)) best = std::move(other);
}

}  // namespace

std::optional<ReadValue> read_period(const std::vector<Token>& tokens, std::size_t at,
                                     std::string_view language, Reading reading) {
  const PeriodReader reader(tokens, language, reading);
  MaybeRead best = reader.read_dates(at);
  keep_longer(best, reader.read_score(at));
  if (is_english(language) || tokens[at].kind == Token::Kind::Digits)
    keep_longer(best, reader.read_clocks(at));
  if (best) best->core = at;
  return best;
}

std::optional<ReadValue> read_value(const std::vector<Token>& tokens, std::size_t at,
                                    std::string_view language, Reading reading) {
  Cursor cursor(tokens, at);
  Hedge hedge = is_english(language) ? take_hedge(cursor, reading) : Hedge::None;
  if (cursor.at_end() || (cursor.at() != at && cursor.peek().line_before)) return std::nullopt;
  MaybeRead best = read_period(tokens, cursor.at(), language, reading);
  auto amount = read_amount(tokens, cursor.at(), language, reading);
  // Years are counts just as long; a longer amount has a unit or a scale.
  keep_longer(best, std::move(amount));
  if (!best) return std::nullopt;
  Cursor behind(tokens, best->next);
  if (hedge == Hedge::None && is_english(language)) {
    hedge = take_hedge_behind(behind);
    best->next = behind.at();
  }
  best->value.hedge = hedge;
  best->core = cursor.at();
  return best;
}

}  // namespace recto
