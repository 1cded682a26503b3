#include "tools/reader/dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <fmt/format.h>
#include <vector>

#include "content/base/fold.h"
#include "content/base/utf8.h"

namespace recto::reader {
namespace {

/// Without accents, the names of all four languages in one row; a longer word that begins with one
/// of at least three letters counts too ("sept.", "januar").
constexpr std::array<std::array<std::string_view, 4>, 12> kMonths{{
    {"january", "januar", "janvier", "enero"},
    {"february", "februar", "fevrier", "febrero"},
    {"march", "marz", "mars", "marzo"},
    {"april", "april", "avril", "abril"},
    {"may", "mai", "mai", "mayo"},
    {"june", "juni", "juin", "junio"},
    {"july", "juli", "juillet", "julio"},
    {"august", "august", "aout", "agosto"},
    {"september", "september", "septembre", "septiembre"},
    {"october", "oktober", "octobre", "octubre"},
    {"november", "november", "novembre", "noviembre"},
    {"december", "dezember", "decembre", "diciembre"},
}};

/// What may stand around a date without making it a sentence.
constexpr std::array<std::string_view, 62> kFillers{"monday",    "tuesday",   "wednesday",
                                                    "thursday",  "friday",    "saturday",
                                                    "sunday",    "mon",       "tue",
                                                    "wed",       "thu",       "fri",
                                                    "sat",       "sun",       "montag",
                                                    "dienstag",  "mittwoch",  "donnerstag",
                                                    "freitag",   "samstag",   "sonntag",
                                                    "lundi",     "mardi",     "mercredi",
                                                    "jeudi",     "vendredi",  "samedi",
                                                    "dimanche",  "lunes",     "martes",
                                                    "miercoles", "jueves",    "viernes",
                                                    "sabado",    "domingo",   "published",
                                                    "posted",    "updated",   "last",
                                                    "on",        "at",        "date",
                                                    "the",       "of",        "le",
                                                    "el",        "de",        "del",
                                                    "den",       "am",        "pm",
                                                    "um",        "uhr",       "a",
                                                    "publie",    "publicado", "veroffentlicht",
                                                    "gmt",       "utc",       "est",
                                                    "et",        "first"};

std::optional<int> number(std::string_view word) {
  for (const std::string_view ending : {"st", "nd", "rd", "th", "er"})
    if (word.size() > 2 && word.ends_with(ending) && word[0] <= '9')
      word.remove_suffix(ending.size());
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc{} || end != word.data() + word.size()) return std::nullopt;
  return value;
}

std::optional<int> month(std::string_view word) {
  if (word.size() < 3) return std::nullopt;
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    for (const std::string_view name : kMonths[i])
      if (name == word || (word.size() <= 4 && name.starts_with(word)))
        return static_cast<int>(i) + 1;
  return std::nullopt;
}

std::optional<std::string> iso(int year, int month_number, int day) {
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month_number)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok() || year < 1400 || year > 2999) return std::nullopt;
  return fmt::format("{:04}-{:02}-{:02}", year, month_number, day);
}

std::optional<std::string> iso_of_figures(const std::vector<int>& figures) {
  if (figures.size() != 3) return std::nullopt;
  if (figures[0] > 999) return iso(figures[0], figures[1], figures[2]);
  if (auto date = iso(figures[2], figures[1], figures[0])) return date;
  return iso(figures[2], figures[0], figures[1]);
}

/// A date in ISO 8601 at the beginning, with its time as written when nothing else follows.
std::optional<std::string> already_iso(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const auto month_number = number(text.substr(5, 2));
  const auto day = number(text.substr(8, 2));
  if (!year || !month_number || !day) return std::nullopt;
  auto date = iso(*year, *month_number, *day);
  const std::string_view time = text.substr(10);
  if (time.empty() || !date) return date;
  if (time[0] != 'T' && time[0] != ' ') return std::nullopt;
  if (time.substr(1).find_first_not_of("0123456789:.+-Z ") != std::string_view::npos)
    return std::nullopt;
  return time[0] == 'T' ? *date + std::string(time) : *date;
}

bool is_time_of_day(std::string_view word) {
  return word.find(':') != std::string_view::npos &&
         word.find_first_not_of("0123456789:apm") == std::string_view::npos;
}

std::vector<std::string> words_without_punctuation(std::string_view text) {
  std::string plain = fold_case(without_accents(text));
  const bool figures = plain.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
  for (char& c : plain)
    if (std::string_view(",.()|").find(c) != std::string_view::npos ||
        (figures && (c == '/' || c == '-')))
      c = ' ';
  std::vector<std::string> words;
  for (std::size_t at = 0; (at = plain.find_first_not_of(' ', at)) != std::string::npos;) {
    const std::size_t end = std::min(plain.find(' ', at), plain.size());
    std::string word = plain.substr(at, end - at);
    if (word.ends_with(':')) word.pop_back();
    if (!word.empty()) words.push_back(std::move(word));
    at = end;
  }
  return words;
}

}  // namespace

std::optional<std::string> iso_date(std::string_view text) {
  text = trimmed(text);
  if (text.size() > 80) return std::nullopt;
  if (auto date = already_iso(text)) return date;
  int found_month = 0;
  std::vector<int> figures;
  for (const std::string& word : words_without_punctuation(text)) {
    if (is_time_of_day(word)) continue;
    if (const auto value = number(word))
      figures.push_back(*value);
    else if (const auto named = month(word); named && found_month == 0)
      found_month = *named;
    else if (std::find(kFillers.begin(), kFillers.end(), word) == kFillers.end())
      return std::nullopt;
  }
  if (found_month == 0) return iso_of_figures(figures);
  if (figures.size() != 2) return std::nullopt;
  const auto [day, year] = std::minmax(figures[0], figures[1]);
  return iso(year, found_month, day);
}

}  // namespace recto::reader
