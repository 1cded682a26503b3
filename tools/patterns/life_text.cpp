#include "tools/patterns/life_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "content/base/ascii.h"
#include "content/words/value.h"

namespace recto::patterns {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == ',' || c == '\t';
}

/// Without blanks and commas at its ends.
std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back()))
    text.remove_suffix(1);
  return text;
}

template <std::size_t N>
bool has_word(std::string_view text, const std::array<std::string_view, N>& words) {
  const std::string padded = " " + ascii_lowered(text) + " ";
  return std::ranges::any_of(words, [&](std::string_view word) {
    for (const char before : {' ', ',', '('})
      for (const char after : {' ', ',', ':'})
        if (padded.find(before + std::string(word) + after) != std::string::npos) return true;
    return false;
  });
}

/// Of years that are not a life's.
constexpr std::array<std::string_view, 16> kOther{
    "reigned", "reign", "ruled", "r.",        "fl.",     "flourished", "active", "m.",
    "married", "div.",  "term",  "in office", "founded", "published",  "since",  "served"};

bool is_birth_word(std::string_view text) {
  return text == "*" || has_word(text, std::array<std::string_view, 2>{"born", "b."});
}

bool is_death_word(std::string_view text) {
  return text == "†" || has_word(text, std::array<std::string_view, 2>{"died", "d."});
}

