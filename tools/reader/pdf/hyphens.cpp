#include "tools/reader/pdf/hyphens.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unicode/uchar.h>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/pdf/letters.h"
#include "tools/reader/shape.h"

namespace recto::reader::pdf {
namespace {

constexpr std::string_view kSoftHyphen = "\xC2\xAD";

bool is_letter(char32_t c) {
  return u_isalnum(static_cast<UChar32>(c)) != 0;
}

char32_t first_of(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? 0 : next_code_point(text, at);
}

char32_t last_of(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && (begin == text.size() || !is_boundary(text, begin)))
    --begin;
  return first_of(text.substr(begin));
}

/// "(infor" → "infor", "mation," → "mation": letters and hyphens in the middle.
std::string core_of(std::string_view word) {
  std::string core;
  std::size_t end = 0;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    if (core.empty() && !is_letter(c)) continue;
    append_utf8(core, c);
    if (is_letter(c)) end = core.size();
  }
  core.resize(end);
  return fold_case(core);
}

std::string_view last_word(std::string_view text) {
  return text.substr(text.rfind(' ') + 1);
}

std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find(' '));
}

std::string_view without_hyphen(std::string_view word) {
  if (word.ends_with(kSoftHyphen)) return word.substr(0, word.size() - kSoftHyphen.size());
  return word.substr(0, word.size() - (word.ends_with('-') ? 1 : 0));
}

bool begins_compounds(std::string_view folded) {
  static constexpr std::array<std::string_view, 14> kWords{
      "well", "self", "two",  "three", "four",  "five",  "half",
      "high", "low",  "long", "full",  "short", "large", "small"};
  return std::find(kWords.begin(), kWords.end(), folded) != kWords.end();
}

/// "four-teen", "high-lights", "half-way": no compounds in spite of their beginning.
bool ends_a_word(std::string_view folded) {
  static constexpr std::array<std::string_view, 12> kEnds{"ness",  "ment", "teen", "ware",
                                                          "ward",  "ship", "less", "able",
                                                          "light", "land", "way",  "hand"};
  return folded.size() < 4 || std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) {
           return folded.starts_with(end);
         });
}

/// The first and last words of the next and this line, when this one ends inside a word.
struct Divided {
  std::string whole, hyphenated;
};

Divided divided(std::string_view before, std::string_view after) {
  const std::string first = core_of(without_hyphen(last_word(before)));
  const std::string second = core_of(first_word(after));
  return {first + second, first + '-' + second};
}

/// "https://www." before "example.org/x".
bool goes_on_as_address(std::string_view word, std::string_view line) {
  if (word.find("://") == std::string_view::npos && !word.starts_with("www.")) return false;
  return std::string_view("/.-_=&?%#").find(word.back()) != std::string_view::npos &&
         !begins_upper(first_word(line));
}

template <class Visit>
void for_each_line(const std::vector<Column>& columns, Visit visit) {
  for (const Column& column : columns)
    for (const Line& line : column.lines)
      visit(line);
}

}  // namespace

bool ends_in_hyphen(std::string_view text) {
  if (text.ends_with(kSoftHyphen)) return true;
  if (!text.ends_with('-') || text.size() < 2) return false;
  return is_letter(last_of(text.substr(0, text.size() - 1)));
}

Hyphens::Hyphens(const std::vector<Column>& columns) {
  const Line* previous = nullptr;
  for_each_line(columns, [&](const Line& line) {
    if (previous != nullptr && ends_in_hyphen(previous->words.back().text)) {
      const Divided words = divided(text_of(*previous), text_of(line));
      seen_[words.whole] = seen_[words.hyphenated] = 0;
    }
    previous = &line;
  });
  if (seen_.empty()) return;
  for_each_line(columns, [&](const Line& line) {
    const std::string text = text_of(line);
    const auto words = words_of(text);
    for (const std::string_view word : words) {
      if (&word == &words.back() && ends_in_hyphen(word)) continue;
      if (const auto found = seen_.find(core_of(word)); found != seen_.end()) ++found->second;
    }
  });
}

bool Hyphens::keeps(std::string_view before, std::string_view after) const {
  const std::string_view word = last_word(before);
  if (word.ends_with(kSoftHyphen)) return false;
  const Divided words = divided(before, after);
  const auto count = [&](const std::string& written) {
    const auto found = seen_.find(written);
    return found == seen_.end() ? std::size_t{0} : found->second;
  };
  const std::size_t whole = count(words.whole);
  const std::size_t hyphenated = count(words.hyphenated);
  if (whole != hyphenated) return hyphenated > whole;
  if (!begins_lower(first_word(after))) return true;
  const std::string first = core_of(without_hyphen(word));
  // "twenty-three-", "state-of-the-": a compound that goes on.
  return (begins_compounds(first) && !ends_a_word(core_of(first_word(after)))) ||
         first.find('-') != std::string::npos;
}

void append_line(std::string& text, std::string_view line, const Hyphens& hyphens) {
  if (text.empty() || line.empty()) {
    text += line;
    return;
  }
  if (ends_in_hyphen(text) && is_letter(first_of(line))) {
    // "pre- and post-war" is no divided word.
    const std::string_view next = first_word(line);
    const bool suspended = next == "and" || next == "or" || next == "und" || next == "oder" ||
                           next == "et" || next == "ou" || next == "y";
    if (suspended && !text.ends_with(kSoftHyphen)) {
      text.append(" ").append(line);
      return;
    }
    if (!hyphens.keeps(text, line)) text = std::string(without_hyphen(text));
    text += line;
    return;
  }
  const char32_t last = last_of(text);
  const char32_t first = first_of(line);
  const bool dash = last == U'—' || first == U'—' ||
                    (last == U'–' && u_isdigit(static_cast<UChar32>(first)) != 0);
  const bool address = goes_on_as_address(last_word(text), line);
  const bool path = last == U'/' && !text.ends_with(" /");
  const bool asian = is_written_without_blanks(last) && is_written_without_blanks(first);
  if (!dash && !address && !path && !asian) text += ' ';
  text += line;
}

}  // namespace recto::reader::pdf
