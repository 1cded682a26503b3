#include "game/screens/decks/date_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <string>
#include <vector>

namespace recto::screens {
namespace {

using study::Day;
using Words = std::vector<std::string>;

constexpr int kFarthest = 3650;  ///< days: farther off nobody plans

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                       "thursday", "friday", "saturday"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

/// Runs of digits and runs of letters, small; what stands between them is thrown away.
Words words_of(std::string_view text) {
  Words words;
  char before = ' ';
  for (char c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const bool goes_on = (is_digit(c) && is_digit(before)) || (is_letter(c) && is_letter(before));
    if (goes_on)
      words.back() += c;
    else if (is_digit(c) || is_letter(c))
      words.emplace_back(1, c);
    before = c;
  }
  return words;
}

std::optional<int> number_in(const std::string& word) {
  int number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return number;
}

/// The index of the name that begins so; at least three letters.
template <std::size_t N>
std::optional<int> name_in(const std::array<std::string_view, N>& names, const std::string& word) {
  if (word.size() < 3) return std::nullopt;
  const auto found =
      std::ranges::find_if(names, [&](std::string_view name) { return name.starts_with(word); });
  if (found == names.end()) return std::nullopt;
  return static_cast<int>(found - names.begin());
}

std::optional<Day> day_of(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (month < 1 || day < 1 || !date.ok()) return std::nullopt;
  return static_cast<Day>(std::chrono::sys_days(date).time_since_epoch().count());
}

/// In the year of `today`, or the next one that it comes in.
std::optional<Day> next_such_day(int month, int day, Day today) {
  const std::chrono::year_month_day now{std::chrono::sys_days(std::chrono::days(today))};
  for (int year = static_cast<int>(now.year()), last = year + 8; year <= last; ++year)
    if (const auto found = day_of(year, month, day); found && *found > today) return found;
  return std::nullopt;
}

/// "3 december 2027", "december 3"
std::optional<Day> with_month_name(const Words& words, Day today) {
  if (words.size() < 2 || words.size() > 3) return std::nullopt;
  const bool month_first = name_in(kMonths, words[0]).has_value();
  const auto month = name_in(kMonths, words[month_first ? 0 : 1]);
  const auto day = number_in(words[month_first ? 1 : 0]);
  if (!month || !day) return std::nullopt;
  if (words.size() == 2) return next_such_day(*month + 1, *day, today);
  const auto year = number_in(words[2]);
  return year ? day_of(*year, *month + 1, *day) : std::nullopt;
}

/// "2026-12-03", "3.12.2026", "3.12."
std::optional<Day> with_numbers(const Words& words, std::string_view text, Day today) {
  std::vector<int> numbers;
  for (const std::string& word : words) {
    const auto number = number_in(word);
    if (!number) return std::nullopt;
    numbers.push_back(*number);
  }
  const bool dotted = text.find('.') != std::string_view::npos;
  if (numbers.size() == 3 && words[0].size() == 4)
    return day_of(numbers[0], numbers[1], numbers[2]);
  if (numbers.size() == 3 && dotted) return day_of(numbers[2], numbers[1], numbers[0]);
  if (numbers.size() == 2 && dotted) return next_such_day(numbers[1], numbers[0], today);
  return std::nullopt;
}

/// "in 10 days", "2 weeks", "tomorrow", "friday"
std::optional<Day> from_today(const Words& words, Day today) {
  if (words.size() == 1 && words[0] == "tomorrow") return today + 1;
  if (words.size() == 1)
    if (const auto weekday = name_in(kWeekdays, words[0])) {
      const std::chrono::weekday now{std::chrono::sys_days(std::chrono::days(today))};
      const int ahead = (*weekday - static_cast<int>(now.c_encoding()) + 7) % 7;
      return today + (ahead == 0 ? 7 : ahead);
    }
  const std::size_t first = !words.empty() && words[0] == "in" ? 1 : 0;
  if (words.size() != first + 2) return std::nullopt;
  const auto count = number_in(words[first]);
  const std::string& unit = words[first + 1];
  if (!count || *count > kFarthest) return std::nullopt;
  if (unit == "day" || unit == "days") return today + *count;
  if (unit == "week" || unit == "weeks") return today + 7 * *count;
  return std::nullopt;
}

}  // namespace

std::optional<Day> read_date(std::string_view text, Day today) {
  const Words words = words_of(text);
  std::optional<Day> day = from_today(words, today);
  if (!day) day = with_month_name(words, today);
  if (!day) day = with_numbers(words, text, today);
  if (!day || *day <= today || *day > today + kFarthest) return std::nullopt;
  return day;
}

}  // namespace recto::screens
