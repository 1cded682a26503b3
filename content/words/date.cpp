#include "content/words/date.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace recto {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::string two_digits(int value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string year_of(const Date& date) {
  if (date.year == 0) return {};
  if (date.short_year) return "'" + two_digits(date.year);
  return date.year < 0 ? std::to_string(-date.year) + " BC" : std::to_string(date.year);
}

std::string ordinal(int value) {
  const auto number = make_number(value);
  return number ? write_number(*number, NumberStyle::Ordinal) : std::string();
}

std::string with_part(Date::Part part, const std::string& text) {
  switch (part) {
    case Date::Part::Early: return "early " + text;
    case Date::Part::Middle: return "mid-" + text;
    case Date::Part::Late: return "late " + text;
    case Date::Part::Whole: break;
  }
  return text;
}

std::string joined(std::string text, std::string_view separator, const std::string& more) {
  if (!text.empty() && !more.empty()) text += separator;
  return text + more;
}

std::string in_words(const Date& date, DateStyle style) {
  const std::string month(date.month > 0 ? kMonths[static_cast<std::size_t>(date.month - 1)]
                                         : std::string_view());
  const std::string day = date.day > 0 ? std::to_string(date.day) : std::string();
  if (style == DateStyle::American)
    return joined(joined(month, " ", day), date.day > 0 ? ", " : " ", year_of(date));
  return joined(joined(day, " ", month), " ", year_of(date));
}

std::optional<std::string> iso(const Date& date) {
  if (date.year < 1000 || date.short_year) return std::nullopt;
  std::string text = std::to_string(date.year);
  if (date.month > 0) text += '-' + two_digits(date.month);
  if (date.day > 0) text += '-' + two_digits(date.day);
  return text;
}

}  // namespace

std::string_view month_name(int month) {
  return kMonths.at(static_cast<std::size_t>(month - 1));
}

bool is_month_name(std::string_view word) {
  return std::ranges::find(kMonths, word) != kMonths.end();
}

std::string write_date(const Date& date, DateStyle style) {
  if (date.precision == Date::Precision::Decade)
    return with_part(date.part, date.short_year ? two_digits(date.year) + "s"
                                                : std::to_string(std::abs(date.year)) + "s" +
                                                      (date.year < 0 ? " BC" : ""));
  if (date.precision == Date::Precision::Century)
    return with_part(date.part,
                     ordinal(std::abs(date.year)) + " century" + (date.year < 0 ? " BC" : ""));
  if (style == DateStyle::Iso)
    if (auto text = iso(date)) return with_part(date.part, *text);
  return with_part(date.part, in_words(date, style));
}

std::string write_clock(const Clock& clock) {
  std::string text = two_digits(clock.seconds / 3600) + ':' + two_digits(clock.seconds / 60 % 60);
  if (clock.has_seconds) text += ':' + two_digits(clock.seconds % 60);
  return text;
}

bool is_day(int year, int month, int day) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) return false;
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return day <= kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

std::optional<int> month_named(std::string_view word) {
  if (word == "sept") return 9;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    std::string name(kMonths[i]);
    name[0] = static_cast<char>(name[0] + 32);
    if (word == name || word == name.substr(0, 3)) return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

}  // namespace recto
