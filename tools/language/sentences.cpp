#include "tools/language/sentences.h"

#include <algorithm>
#include <memory>
#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include "content/base/utf8.h"

namespace recto::language {
namespace {

constexpr std::u32string_view kStops = U".!?…";
constexpr std::u32string_view kWideStops = U"。！？｡";
constexpr std::u32string_view kClosers = U"\"'”’»›“‘)]}";
constexpr std::u32string_view kOpeners = U"\"'“‘«‹„‚([{¿¡";

bool is_one_of(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_blank(char32_t c) {
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

bool is_digit(char32_t c) {
  return u_isdigit(static_cast<UChar32>(c)) != 0;
}

bool is_upper(char32_t c) {
  return u_isupper(static_cast<UChar32>(c)) != 0;
}

bool is_lower(char32_t c) {
  return u_islower(static_cast<UChar32>(c)) != 0;
}

/// The code point that ends at byte `at`, which moves before it; 0 at the beginning.
char32_t previous_code_point(std::string_view text, std::size_t& at) {
  if (at == 0) return 0;
  do
    --at;
  while (at > 0 && !is_boundary(text, at));
  std::size_t from = at;
  return next_code_point(text, from);
}

char32_t code_point_at(std::string_view text, std::size_t at) {
  return at < text.size() ? next_code_point(text, at) : 0;
}

/// The first byte from `at` on whose code point does not fulfil `skip`.
template <class Predicate>
std::size_t skip_forward(std::string_view text, std::size_t at, Predicate skip) {
  while (at < text.size()) {
    std::size_t next = at;
    if (!skip(next_code_point(text, next))) break;
    at = next;
  }
  return at;
}

/// The same towards the beginning: behind the last code point that does not fulfil `skip`.
template <class Predicate>
std::size_t skip_back(std::string_view text, std::size_t at, Predicate skip) {
  while (at > 0) {
    std::size_t before = at;
    if (!skip(previous_code_point(text, before))) break;
    at = before;
  }
  return at;
}

bool is_closer(char32_t c) {
  return is_one_of(kClosers, c);
}

bool is_opener(char32_t c) {
  return is_one_of(kOpeners, c);
}

bool is_not_blank(char32_t c) {
  return !is_blank(c);
}

/// Behind footnote marks such as "[1]" or " [12] [13]" at `at`.
std::size_t behind_footnotes(std::string_view text, std::size_t at) {
  while (true) {
    const std::size_t open = skip_forward(text, at, is_blank);
    if (open >= text.size() || text[open] != '[') return at;
    const std::size_t close = skip_forward(text, open + 1, is_digit);
    if (close == open + 1 || close >= text.size() || text[close] != ']') return at;
    at = close + 1;
  }
}

/// Before footnote marks, and the blanks before them, that end at `at`.
std::size_t before_footnotes(std::string_view text, std::size_t at) {
  while (at > 0 && text[at - 1] == ']') {
    const std::size_t open = skip_back(text, at - 1, is_digit);
    if (open == at - 1 || open == 0 || text[open - 1] != '[') break;
    at = skip_back(text, open - 1, is_blank);
  }
  return at;
}

/// Places that UAX #29 leaves whole though a sentence may end there: a stop, white space, then a
/// number ("in 1999. 12 people" runs on to a small letter), an ellipsis before a capital, a
/// footnote mark between stop and blank.
void add_overlooked(std::string_view text, std::vector<std::size_t>& places) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_one_of(kStops, next_code_point(text, at))) continue;
    const std::size_t end = behind_footnotes(text, skip_forward(text, at, is_closer));
    const std::size_t next = skip_forward(text, end, is_blank);
    if (next == end || next == text.size()) continue;
    const char32_t first = code_point_at(text, skip_forward(text, next, is_opener));
    if (is_digit(first) || is_upper(first)) places.push_back(next);
  }
}

std::vector<std::size_t> icu_breaks(std::string_view text, std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const auto locale =
      icu::Locale::forLanguageTag({language.data(), static_cast<int32_t>(language.size())}, status);
  if (U_FAILURE(status) != 0) status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createSentenceInstance(locale, status));
  const std::unique_ptr<UText, UText* (*)(UText*)> utext(
      utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status),
      &utext_close);
  if (U_FAILURE(status) != 0) return {};
  breaks->setText(utext.get(), status);
  std::vector<std::size_t> places;
  for (int32_t at = breaks->first(); at != icu::BreakIterator::DONE; at = breaks->next())
    places.push_back(static_cast<std::size_t>(at));
  return places;
}

/// Where the next sentence would begin, in order; 0 and text.size() are not among them.
std::vector<std::size_t> candidates(std::string_view text, std::string_view language) {
  std::vector<std::size_t> places = icu_breaks(text, language);
  add_overlooked(text, places);
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  std::erase_if(places, [&](std::size_t at) { return at == 0 || at >= text.size(); });
  return places;
}

/// What stands around a candidate.
struct Joint {
  std::string_view text;
  std::size_t begin = 0;       ///< of the sentence that would end here
  std::size_t end = 0;         ///< behind its last byte that is not white space
  std::size_t next = 0;        ///< first byte of what follows
  std::size_t stop_begin = 0;  ///< first of the stops before `end`
  char32_t stop = 0;           ///< the last stop; 0 when there is none
  std::string_view word;       ///< the word before the stops, without openers
  std::string_view next_word;  ///< the word after, without openers and final punctuation
};

