#include <array>

#include "content/words/value_reader.h"

namespace recto {
namespace {

/// The words of a hedge, separated by blanks.
struct Phrase {
  std::string_view words;
  Hedge hedge;
};

/// Longer ones before those that they begin with.
constexpr std::array<Phrase, 46> kBefore = {{{"no more than", Hedge::AtMost},
                                             {"not more than", Hedge::AtMost},
                                             {"no fewer than", Hedge::AtLeast},
                                             {"no less than", Hedge::AtLeast},
                                             {"not less than", Hedge::AtLeast},
                                             {"a little more than", Hedge::MoreThan},
                                             {"a little over", Hedge::MoreThan},
                                             {"a little less than", Hedge::Nearly},
                                             {"a little under", Hedge::Nearly},
                                             {"slightly more than", Hedge::MoreThan},
                                             {"slightly less than", Hedge::Nearly},
                                             {"slightly over", Hedge::MoreThan},
                                             {"slightly under", Hedge::Nearly},
                                             {"just over", Hedge::MoreThan},
                                             {"just under", Hedge::Nearly},
                                             {"well over", Hedge::MoreThan},
                                             {"well under", Hedge::LessThan},
                                             {"in excess of", Hedge::MoreThan},
                                             {"an estimated", Hedge::About},
                                             {"more than", Hedge::MoreThan},
                                             {"less than", Hedge::LessThan},
                                             {"fewer than", Hedge::LessThan},
                                             {"greater than", Hedge::MoreThan},
                                             {"at least", Hedge::AtLeast},
                                             {"at most", Hedge::AtMost},
                                             {"up to", Hedge::AtMost},
                                             {"as many as", Hedge::AtMost},
                                             {"as much as", Hedge::AtMost},
                                             {"close to", Hedge::Nearly},
                                             {"about", Hedge::About},
                                             {"around", Hedge::About},
                                             {"approximately", Hedge::About},
                                             {"approx .", Hedge::About},
                                             {"approx", Hedge::About},
                                             {"roughly", Hedge::About},
                                             {"circa", Hedge::About},
                                             {"ca .", Hedge::About},
                                             {"c .", Hedge::About},
                                             {"some", Hedge::About},
                                             {"nearly", Hedge::Nearly},
                                             {"almost", Hedge::Nearly},
                                             {"over", Hedge::MoreThan},
                                             {"under", Hedge::LessThan},
                                             {"~", Hedge::About},
                                             {"≈", Hedge::About},
                                             {">", Hedge::MoreThan}}};
constexpr std::array<Phrase, 3> kSigns = {
    {{"<", Hedge::LessThan}, {"≥", Hedge::AtLeast}, {"≤", Hedge::AtMost}}};
constexpr std::array<Phrase, 5> kBehind = {{{"or more", Hedge::AtLeast},
                                            {"or less", Hedge::AtMost},
                                            {"or fewer", Hedge::AtMost},
                                            {"or so", Hedge::About},
                                            {"at least", Hedge::AtLeast}}};

/// Moves over the phrase when it stands here.
bool take_phrase(Cursor& cursor, std::string_view words) {
  std::size_t count = 0;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (!cursor.is(words.substr(0, end), count)) return false;
    ++count;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  cursor.skip(count);
  return true;
}

template <std::size_t kSize>
Hedge take_any(Cursor& cursor, const std::array<Phrase, kSize>& phrases) {
  for (const Phrase& phrase : phrases)
    if (take_phrase(cursor, phrase.words)) return phrase.hedge;
  return Hedge::None;
}

}  // namespace

Hedge take_hedge(Cursor& cursor, Reading reading) {
  Hedge hedge = take_any(cursor, kBefore);
  if (hedge == Hedge::None) hedge = take_any(cursor, kSigns);
  // "c 1850" and "c1850", which would be a letter before anything else
  const bool c = cursor.is("c") && cursor.is_digits(1) && cursor.peek(1).text.size() >= 3;
  if (hedge == Hedge::None && c &&
      (reading == Reading::Answer || cursor.peek().as_written == "c")) {
    cursor.skip();
    hedge = Hedge::About;
  }
  return hedge;
}

Hedge take_hedge_behind(Cursor& cursor) {
  return cursor.peek().line_before ? Hedge::None : take_any(cursor, kBehind);
}

bool take_range_separator(Cursor& cursor, bool between) {
  if (cursor.peek().line_before) return false;
  if (between) return cursor.take("and");
  if (cursor.is("-")) {
    // "3 -5" is no range
    if (!cursor.glued() && cursor.glued(1)) return false;
    cursor.skip();
    return true;
  }
  return cursor.take("to") || cursor.take("through");
}

}  // namespace recto