bool has_digit(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// The bytes of the first dash, "–", "—", "-"; empty at the end when there is none.
Span find_dash(std::string_view text) {
  Span first{text.size(), text.size()};
  for (const std::string_view dash : {"–", "—", "−", "--", "-"})
    if (const std::size_t at = text.find(dash); at < first.begin) first = {at, at + dash.size()};
  return first;
}

/// Behind a date: nothing, or where it was: "in Ulm", ", Bavaria", "?", "[1]", "aged 89".
bool is_place(std::string_view text) {
  text = text.substr(0, std::min(text.find('['), text.size()));
  const bool comma = text.starts_with(",");
  text = trimmed(text);
  if (text.empty() || text == "?" || text.starts_with("age")) return true;
  const bool placed =
      comma || text.starts_with("in ") || text.starts_with("at ") || text.starts_with("near ");
  return placed && !has_digit(text) &&
         !has_word(text, std::array<std::string_view, 2>{"present", "now"});
}

/// Before a date: nothing, "born", or a name and a mark: "Latin: Eusebius,".
bool is_label(std::string_view text) {
  const bool marked = text.find_last_of(",:") != std::string_view::npos;
  text = trimmed(text);
  if (text.empty() || is_birth_word(text)) return true;
  if (!marked || has_digit(text)) return false;
  bool word_begins = true;
  for (const char c : text) {
    if (word_begins && c >= 'a' && c <= 'z') return false;
    word_begins = c == ' ';
  }
  return true;
}

/// A date of a piece, or a number that may be a year before 1000.
struct Point {
  LifeDate date;
  bool early = false;
};

std::optional<Point> point_of(const Value& value, Span span) {
  Point point;
  point.date.span = span;
  point.date.about = value.hedge == Hedge::About;
  if (value.kind == ValueKind::Date) {
    point.date.date = value.date;
    using Precision = Date::Precision;
    const bool exact = value.date.precision == Precision::Day ||
                       value.date.precision == Precision::Month ||
                       value.date.precision == Precision::Year;
    return exact && !value.date.short_year ? std::optional(point) : std::nullopt;
  }
  const Number& number = value.amount.number;
  if (value.kind != ValueKind::Count || !is_whole(number)) return std::nullopt;
  const double year = to_double(number);
  if (year < 1 || year > 999) return std::nullopt;
  point.date.date.year = static_cast<int>(year);
  point.early = true;
  return point;
}

/// Where the hedge of a date ends: "c. 1412".
std::size_t behind_hedge(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t at = begin;
  while (at < end && (text[at] < '0' || text[at] > '9') && (text[at] < 'A' || text[at] > 'Z'))
    ++at;
  return at == end ? begin : at;
}

/// The dates of a piece; none when there is anything else that counts.
std::optional<std::vector<Point>> points_of(std::string_view piece) {
  std::vector<Point> points;
  for (const Found& found : find_values(piece)) {
    const std::size_t begin = behind_hedge(piece, found.begin, found.end);
    const bool range = found.value.until_date || found.value.until;
    const Span dash = range ? find_dash(piece.substr(begin, found.end - begin)) : Span{};
    const auto first = point_of(found.value, {begin, range ? begin + dash.begin : found.end});
    if (!first) return std::nullopt;
    points.push_back(*first);
    if (!range) continue;
    Value until = found.value;
    if (until.until_date) until.date = *until.until_date;
    if (until.until) until.amount = *until.until;
    until.hedge = Hedge::None;
    const auto second = point_of(until, {std::min(begin + dash.end, found.end), found.end});
    if (!second) return std::nullopt;
    points.push_back(*second);
  }
  return points;
}

/// Trims blanks off a span of `text`.
Span tight(std::string_view text, Span span) {
  while (span.begin < span.end && is_blank(text[span.begin]))
    ++span.begin;
  while (span.begin < span.end && is_blank(text[span.end - 1]))
    --span.end;
  return span;
}

using Life = std::pair<std::optional<LifeDate>, std::optional<LifeDate>>;

/// Between birth and death: "in Ulm – c.", ", died".
bool is_between(std::string_view text) {
  const Span dash = find_dash(text);
  if (dash.begin == text.size()) return is_death_word(trimmed(text));
  const std::string_view behind = trimmed(text.substr(dash.end));
  return is_place(text.substr(0, dash.begin)) &&
         (behind.empty() || behind == "c." || is_death_word(behind));
}

std::optional<Life> read_two(std::string_view piece, const Point& birth, const Point& death) {
  if (birth.early && !death.early && death.date.date.year > 1100) return std::nullopt;
  if (!is_label(piece.substr(0, birth.date.span.begin)) && !birth.date.about) return std::nullopt;
  const std::size_t from = birth.date.span.end;
  const std::size_t to = std::max(from, death.date.span.begin);
  if (!is_between(piece.substr(from, to - from))) return std::nullopt;
  if (!is_place(piece.substr(death.date.span.end))) return std::nullopt;
  return Life{birth.date, death.date};
}

std::optional<Life> read_one(std::string_view piece, const Point& point) {
  if (point.early) return std::nullopt;
  const std::string_view before = trimmed(piece.substr(0, point.date.span.begin));
  const std::string_view behind = piece.substr(point.date.span.end);
  if (is_death_word(before))
    return is_place(behind) ? std::optional(Life{{}, point.date}) : std::nullopt;
  if (is_birth_word(before))
    return is_place(behind) ? std::optional(Life{point.date, {}}) : std::nullopt;
  const std::string_view open = trimmed(behind);
  const Span dash = find_dash(open);
  const std::string_view rest = trimmed(open.substr(dash.end));
  if (!before.empty() || dash.begin > 0 || dash.end == 0) return std::nullopt;
  if (rest.empty() || rest == "?") return Life{point.date, {}};
  // "1919 -1985": a sign, it seems, to those who look for values.
  const auto until = parse_value(rest);
  if (!until || until->kind != ValueKind::Date || until->until_date) return std::nullopt;
  const auto begin = static_cast<std::size_t>(rest.data() - piece.data());
  const auto death = point_of(*until, {begin, begin + rest.size()});
  return death ? std::optional(Life{point.date, death->date}) : std::nullopt;
}

std::optional<Life> read_piece(std::string_view piece) {
  const auto points = points_of(piece);
  if (!points || points->empty() || points->size() > 2) return std::nullopt;
  return points->size() == 2 ? read_two(piece, (*points)[0], (*points)[1])
                             : read_one(piece, (*points)[0]);
}

}  // namespace

std::optional<LifeText> read_life(std::string_view text) {
  std::optional<LifeText> read;
  bool reign = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(';', begin), text.size());
    std::string_view piece = text.substr(begin, end - begin);
    // "1710 – 1774, reigned 1715 – 1774"
    if (const std::size_t at = ascii_lowered(piece).find(", reigned"); at != std::string::npos) {
      piece = piece.substr(0, at);
      reign = true;
    }
    if (has_word(piece, kOther)) {
      reign = true;
    } else if (!read) {
      if (const auto life = read_piece(piece)) {
        read = LifeText{life->first, life->second, is_birth_word(piece) || is_death_word(piece),
                        false};
        for (std::optional<LifeDate>* date : {&read->birth, &read->death}) {
          if (!*date) continue;
          const Span span = tight(piece, (*date)->span);
          (*date)->span = {begin + span.begin, begin + span.end};
          read->told = read->told || (*date)->date.precision == Date::Precision::Day;
        }
      }
    }
    begin = end + 1;
  }
  if (read) read->reign = reign;
  return read;
}

}  // namespace recto::patterns
