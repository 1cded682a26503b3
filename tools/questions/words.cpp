#include "tools/questions/words.h"

#include <algorithm>
#include <array>
#include <set>
#include <unicode/uchar.h>
#include <unicode/ustring.h>

#include "content/base/fold.h"
#include "content/base/utf8.h"

namespace recto::questions {
namespace {

bool is_letter(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  return u_isalpha(point) != 0 || (U_GET_GC_MASK(point) & U_GC_M_MASK) != 0;
}

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

bool is_blank(char32_t c) {
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'’' || c == U'‘';
}

bool is_hyphen(char32_t c) {
  return c == U'-' || c == U'‐' || c == U'‑';
}

char32_t peek(std::string_view text, std::size_t at) {
  return at < text.size() ? next_code_point(text, at) : 0;
}

std::size_t behind(std::string_view text, std::size_t at) {
  next_code_point(text, at);
  return at;
}

/// Whether only marks and blanks follow.
bool is_last_stop(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const char32_t c = next_code_point(text, at);
    if (is_letter(c) || is_digit(c)) return false;
  }
  return true;
}

/// Whether "'s" (or a bare "'" after an s) stands at `at` as a possessive; its length in bytes.
std::size_t possessive_length(std::string_view text, std::size_t at) {
  if (!is_apostrophe(peek(text, at))) return 0;
  const std::size_t next = behind(text, at);
  const char32_t letter = peek(text, next);
  if (letter != U's' && letter != U'S') return 0;
  const char32_t after = peek(text, next + 1);
  return is_letter(after) || is_digit(after) ? 0 : next + 1 - at;
}

bool joins_numbers(char32_t c) {
  return c == U',' || c == U'.' || c == U':';
}

/// Whether the code point `c` behind `before` carries a word on to what begins at `next`.
bool carries_on(std::string_view text, char32_t before, char32_t c, std::size_t next) {
  const char32_t after = peek(text, next);
  const bool inner = is_letter(after) || is_digit(after);
  if (is_letter(c) || is_digit(c)) return true;
  if (is_digit(before) && joins_numbers(c) && is_digit(after)) return true;
  if (c == U'.' && !is_digit(before) && (inner || !is_last_stop(text, next))) return true;
  return (is_apostrophe(c) || is_hyphen(c)) && inner;
}

/// The end of the word that begins at `at` with a letter or digit.
std::size_t word_end(std::string_view text, std::size_t at) {
  std::size_t end = behind(text, at);
  char32_t before = peek(text, at);
  while (end < text.size() && possessive_length(text, end) == 0) {
    const char32_t c = peek(text, end);
    const std::size_t next = behind(text, end);
    if (!carries_on(text, before, c, next)) break;
    before = c;
    end = next;
  }
  return end;
}

Word make_word(std::string_view text, std::size_t begin, std::size_t end) {
  Word word{{begin, end}, fold_case(text.substr(begin, end - begin)), Word::Kind::Plain, false};
  const char32_t first = peek(text, begin);
  if (is_digit(first)) word.kind = Word::Kind::Number;
  word.capital =
      u_isupper(static_cast<UChar32>(first)) != 0 || u_istitle(static_cast<UChar32>(first)) != 0;
  return word;
}

const std::set<std::string, std::less<>>& function_words() {
  static const std::set<std::string, std::less<>> kWords = {
      "a",          "about",     "above",     "across",
      "after",      "against",   "all",       "along",
      "also",       "although",  "am",        "among",
      "an",         "and",       "any",       "are",
      "around",     "as",        "at",        "be",
      "because",    "been",      "before",    "behind",
      "being",      "below",     "beneath",   "beside",
      "between",    "beyond",    "both",      "but",
      "by",         "can",       "could",     "despite",
      "did",        "do",        "does",      "down",
      "during",     "each",      "either",    "every",
      "few",        "following", "for",       "from",
      "had",        "has",       "have",      "he",
      "her",        "here",      "his",       "how",
      "however",    "i",         "if",        "in",
      "inside",     "into",      "is",        "it",
      "its",        "like",      "many",      "may",
      "might",      "more",      "most",      "much",
      "my",         "near",      "neither",   "no",
      "nor",        "not",       "now",       "of",
      "off",        "on",        "once",      "one",
      "only",       "onto",      "or",        "other",
      "our",        "out",       "over",      "per",
      "several",    "she",       "should",    "since",
      "so",         "some",      "such",      "than",
      "that",       "the",       "their",     "them",
      "then",       "there",     "these",     "they",
      "this",       "those",     "though",    "through",
      "throughout", "to",        "together",  "toward",
      "towards",    "under",     "unlike",    "until",
      "up",         "upon",      "us",        "very",
      "via",        "was",       "we",        "were",
      "what",       "when",      "where",     "whether",
      "which",      "while",     "who",       "whom",
      "whose",      "why",       "will",      "with",
      "within",     "without",   "would",     "yet",
      "you",        "your",      "according", "additionally",
      "another",    "besides",   "later",     "today",
      "two",        "three",     "four",      "five",
      "six",        "seven",     "eight",     "nine",
      "ten",        "first",     "due",       "owing",
      "instead",    "perhaps",   "less",      "nearly",
      "almost",     "just",      "even"};
  return kWords;
}

}  // namespace

