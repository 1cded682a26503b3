#include "tools/reader/dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <fmt/format.h>
#include <memory>
#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

constexpr std::size_t kLongestDate = 80;
constexpr std::size_t kMostWordsOfDate = 7;

/// What may stand around a date without making it a sentence.
constexpr std::array<std::string_view, 69> kFillers{"published",
                                                    "posted",
                                                    "updated",
                                                    "last",
                                                    "on",
                                                    "at",
                                                    "date",
                                                    "the",
                                                    "of",
                                                    "le",
                                                    "el",
                                                    "de",
                                                    "del",
                                                    "den",
                                                    "am",
                                                    "pm",
                                                    "um",
                                                    "uhr",
                                                    "a",
                                                    "publie",
                                                    "publicado",
                                                    "veroffentlicht",
                                                    "gmt",
                                                    "utc",
                                                    "est",
                                                    "et",
                                                    "first",
                                                    "edt",
                                                    "pst",
                                                    "pdt",
                                                    "pt",
                                                    "cst",
                                                    "cdt",
                                                    "ct",
                                                    "mst",
                                                    "mdt",
                                                    "cet",
                                                    "cest",
                                                    "bst",
                                                    "ist",
                                                    "created",
                                                    "written",
                                                    "release",
                                                    "released",
                                                    "publication",
                                                    "added",
                                                    "il",
                                                    "em",
                                                    "pubblicato",
                                                    "gepubliceerd",
                                                    "op",
                                                    "vom",
                                                    "erschienen",
                                                    "stand",
                                                    "opublikowano",
                                                    "dnia",
                                                    "r",
                                                    "г",
                                                    "года",
                                                    "в",
                                                    "а",
                                                    "the",
                                                    "since",
                                                    "from",
                                                    "mis",
                                                    "en",
                                                    "ligne",
                                                    "as",
                                                    "it"};

constexpr std::array<std::string_view, 21> kChanges{
    "updated",        "update",       "modified",      "revised",    "edited",     "reviewed",
    "changed",        "aktualisiert", "geandert",      "mis a jour", "modifie",    "actualizado",
    "actualizacion",  "aggiornato",   "aggiornamento", "atualizado", "bijgewerkt", "uppdaterad",
    "zaktualizowano", "обновлено",    "aktualizovano"};

/// Larger ones first: they keep the names on which others differ.
constexpr std::array<const char*, 32> kLanguages{
    "en", "en_GB", "de", "de_AT", "fr", "es", "it", "pt", "nl", "ru", "pl",
    "tr", "sv",    "da", "nb",    "fi", "cs", "sk", "hu", "ro", "uk", "bg",
    "el", "ca",    "id", "hr",    "sl", "sr", "lt", "lv", "et", "eu"};

std::string plain(std::string_view text) {
  return fold_case(without_accents(text));
}

/// The names of months and weekdays, as `plain` has them, without stops.
struct Names {
  std::unordered_map<std::string, int> months;  ///< 1 to 12
  std::unordered_set<std::string> weekdays;
};

std::string plain_name(const icu::UnicodeString& name) {
  std::string utf8;
  name.toUTF8String(utf8);
  std::string folded = plain(utf8);
  std::erase(folded, '.');
  const bool usable =
      count_code_points(folded) >= 2 && folded.find_first_of(" 0123456789") == std::string::npos;
  return usable ? folded : std::string();
}

void add_names(const icu::DateFormatSymbols& symbols, icu::DateFormatSymbols::DtContextType context,
               icu::DateFormatSymbols::DtWidthType width, Names& names) {
  std::int32_t count = 0;
  const icu::UnicodeString* list = symbols.getMonths(count, context, width);
  for (std::int32_t i = 0; i < std::min(count, 12); ++i)
    if (std::string name = plain_name(list[i]); name.size() >= 3)
      names.months.emplace(std::move(name), i + 1);
  list = symbols.getWeekdays(count, context, width);
  for (std::int32_t i = 1; i < count; ++i)
    if (std::string name = plain_name(list[i]); !name.empty())
      names.weekdays.insert(std::move(name));
}

Names read_names() {
  using Symbols = icu::DateFormatSymbols;
  Names names;
  for (const char* language : kLanguages) {
    UErrorCode error = U_ZERO_ERROR;
    const Symbols symbols(icu::Locale(language), error);
    if (U_FAILURE(error) != 0) continue;
    for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE})
      for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED})
        add_names(symbols, context, width, names);
  }
  for (const char* name : {"tues", "wednes", "thur", "thurs"})
    names.weekdays.insert(name);
  return names;
}

