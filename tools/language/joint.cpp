#include "tools/language/joint.h"

#include <algorithm>
#include <array>
#include <string>

#include "content/base/ascii.h"
#include "tools/language/footnotes.h"
#include "tools/language/walk.h"

namespace recto::language {
namespace {

/// Stops of scripts without blanks between sentences.
constexpr std::u32string_view kWideStops = U"。！？｡";

/// No word around a stop that decides anything is longer; looking no further keeps time linear.
constexpr std::size_t kLongestWord = 64;

/// How far the end of a bracket is looked for.
constexpr std::size_t kLongestBracket = 400;

/// What follows a time of day and does not begin a sentence: "at 3 p.m. EST", "9 a.m. Monday".
constexpr std::array<std::string_view, 30> kAfterHour{
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",  "Saturday", "Sunday", "Mon",
    "Tue",    "Tues",    "Wed",       "Thu",      "Thur",    "Thurs",    "Fri",    "Sat",
    "Sun",    "EST",     "EDT",       "CST",      "CDT",     "MST",      "MDT",    "PST",
    "PDT",    "GMT",     "UTC",       "BST",      "Eastern", "Pacific"};

constexpr std::array<std::string_view, 9> kWeekdays{"Mon",  "Tue",   "Tues", "Wed", "Thu",
                                                    "Thur", "Thurs", "Fri",  "Sat"};

constexpr std::array<std::string_view, 13> kMonths{"Jan", "Feb", "Mar",  "Apr", "May", "Jun", "Jul",
                                                   "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"};

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_word_letter(char32_t c) {
  return u_isalnum(static_cast<UChar32>(c)) != 0 || is_one_of(U"-'’", c);
}

std::string_view next_word_at(std::string_view text, std::size_t at) {
  const std::size_t begin = skip_forward(text, at, is_opener);
  text = prefix_utf8(text.substr(begin), kLongestWord);
  std::string_view word = text.substr(0, skip_forward(text, 0, is_word_letter));
  for (const std::string_view apostrophe : {"'", "’"})  // "It's" opens like "It"
    word = word.substr(0, word.find(apostrophe));
  return word;
}

/// The word that ends at `end`, without openers; empty when it is too long to be looked at.
std::string_view word_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  const bool whole = [&] {
    while (begin > 0 && end - begin <= kLongestWord) {
      std::size_t before = begin;
      if (is_blank(previous_code_point(text, before))) return true;
      begin = before;
    }
    return begin == 0;
  }();
  begin = skip_forward(text, begin, is_opener);
  return whole && begin < end ? text.substr(begin, end - begin) : std::string_view();
}

/// "$5", "€3.50"
bool is_money(std::string_view text, std::size_t at) {
  if (u_charType(static_cast<UChar32>(code_point_at(text, at))) != U_CURRENCY_SYMBOL) return false;
  (void)next_code_point(text, at);
  return is_digit(code_point_at(text, at));
}

/// The end of the bracket that opens at `at`, if it is closed nearby in the same line; else 0.
std::size_t end_of_bracket(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '(') return 0;
  const std::string_view rest = text.substr(at, kLongestBracket);
  const std::size_t close = rest.substr(0, rest.find('\n')).find(')');
  return close == std::string_view::npos ? 0 : at + close + 1;
}

bool has_line_feed(const Joint& joint) {
  return joint.text.substr(joint.end, joint.next - joint.end).find_first_of("\n\r") !=
         std::string_view::npos;
}

/// Without a blank only wide stops end a sentence: "3.5", "example.org", "end.[1]".
bool stands_inside_a_word(const Joint& joint) {
  return joint.end == joint.next && !is_one_of(kWideStops, joint.stop);
}

/// The marks belong to what they follow; the sentence ends behind them.
bool footnotes_follow(const Joint& joint, const Abbreviations& known) {
  return behind_footnotes(joint.text, joint.end) != joint.end ||
         (joint.stop != 0 && behind_bare_footnote(joint.text, joint.next, known) != 0);
}

bool continues_in_small_letters(const Joint& joint) {
  return joint.stop != 0 && !joint.small_line && is_lower(code_point_at(joint.text, joint.next)) &&
         !begins_like_a_sentence(joint.text, joint.next);
}

/// Nothing but closing quotes and brackets up to the line's end: "He laughed. \"".
bool only_closers_follow(const Joint& joint) {
  const std::size_t end = skip_forward(joint.text, joint.next, is_closer);
  return end > joint.next && (end == joint.text.size() || joint.text[end] == '\n');
}