std::string_view next_word_at(std::string_view text, std::size_t at) {
  const std::size_t begin = skip_forward(text, at, is_opener);
  const std::size_t end = skip_forward(text, begin, [](char32_t c) {
    return u_isalnum(static_cast<UChar32>(c)) != 0 || c == U'-' || c == U'\'' || c == U'’';
  });
  std::string_view word = text.substr(begin, end - begin);
  for (const std::string_view apostrophe : {"'", "’"})  // "It's" opens like "It"
    word = word.substr(0, word.find(apostrophe));
  return word;
}

Joint joint_at(std::string_view text, std::size_t begin, std::size_t place) {
  Joint joint;
  joint.text = text;
  joint.begin = begin;
  joint.end = skip_back(text, place, is_blank);
  joint.next = skip_forward(text, place, is_blank);
  const std::size_t stops_end = skip_back(text, before_footnotes(text, joint.end), is_closer);
  std::size_t last = stops_end;
  const char32_t stop = previous_code_point(text, last);
  if (is_one_of(kStops, stop) || is_one_of(kWideStops, stop)) joint.stop = stop;
  joint.stop_begin = skip_back(text, stops_end, [](char32_t c) { return is_one_of(kStops, c); });
  const std::size_t word =
      skip_forward(text, skip_back(text, joint.stop_begin, is_not_blank), is_opener);
  if (word < joint.stop_begin) joint.word = text.substr(word, joint.stop_begin - word);
  joint.next_word = next_word_at(text, joint.next);
  return joint;
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
bool footnotes_follow(const Joint& joint) {
  return behind_footnotes(joint.text, joint.end) != joint.end;
}

bool continues_in_small_letters(const Joint& joint) {
  return joint.stop != 0 && is_lower(code_point_at(joint.text, joint.next));
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

/// As written; at the beginning of a sentence in small letters; behind a hyphen: "vice-Gov".
bool holds(const WordSet& words, std::string_view word) {
  if (word.empty()) return false;
  if (words.contains(word) || words.contains(with_small_first(word))) return true;
  const std::size_t cut = word.find_last_of("-/(");
  return cut != std::string_view::npos && words.contains(word.substr(cut + 1));
}

bool stop_is_an_abbreviations(const Joint& joint, const Abbreviations& known) {
  if (!is_single_stop(joint)) return false;
  if (holds(known.inside, joint.word)) return true;
  const char32_t next = code_point_at(joint.text, joint.next);
  const bool number_follows = is_digit(next) || (is_upper(next) && is_roman(joint.next_word));
  if (number_follows && holds(known.before_number, joint.word)) return true;
  const bool may_end =
      is_acronym(joint.word) || is_initial(joint.word) || holds(known.anywhere, joint.word);
  return may_end && !holds(known.openers, joint.next_word) && !is_digit(next);
}

/// "1. Why …", and German "am 3. Oktober", but not "in der Nr. 7. Frau Weiß".
bool stop_is_an_ordinals(const Joint& joint, std::string_view language,
                         const Abbreviations& known) {
  if (!is_single_stop(joint) || !is_number(joint.word) || joint.word.size() > 6) return false;
  const std::size_t number = joint.stop_begin - joint.word.size();
  if (number == joint.begin) return true;
  if (!language.starts_with("de") || joint.word.size() > 2) return false;
  const std::size_t before = skip_back(joint.text, number, is_blank);
  return joint.text[before - 1] != '.' && !holds(known.openers, joint.next_word);
}

/// A bracket that was opened inside the sentence is still open and closes on the same line.
bool is_inside_brackets(const Joint& joint) {
  const std::string_view sentence = joint.text.substr(joint.begin, joint.end - joint.begin);
  int open = 0;
  for (const char c : sentence.substr(1)) {
    if (c == '(') ++open;
    if (c == ')' && open > 0) --open;
  }
  if (open == 0) return false;
  const std::string_view rest = joint.text.substr(joint.next, 400);
  const std::size_t close = rest.substr(0, rest.find('\n')).find_first_of("()");
  return close != std::string_view::npos && rest[close] == ')';
}

bool is_one_sentence(const Joint& joint, std::string_view language, const Abbreviations& known) {
  if (has_line_feed(joint)) return false;
  return stands_inside_a_word(joint) || footnotes_follow(joint) ||
         continues_in_small_letters(joint) || stop_is_an_abbreviations(joint, known) ||
         stop_is_an_ordinals(joint, language, known) || is_inside_brackets(joint);
}

}  // namespace

std::vector<Span> sentences(std::string_view text, std::string_view language,
                            const Abbreviations& abbreviations) {
  std::vector<Span> spans;
  std::size_t begin = skip_forward(text, 0, is_blank);
  if (begin == text.size()) return spans;
  for (const std::size_t place : candidates(text, language)) {
    if (place <= begin) continue;
    const Joint joint = joint_at(text, begin, place);
    if (joint.next == text.size()) break;
    if (is_one_sentence(joint, language, abbreviations)) continue;
    spans.push_back({begin, joint.end});
    begin = joint.next;
  }
  spans.push_back({begin, skip_back(text, text.size(), is_blank)});
  return spans;
}

}  // namespace recto::language