PlainWords words_of(std::string_view sentence) {
  PlainWords words;
  for (std::size_t at = 0; at < sentence.size();) {
    const char32_t c = peek(sentence, at);
    if (is_blank(c)) {
      at = behind(sentence, at);
      continue;
    }
    std::size_t end = behind(sentence, at);
    Word::Kind kind = Word::Kind::Mark;
    if (const std::size_t length = possessive_length(sentence, at); length > 0 && at > 0) {
      end = at + length;
      kind = Word::Kind::Plain;
    } else if (is_letter(c) || is_digit(c)) {
      end = word_end(sentence, at);
      kind = is_digit(c) ? Word::Kind::Number : Word::Kind::Plain;
    }
    words.push_back(make_word(sentence, at, end));
    words.back().kind = kind;
    at = end;
  }
  return words;
}

std::string_view text_between(std::string_view sentence, const PlainWords& words, std::size_t first,
                              std::size_t last) {
  if (first >= last || last > words.size()) return {};
  const std::size_t begin = words[first].span.begin;
  return sentence.substr(begin, words[last - 1].span.end - begin);
}

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (!blank && !inside) ++count;
    inside = !blank;
  }
  return count;
}

std::size_t match_phrase(const PlainWords& words, std::size_t at, std::string_view phrase) {
  std::size_t length = 0;
  while (!phrase.empty()) {
    const std::size_t blank = phrase.find(' ');
    const std::string_view word = phrase.substr(0, blank);
    if (at + length >= words.size() || words[at + length].folded != word) return 0;
    ++length;
    phrase = blank == std::string_view::npos ? std::string_view() : phrase.substr(blank + 1);
  }
  return length;
}

bool holds_words(const PlainWords& whole, const PlainWords& part) {
  if (part.empty()) return false;
  const auto same = [](const Word& a, const Word& b) { return a.folded == b.folded; };
  return std::search(whole.begin(), whole.end(), part.begin(), part.end(), same) != whole.end();
}

bool is_origin_adjective(std::string_view folded) {
  constexpr std::array<std::string_view, 16> kIrregular{
      "french", "dutch",    "greek",  "swiss", "thai",   "czech",   "welsh",   "arab",
      "arabic", "catholic", "jewish", "roman", "german", "islamic", "western", "eastern"};
  constexpr std::array<std::string_view, 6> kEndings{"ish", "ese", "ian", "ean", "ican", "ians"};
  if (std::ranges::find(kIrregular, folded) != kIrregular.end()) return true;
  return std::ranges::any_of(kEndings, [&](std::string_view e) { return folded.ends_with(e); });
}

bool is_function_word(std::string_view folded) {
  return function_words().contains(folded);
}

std::string with_capital(std::string_view text) {
  if (text.empty()) return {};
  std::size_t at = 0;
  const auto first = static_cast<UChar32>(next_code_point(text, at));
  std::string result;
  append_utf8(result, static_cast<char32_t>(u_toupper(first)));
  return result.append(text.substr(at));
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!text.empty()) text += between;
    text += part;
  }
  return text;
}

}  // namespace recto::questions
