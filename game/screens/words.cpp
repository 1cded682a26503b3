#include "game/screens/words.h"

#include <algorithm>
#include <array>

namespace recto::screens {

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string about_minutes(std::chrono::milliseconds time) {
  const auto minutes = std::chrono::round<std::chrono::minutes>(time).count();
  return "about " + counted(static_cast<std::size_t>(std::max<decltype(minutes)>(1, minutes)),
                            "minute", "minutes");
}

namespace {

constexpr std::array<const char*, 12> kMonths = {"January",   "February", "March",    "April",
                                                 "May",       "June",     "July",     "August",
                                                 "September", "October",  "November", "December"};
constexpr std::array<const char*, 7> kWeekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                  "Thursday", "Friday", "Saturday"};

std::chrono::sys_days date_of(study::Day day) {
  return std::chrono::sys_days(std::chrono::days(day));
}

}  // namespace

std::string day_in_words(study::Day day, study::Day today) {
  const std::chrono::year_month_day date(date_of(day)), now(date_of(today));
  std::string words = std::to_string(static_cast<unsigned>(date.day())) + " " +
                      kMonths[static_cast<unsigned>(date.month()) - 1];
  if (date.year() != now.year()) words += " " + std::to_string(static_cast<int>(date.year()));
  return words;
}

std::string days_from_now(study::Day day, study::Day today) {
  const study::Day days = day - today;
  if (days == 0) return "today";
  if (days == 1) return "tomorrow";
  if (days == -1) return "yesterday";
  const auto count = static_cast<std::size_t>(days < 0 ? -days : days);
  return days < 0 ? counted(count, "day", "days") + " ago" : "in " + counted(count, "day", "days");
}

std::string weekday_in_words(study::Day day) {
  return std::string(kWeekdays[std::chrono::weekday(date_of(day)).c_encoding()]) + ", " +
         day_in_words(day, day);
}

std::string invitation() {
  return "Drop an article or a deck on this window, open a file (Ctrl+O), or paste text or a link "
         "(Ctrl+V).";
}

std::string title_in_words(const std::string& title) {
  return title.empty() ? "Untitled deck" : title;
}

std::string option_in_words(const Card& card, const std::string& option) {
  if (card.kind != CardKind::TrueFalse) return option;
  return option == "true" ? "True" : "False";
}

std::string answer_in_words(const Card& card) {
  if (card.answers.empty()) return option_in_words(card, card.answer);
  std::string lines;
  for (const std::string& answer : card.answers)
    lines += (lines.empty() ? "" : "\n") + answer;
  return lines;
}

}  // namespace recto::screens