const Names& names() {
  static const Names kNames = read_names();
  return kNames;
}

std::optional<int> number(std::string_view word) {
  for (const std::string_view ending : {"st", "nd", "rd", "th", "er", "o"})
    if (word.size() > ending.size() && word.ends_with(ending) && word[0] <= '9')
      word.remove_suffix(ending.size());
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc{} || end != word.data() + word.size() || value < 0) return std::nullopt;
  return value;
}

int month(const std::string& word) {
  const auto found = names().months.find(word);
  return found == names().months.end() ? 0 : found->second;
}

bool is_weekday(const std::string& word) {
  return names().weekdays.contains(word);
}

std::optional<std::string> iso(int year, int month_number, int day) {
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month_number)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok() || year < 1400 || year > 2999) return std::nullopt;
  return fmt::format("{:04}-{:02}-{:02}", year, month_number, day);
}

std::optional<std::string> iso_of_figures(const std::vector<int>& figures, DateOrder order) {
  if (figures.size() != 3) return std::nullopt;
  if (figures[0] > 999) return iso(figures[0], figures[1], figures[2]);
  const auto day_first = iso(figures[2], figures[1], figures[0]);
  const auto month_first = iso(figures[2], figures[0], figures[1]);
  if (order == DateOrder::MonthFirst) return month_first ? month_first : day_first;
  return day_first ? day_first : month_first;
}

/// "10:00:00.000-0400" → "10:00:00-04:00": hours and minutes at least, zone as given.
std::optional<std::string> iso_time(std::string_view time) {
  const std::size_t zone_begin = std::min(time.find_first_of("Zz+-"), time.size());
  std::string_view clock = trimmed(time.substr(0, zone_begin));
  clock = clock.substr(0, clock.find_first_of(".,"));
  if ((clock.size() != 5 && clock.size() != 8) || clock[2] != ':' ||
      clock.find_first_not_of("0123456789:") != std::string_view::npos)
    return std::nullopt;
  std::string_view zone = time.substr(zone_begin);
  if (zone.empty()) return std::string(clock);
  if (zone == "Z" || zone == "z") return std::string(clock) + "Z";
  std::string digits;
  for (const char c : zone.substr(1))
    if (c != ':') digits += c;
  if (digits.find_first_not_of("0123456789") != std::string::npos ||
      (digits.size() != 2 && digits.size() != 4))
    return std::nullopt;
  return fmt::format("{}{}{}:{}", clock, zone[0], digits.substr(0, 2),
                     digits.size() == 4 ? digits.substr(2) : "00");
}

/// A date in ISO 8601 at the beginning, with its time when nothing else follows.
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
  if (time.substr(1).find_first_not_of("0123456789:.,+-Zz ") != std::string_view::npos)
    return std::nullopt;
  const auto clock = iso_time(time.substr(1));
  return clock && time[0] == 'T' ? *date + "T" + *clock : *date;
}

bool is_time_of_day(std::string_view word) {
  if (word.starts_with('@')) word.remove_prefix(1);
  return word.find(':') != std::string_view::npos && word[0] <= '9' &&
         word.find_first_not_of("0123456789:apmh") == std::string_view::npos;
}

/// "10am", "10h30".
bool is_hour(std::string_view word) {
  const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
  const std::string_view behind = word.substr(digits);
  return digits > 0 && digits <= 2 &&
         (behind == "am" || behind == "pm" ||
          (behind.starts_with('h') &&
           behind.find_first_not_of("h0123456789") == std::string_view::npos));
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Blanks for what separates the parts of a date: strokes, commas, "-" and "/" beside figures,
/// "年". Stops go at the end of words and between figures.
std::string without_separators(std::string_view text) {
  std::string folded = plain(text);
  for (const std::string_view sign : {"年", "月", "日", "년", "월", "일", "·", "•"})
    for (std::size_t at = 0; (at = folded.find(sign, at)) != std::string::npos;)
      folded.replace(at, sign.size(), " ");
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const bool figure =
        (i > 0 && is_digit(folded[i - 1])) || (i + 1 < folded.size() && is_digit(folded[i + 1]));
    const char c = folded[i];
    const bool stop = c == '.' && (figure || i + 1 == folded.size() || folded[i + 1] == ' ');
    const bool stroke = (c == '/' || c == '-') && figure;
    const bool dash = c == '-' && (i == 0 || folded[i - 1] == ' ');
    if (stop || stroke || dash || std::string_view(",()|").find(c) != std::string_view::npos)
      folded[i] = ' ';
  }
  return folded;
}

