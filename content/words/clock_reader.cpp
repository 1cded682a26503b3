#include <optional>

#include "content/words/date.h"

namespace recto {
namespace {

constexpr int kHour = 3600;

std::optional<int> part_of_time(const Token& token, int limit) {
  if (token.kind != Token::Kind::Digits || token.text.size() > 2) return std::nullopt;
  int value = 0;
  for (const char digit : token.text)
    value = value * 10 + (digit - '0');
  if (value >= limit) return std::nullopt;
  return value;
}

/// Moves over "am", "a.m.", "pm", "p.m.": whether it is the afternoon.
std::optional<bool> take_half(Cursor& cursor) {
  if (cursor.is("am") || cursor.is("pm")) {
    const bool afternoon = cursor.is("pm");
    cursor.skip();
    return afternoon;
  }
  const bool letter = cursor.is("a") || cursor.is("p");
  if (!letter || !cursor.is_glued(".", 1) || !cursor.is_glued("m", 2)) return std::nullopt;
  const bool afternoon = cursor.is("p");
  cursor.skip(cursor.is_glued(".", 3) ? 4 : 3);
  return afternoon;
}

/// Puts a time of the twelve-hour clock into its half; none for "15 pm".
std::optional<Clock> in_half(Clock clock, bool afternoon) {
  const int hour = clock.seconds / kHour;
  if (hour < 1 || hour > 12) return std::nullopt;
  clock.seconds += (hour == 12 ? -12 : 0) * kHour + (afternoon ? 12 * kHour : 0);
  clock.half_unknown = false;
  return clock;
}

/// "15:45", "15:45:30", "3.30 pm", "3 pm".
std::optional<ReadAt<Clock>> read_digits(Cursor cursor) {
  const auto hour = part_of_time(cursor.peek(), 25);
  if (!hour) return std::nullopt;
  Clock clock;
  clock.seconds = *hour * kHour;
  const bool colon = cursor.is_glued(":", 1);
  const bool point = cursor.is_glued(".", 1);
  const auto minute = part_of_time(cursor.peek(2), 60);
  const bool has_minute =
      (colon || point) && cursor.glued(2) && minute && cursor.peek(2).text.size() == 2;
  const auto second = part_of_time(cursor.peek(4), 60);
  const bool has_second = has_minute && colon && cursor.is_glued(":", 3) && cursor.glued(4) &&
                          second && cursor.peek(4).text.size() == 2;
  if (has_minute) clock.seconds += *minute * 60;
  if (has_second) clock.seconds += *second;
  clock.has_seconds = has_second;
  if (clock.seconds > 24 * kHour) return std::nullopt;
  cursor.skip(has_second ? 5 : (has_minute ? 3 : 1));
  Cursor behind = cursor;
  if (const auto afternoon = take_half(behind)) {
    const auto placed = in_half(clock, *afternoon);
    if (!placed) return std::nullopt;
    return ReadAt<Clock>{*placed, behind.at()};
  }
  clock.half_unknown = *hour >= 1 && *hour <= 12;
  const bool oclock = cursor.is("o") && cursor.is_glued("'", 1) && cursor.is_glued("clock", 2);
  if (!has_minute && oclock && *hour <= 12) return ReadAt<Clock>{clock, cursor.at() + 3};
  if (!has_minute || !colon) return std::nullopt;
  // A ratio or a verse goes on with a colon, a race time with a point.
  if (cursor.glued() && (cursor.is(":") || cursor.is(".") || cursor.is_word()) &&
      (cursor.is_word() || (cursor.is_digits(1) && cursor.glued(1))))
    return std::nullopt;
  return ReadAt<Clock>{clock, cursor.at()};
}

std::optional<int> take_hour(Cursor& cursor) {
  auto hour = part_of_time(cursor.peek(), 13);
  if (!hour) hour = small_number_named(cursor.peek().text);
  if (!hour || *hour < 1 || *hour > 12) return std::nullopt;
  cursor.skip();
  return hour;
}

/// "half past three", "quarter to four", "ten past six", "three o'clock", "noon".
std::optional<ReadAt<Clock>> read_words(Cursor cursor) {
  if (cursor.is("noon") || cursor.is("midday"))
    return ReadAt<Clock>{{12 * kHour, false, false}, cursor.at() + 1};
  if (cursor.is("midnight")) return ReadAt<Clock>{{0, false, false}, cursor.at() + 1};
  Cursor at = cursor;
  at.take("a");
  std::optional<int> minutes;
  if (at.is("half")) minutes = 30;
  if (at.is("quarter")) minutes = 15;
  if (!minutes) minutes = small_number_named(at.peek().text);
  at.skip();
  const bool past = at.is("past");
  if (minutes && *minutes < 60 && (past || (at.is("to") && *minutes == 15))) {
    at.skip();
    const auto hour = take_hour(at);
    if (!hour) return std::nullopt;
    const int seconds = *hour * kHour + (past ? *minutes : -*minutes) * 60;
    return ReadAt<Clock>{{seconds, false, true}, at.at()};
  }
  at = cursor;
  const auto hour = take_hour(at);
  const bool oclock = at.is("o") && at.is_glued("'", 1) && at.is_glued("clock", 2);
  if (!hour || !oclock) return std::nullopt;
  return ReadAt<Clock>{{*hour * kHour, false, true}, at.at() + 3};
}

}  // namespace

std::optional<ReadAt<Clock>> read_clock(Cursor cursor) {
  auto clock = read_digits(cursor);
  if (!clock) clock = read_words(cursor);
  if (!clock) return std::nullopt;
  Cursor behind = cursor;
  behind.skip(clock->next - cursor.at());
  if (!clock->value.half_unknown) return clock;
  if (const auto afternoon = take_half(behind)) {
    const auto placed = in_half(clock->value, *afternoon);
    if (placed) return ReadAt<Clock>{*placed, behind.at()};
  }
  return clock;
}

}  // namespace recto