/// "the film Help! (1965)", "in Who? (Three Friends) and": a bracket with a number, or one after a
/// title's mark behind which the sentence runs on.
bool bracket_goes_on(const Joint& joint) {
  const std::size_t end = end_of_bracket(joint.text, joint.next);
  if (end == 0) return false;
  const std::string_view inside = joint.text.substr(joint.next + 1, end - joint.next - 2);
  if (inside.find_first_not_of("0123456789-,. ") == std::string_view::npos) return true;
  if (joint.stop == U'.' || !is_upper(code_point_at(inside, 0))) return false;
  const char32_t next = code_point_at(joint.text, skip_forward(joint.text, end, is_blank));
  return is_lower(next) || is_one_of(U",;:", next);
}

bool is_single_stop(const Joint& joint) {
  return joint.stop == U'.' && joint.text.compare(joint.stop_begin, 1, ".") == 0 &&
         (joint.stop_begin + 1 == joint.text.size() || joint.text[joint.stop_begin + 1] != '.');
}

/// "U.S", "J.K": capital letters parted by stops.
bool is_acronym(std::string_view word) {
  const std::u32string points = code_points(word);
  if (points.size() < 3 || points.size() % 2 == 0) return false;
  for (std::size_t i = 0; i < points.size(); ++i)
    if (i % 2 == 0 ? !is_upper(points[i]) : points[i] != U'.') return false;
  return true;
}

bool is_initial(std::string_view word) {
  std::size_t at = 0;
  if (word.empty() || !is_upper(next_code_point(word, at))) return false;
  return at == word.size() && word != "I";
}

bool is_roman(std::string_view word) {
  return !word.empty() && word.find_first_not_of("IVXLCDM") == std::string_view::npos;
}

/// "4", "12.3"
bool is_number(std::string_view word) {
  const auto belongs = [](char32_t c) { return is_digit(c) || c == U'.'; };
  return !word.empty() && is_digit(code_point_at(word, 0)) &&
         skip_forward(word, 0, belongs) == word.size();
}

std::string with_small_first(std::string_view word) {
  std::size_t at = 0;
  std::string small;
  append_utf8(small,
              static_cast<char32_t>(u_tolower(static_cast<UChar32>(next_code_point(word, at)))));
  return small.append(word.substr(at));
}

/// What stands behind the last hyphen, stroke or bracket: "vice-Gov", "4)R".
std::string_view last_part(std::string_view word) {
  return word.substr(word.find_last_of("-/()") + 1);
}

/// As written; at the beginning of a sentence in small letters; behind a hyphen: "vice-Gov", but
/// not "op-ed".
bool holds(const WordSet& words, std::string_view word) {
  if (word.empty()) return false;
  if (words.contains(word) || words.contains(with_small_first(word))) return true;
  const std::string_view last = last_part(word);
  return last.size() < word.size() && is_upper(code_point_at(last, 0)) && words.contains(last);
}