std::vector<std::string> words_without_punctuation(std::string_view text) {
  std::vector<std::string> words;
  const std::string folded = without_separators(text);
  for (std::string_view word : words_of(folded)) {
    if (word.ends_with(':')) word.remove_suffix(1);
    if (word.ends_with('.')) word.remove_suffix(1);
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

bool is_filler(std::string_view word) {
  return std::find(kFillers.begin(), kFillers.end(), word) != kFillers.end();
}

std::optional<std::string> iso_of_count(std::string_view digits) {
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.size() == 8)
    return iso(static_cast<int>(value / 10000), static_cast<int>(value / 100 % 100),
               static_cast<int>(value % 100));
  const std::chrono::sys_seconds seconds{
      std::chrono::seconds(digits.size() == 13 ? value / 1000 : value)};
  const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(seconds));
  return iso(static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
             static_cast<int>(static_cast<unsigned>(date.day())));
}

}  // namespace

std::optional<std::string> iso_date(std::string_view text, DateOrder order) {
  text = trimmed(text);
  if (text.size() > kLongestDate) return std::nullopt;
  if (auto date = already_iso(text)) return date;
  if (std::none_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  int found_month = 0;
  bool maybe_weekday = false;  // "mar" is March, and Tuesday in Spanish
  std::vector<int> figures;
  for (const std::string& word : words_without_punctuation(text)) {
    if (is_time_of_day(word) || is_hour(word)) continue;
    if (const auto value = number(word)) {
      figures.push_back(*value);
    } else if (const int named = month(word); named != 0 && (found_month == 0 || maybe_weekday)) {
      found_month = named;
      maybe_weekday = is_weekday(word);
    } else if (!is_weekday(word) && !is_filler(word)) {
      return std::nullopt;
    }
  }
  if (found_month == 0) {
    const bool strokes = text.find('/') != std::string_view::npos;
    return iso_of_figures(figures, strokes ? order : DateOrder::DayFirst);
  }
  if (figures.size() != 2) return std::nullopt;
  const auto [day, year] = std::minmax(figures[0], figures[1]);
  return iso(year, found_month, day);
}

std::optional<std::string> find_date(std::string_view line, DateOrder order) {
  const auto words = words_of(line);
  if (std::none_of(line.begin(), line.end(), is_digit)) return std::nullopt;
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    const auto first = words_without_punctuation(words[begin]);
    if (first.empty() || is_filler(first[0])) continue;
    if (!is_digit(first[0][0]) && month(first[0]) == 0 && !is_weekday(first[0])) continue;
    const std::size_t most = std::min(begin + kMostWordsOfDate, words.size());
    for (std::size_t end = begin; end < most; ++end) {
      const std::string_view last = words[end];
      const std::string_view part(
          words[begin].data(),
          static_cast<std::size_t>(last.data() + last.size() - words[begin].data()));
      auto date = iso_date(part, order);
      if (!date) continue;
      const std::size_t before = begin < 4 ? 0 : begin - 4;
      const std::string_view said(
          words[before].data(),
          static_cast<std::size_t>(words[begin].data() - words[before].data()));
      if (!tells_of_change(said)) return date;
      begin = end;
      break;
    }
  }
  return std::nullopt;
}

std::optional<std::string> machine_date(std::string_view text, DateOrder order) {
  text = trimmed(text);
  const bool digits = !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
  const bool count = (text.size() == 10 || text.size() == 13) && text.front() == '1';
  if (digits && (text.size() == 8 || count)) return iso_of_count(text);
  if (auto date = iso_date(text, order)) return date;
  return text.size() > kLongestDate ? std::nullopt : find_date(text, order);
}

bool names_month_or_weekday(std::string_view word) {
  const auto words = words_without_punctuation(word);
  return words.size() == 1 && (month(words[0]) != 0 || is_weekday(words[0]));
}

bool tells_of_change(std::string_view text) {
  const std::string folded = plain(text);
  return std::any_of(kChanges.begin(), kChanges.end(), [&](std::string_view change) {
    return folded.find(change) != std::string::npos;
  });
}

}  // namespace recto::reader
