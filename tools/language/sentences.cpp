#include "tools/language/sentences.h"

#include <algorithm>
#include <array>
#include <memory>
#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include "content/base/utf8.h"
#include "tools/language/footnotes.h"
#include "tools/language/joint.h"
#include "tools/language/walk.h"

namespace recto::language {
namespace {

/// Behind the number of a footnote that lost its place above the line: "an idea.23 Others"; `stop`
/// is the stop's byte, `at` behind it and its quotes. `at` when there is none.
std::size_t behind_glued_footnote(std::string_view text, std::size_t stop, std::size_t at) {
  const std::size_t word = skip_back(text, stop, is_lower);
  const std::size_t end = skip_forward(text, at, is_digit);
  const bool number = end > at && end - at <= 3 && text[at] != '0';
  const std::size_t next = skip_forward(text, end, [](char32_t c) { return c == U' '; });
  const bool between_sentences =
      stop - word >= 3 && next > end && is_upper(code_point_at(text, next));
  return number && between_sentences ? end : at;
}

/// Places that UAX #29 leaves whole though a sentence may end there: a stop, white space, then a
/// number ("in 1999. 12 people" runs on to a small letter), an ellipsis before a capital, a
/// footnote mark between stop and blank.
void add_overlooked(std::string_view text, const Abbreviations& known,
                    std::vector<std::size_t>& places) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t stop = at;
    if (!is_stop(next_code_point(text, at))) continue;
    const std::size_t closed = skip_forward(text, at, is_closer);
    const std::size_t end = behind_footnotes(text, behind_glued_footnote(text, stop, closed));
    const std::size_t next = skip_forward(text, end, is_blank);
    if (next == end || next == text.size()) continue;
    if (begins_like_a_sentence(text, next)) places.push_back(next);
    const bool same_line = text.substr(end, next - end).find('\n') == std::string_view::npos;
    const std::size_t behind = same_line ? behind_bare_footnote(text, next, known) : 0;
    if (behind != 0) places.push_back(behind);
  }
}

/// Where sentences may begin in a line whose writer used no capitals: it begins with a small
/// letter, and so does what follows each of its stops.
void add_small_line(std::string_view text, std::size_t begin, std::size_t end,
                    std::vector<std::size_t>& places) {
  if (!is_lower(code_point_at(text, skip_forward(text, begin, is_opener)))) return;
  std::vector<std::size_t> found;
  for (std::size_t at = begin; at < end;) {
    const std::size_t stop = at;
    if (!is_stop(next_code_point(text, at)) || (stop > begin && text[stop - 1] == '.')) continue;
    const std::size_t closed = skip_forward(text, at, is_closer);
    const std::size_t next = skip_forward(text, closed, [](char32_t c) { return c == U' '; });
    if (next == closed || next >= end) continue;
    const char32_t first = code_point_at(text, skip_forward(text, next, is_opener));
    if (is_upper(first)) return;
    if (is_lower(first) && text[stop] != '\xE2') found.push_back(next);  // not behind "…"
  }
  if (found.size() > 1) places.insert(places.end(), found.begin(), found.end());
}

std::vector<std::size_t> places_in_small_lines(std::string_view text) {
  std::vector<std::size_t> places;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    add_small_line(text, begin, end, places);
    begin = end + 1;
  }
  return places;
}

/// Where a caption's text begins: "Figure 1.5 The mill" is a title and a sentence.
void add_captions(std::string_view text, std::vector<std::size_t>& places) {
  static constexpr std::array<std::string_view, 3> kNumbered{"Figure ", "Fig. ", "Table "};
  for (std::size_t line = 0; line < text.size();) {
    for (const std::string_view name : kNumbered) {
      if (!text.substr(line).starts_with(name)) continue;
      const std::size_t number = line + name.size();
      const std::size_t end =
          skip_forward(text, number, [](char32_t c) { return is_digit(c) || c == U'.'; });
      const std::size_t next = skip_forward(text, end, [](char32_t c) { return c == U' '; });
      if (end > number && next > end && is_upper(code_point_at(text, next))) places.push_back(next);
    }
    const std::size_t feed = text.find('\n', line);
    line = feed == std::string_view::npos ? text.size() : feed + 1;
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
std::vector<std::size_t> candidates(std::string_view text, std::string_view language,
                                    const Abbreviations& known,
                                    const std::vector<std::size_t>& small) {
  std::vector<std::size_t> places = icu_breaks(text, language);
  places.insert(places.end(), small.begin(), small.end());
  add_overlooked(text, known, places);
  add_captions(text, places);
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  std::erase_if(places, [&](std::size_t at) { return at == 0 || at >= text.size(); });
  return places;
}

/// Brackets of a sentence, counted once; one that opens the sentence holds all of it and does not
/// count.
class Brackets {
 public:
  Brackets(std::string_view text, std::size_t begin) : text_(text), at_(begin + 1) {}

  /// Whether one is open at `end`, which only grows.
  bool are_open(std::size_t end) {
    for (; at_ < end; ++at_) {
      if (text_[at_] == '(') ++open_;
      if (text_[at_] == ')' && open_ > 0) --open_;
    }
    return open_ > 0;
  }

 private:
  std::string_view text_;
  std::size_t at_;
  std::size_t open_ = 0;
};

}  // namespace

std::vector<Span> sentences(std::string_view text, std::string_view language,
                            const Abbreviations& abbreviations) {
  std::vector<Span> spans;
  std::size_t begin = skip_forward(text, 0, is_blank);
  if (begin == text.size()) return spans;
  Brackets brackets(text, begin);
  const std::vector<std::size_t> small = places_in_small_lines(text);
  for (const std::size_t place : candidates(text, language, abbreviations, small)) {
    if (place <= begin) continue;
    Joint joint = joint_at(text, begin, place);
    if (joint.next == text.size()) break;
    joint.inside_bracket = brackets.are_open(joint.end);
    joint.small_line = std::binary_search(small.begin(), small.end(), place);
    if (goes_on(joint, language, abbreviations)) continue;
    spans.push_back({begin, joint.end});
    begin = joint.next;
    brackets = Brackets(text, begin);
  }
  spans.push_back({begin, skip_back(text, text.size(), is_blank)});
  return spans;
}

}  // namespace recto::language