/// Two letters or more, all ASCII capitals.
bool is_shouted(std::string_view word) {
  return word.size() > 1 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// "DR. ROE SAYS" as "Dr. Roe says".
bool stop_is_a_shouted_abbreviations(const Joint& joint, const Abbreviations& known) {
  if (!is_single_stop(joint) || !is_shouted(joint.word) || !is_shouted(joint.next_word))
    return false;
  const auto titled = [](std::string_view word) { return word[0] + ascii_lowered(word.substr(1)); };
  const std::string word = titled(joint.word);
  return known.inside.contains(word) ||
         (known.anywhere.contains(word) && !known.openers.contains(titled(joint.next_word)));
}

bool stop_is_an_abbreviations(const Joint& joint, const Abbreviations& known) {
  if (!is_single_stop(joint)) return false;
  if (holds(known.inside, joint.word)) return true;
  const char32_t next = code_point_at(joint.text, joint.next);
  const bool number_follows = is_digit(next) || is_money(joint.text, joint.next) ||
                              (is_upper(next) && is_roman(joint.next_word));
  if (number_follows && holds(known.before_number, joint.word)) return true;
  const bool may_end = is_acronym(joint.word) || is_initial(last_part(joint.word)) ||
                       holds(known.anywhere, joint.word);
  return may_end && !holds(known.openers, joint.next_word) && !is_digit(next);
}

/// "at 3 p.m. EST", "on Wed. Sept. 20"
bool stop_is_a_times(const Joint& joint) {
  if (!is_single_stop(joint)) return false;
  const bool hour = joint.word.ends_with("a.m") || joint.word.ends_with("p.m");
  return (hour && is_among(kAfterHour, joint.next_word)) ||
         (is_among(kWeekdays, joint.word) && is_among(kMonths, joint.next_word));
}

/// "Yahoo! Mail": names that are listed with their mark.
bool mark_is_a_names(const Joint& joint, const Abbreviations& known) {
  if (joint.stop != U'!') return false;
  return known.anywhere.contains(std::string(joint.word) + "!") &&
         !holds(known.openers, joint.next_word);
}

/// "1. Why …", "three steps: 1. Wash …" and German "am 3. Oktober", but not "in der Nr. 7. Frau
/// Weiß".
bool stop_is_an_ordinals(const Joint& joint, std::string_view language,
                         const Abbreviations& known) {
  if (!is_single_stop(joint) || !is_number(joint.word) || joint.word.size() > 6) return false;
  const std::size_t number = joint.stop_begin - joint.word.size();
  if (number == joint.begin) return true;
  const std::size_t before = skip_back(joint.text, number, is_blank);
  if (joint.text[before - 1] == ':' && before < number) return true;
  if (!language.starts_with("de") || joint.word.size() > 2) return false;
  return joint.text[before - 1] != '.' && !holds(known.openers, joint.next_word);
}

/// The bracket closes on the same line.
bool is_inside_brackets(const Joint& joint) {
  if (!joint.inside_bracket) return false;
  const std::string_view rest = joint.text.substr(joint.next, kLongestBracket);
  const std::size_t close = rest.substr(0, rest.find('\n')).find_first_of("()");
  return close != std::string_view::npos && rest[close] == ')';
}

}  // namespace

Joint joint_at(std::string_view text, std::size_t begin, std::size_t place) {
  Joint joint;
  joint.text = text;
  joint.begin = begin;
  joint.end = skip_back(text, place, is_blank);
  joint.next = skip_forward(text, place, is_blank);
  const std::size_t stops_end = skip_back(text, before_footnotes(text, joint.end), is_closer);
  std::size_t last = stops_end;
  const char32_t stop = previous_code_point(text, last);
  if (is_stop(stop) || is_one_of(kWideStops, stop)) joint.stop = stop;
  joint.stop_begin = skip_back(text, stops_end, is_stop);
  joint.word = word_before(text, joint.stop_begin);
  joint.next_word = next_word_at(text, joint.next);
  return joint;
}

bool goes_on(const Joint& joint, std::string_view language, const Abbreviations& known) {
  if (has_line_feed(joint)) return false;
  return stands_inside_a_word(joint) || footnotes_follow(joint, known) ||
         continues_in_small_letters(joint) || only_closers_follow(joint) ||
         bracket_goes_on(joint) || stop_is_an_abbreviations(joint, known) ||
         stop_is_a_shouted_abbreviations(joint, known) || stop_is_a_times(joint) ||
         mark_is_a_names(joint, known) || stop_is_an_ordinals(joint, language, known) ||
         is_inside_brackets(joint);
}

bool begins_like_a_sentence(std::string_view text, std::size_t at) {
  const std::size_t first = skip_forward(text, at, is_opener);
  const char32_t c = code_point_at(text, first);
  if (is_digit(c) || is_upper(c)) return true;
  const std::string_view word = prefix_utf8(text.substr(first), kLongestWord);
  if (word.starts_with("http://") || word.starts_with("https://") || word.starts_with("www."))
    return true;
  if (is_money(text, first)) return true;
  if (is_upper(code_point_at(word, skip_forward(word, 0, is_lower)))) return true;
  // "(photo: A. Roe)" behind a sentence, not inside one.
  const std::size_t end = end_of_bracket(text, at);
  if (end == 0 || is_stop(static_cast<unsigned char>(text[end - 2]))) return false;
  const std::size_t next = skip_forward(text, end, [](char32_t d) { return d == U' '; });
  return next == text.size() || text[next] == '\n' || is_upper(code_point_at(text, next));
}

std::size_t behind_bare_footnote(std::string_view text, std::size_t at,
                                 const Abbreviations& known) {
  const std::size_t end = skip_forward(text, at, is_digit);
  if (end == at || end - at > 3 || text[at] == '0') return 0;
  const std::size_t next = skip_forward(text, end, [](char32_t c) { return c == U' '; });
  return next > end && known.openers.contains(next_word_at(text, next)) ? next : 0;
}

}  // namespace recto::language
