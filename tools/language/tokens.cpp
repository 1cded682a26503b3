#include "tools/language/tokens.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unicode/uchar.h>

#include "content/base/ascii.h"
#include "content/base/utf8.h"

namespace recto::language {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_letter(char c) {
  return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

/// ASCII letters and digits, and every byte of other scripts.
bool is_word_byte(char c) {
  return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// No abbreviation, prefix or telephone number is longer. Looking no further keeps the time linear
/// in chunks that were made to be long.
constexpr std::size_t kLongestPattern = 32;

/// What stands before a hyphen that does not part two words.
constexpr std::array<std::string_view, 33> kPrefixes{
    "anti",  "bi",    "co",    "counter", "cross", "de",   "e",   "ex",   "extra",
    "hyper", "inter", "intra", "macro",   "mega",  "meta", "mid", "mini", "multi",
    "non",   "o",     "over",  "post",    "pre",   "pro",  "re",  "semi", "sub",
    "super", "trans", "ultra", "un",      "uni",   "under"};

/// Units that are written right behind a number.
constexpr std::array<std::string_view, 44> kUnits{
    "kg",  "g",   "mg",  "km", "m",   "cm",   "mm",  "nm",  "mi",  "ft",  "in",
    "yd",  "lb",  "lbs", "oz", "l",   "ml",   "kmh", "mph", "kph", "hz",  "khz",
    "mhz", "ghz", "kb",  "mb", "gb",  "tb",   "kw",  "mw",  "gw",  "kwh", "v",
    "am",  "pm",  "bn",  "k",  "min", "mins", "hrs", "hr",  "h",   "ha",  "c"};

/// One word to the eye, two in a treebank; the length of the first.
struct Fused {
  std::string_view word;
  std::size_t first;
};
constexpr std::array<Fused, 27> kFused{{
    {"cannot", 3},  {"gonna", 3},   {"wanna", 3},    {"gotta", 3},  {"lemme", 3}, {"gimme", 3},
    {"dont", 2},    {"doesnt", 4},  {"didnt", 3},    {"cant", 2},   {"wont", 2},  {"isnt", 2},
    {"arent", 3},   {"wasnt", 3},   {"werent", 4},   {"havent", 4}, {"hasnt", 3}, {"hadnt", 3},
    {"couldnt", 5}, {"wouldnt", 5}, {"shouldnt", 6}, {"im", 1},     {"ive", 1},   {"thats", 4},
    {"theres", 5},  {"youre", 3},   {"theyre", 4},
}};

/// The length of an apostrophe at `at`: "'", "’" or "`" .. 0 for none.
std::size_t apostrophe(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == '\'' || text[at] == '`') return 1;
  return text.substr(at).starts_with("’") || text.substr(at).starts_with("‘") ? 3 : 0;
}

/// Where a clitic begins at the end of `word`: "n't", "'s", "'re" …; its size for none.
std::size_t begin_of_clitic(std::string_view word) {
  static constexpr std::array<std::string_view, 6> kClitics{"s", "re", "ve", "ll", "d", "m"};
  for (std::size_t at = word.size(); at-- > 1;) {
    const std::size_t length = apostrophe(word, at);
    if (length == 0) continue;
    const std::string behind = ascii_lowered(word.substr(at + length));
    if (behind == "t" && at >= 2 && ascii_lower(word[at - 1]) == 'n') return at - 1;
    return is_one_of(behind, kClitics) ? at : word.size();
  }
  return word.size();
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end]))
    ++end;
  return end - at;
}

/// The length of a number with separators at `at`: "1,000.5", "12:30", "9/11"; not "18,19". 0 for
/// none.
std::size_t number_length(std::string_view text, std::size_t at) {
  std::size_t end = at + digits_at(text, at);
  while (end > at && end < text.size()) {
    const std::size_t digits = digits_at(text, end + 1);
    const bool separates = std::string_view(".:/").find(text[end]) != std::string_view::npos ||
                           (text[end] == ',' && digits == 3);
    if (!separates || digits == 0) break;
    end += 1 + digits;
  }
  return end - at;
}

bool looks_like_address(std::string_view word) {
  if (word.find("://") != std::string_view::npos || word.starts_with("www.")) return true;
  const std::size_t sign = word.find('@');
  if (sign != std::string_view::npos && sign > 0 && sign + 1 < word.size()) return true;
  // "example.org", "report.pdf", "comp.sources.unix": letters on both sides of each stop.
  const std::size_t stop = word.rfind('.');
  if (stop == std::string_view::npos || stop < 2 || stop + 2 >= word.size()) return false;
  return std::all_of(word.begin(), word.end(),
                     [](char c) {
                       return is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '_' ||
                              c == '/' || c == '#' || c == '~';
                     }) &&
         is_letter(word[stop - 1]) &&
         std::all_of(word.begin() + static_cast<std::ptrdiff_t>(stop) + 1, word.end(),
                     [](char c) { return is_letter(c) && !is_capital(c); });
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, const Abbreviations& abbreviations)
      : text_(text), abbreviations_(&abbreviations) {}

  std::vector<Span> run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      std::size_t next = at;
      if (is_blank(next_code_point(text_, next))) {
        at = next;
        continue;
      }
      std::size_t end = next;
      while (end < text_.size()) {
        next = end;
        if (is_blank(next_code_point(text_, next))) break;
        end = next;
      }
      cut({at, end});
      at = end;
    }
    return std::move(tokens_);
  }

 private:
  static bool is_blank(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

  [[nodiscard]] std::string_view of(Span span) const {
    return text_.substr(span.begin, span.end - span.begin);
  }

  void add(std::size_t begin, std::size_t end) {
    if (begin < end) tokens_.push_back({begin, end});
  }

  [[nodiscard]] char32_t code_point_at(std::size_t at, std::size_t& next) const {
    next = at;
    return next_code_point(text_, next);
  }

  static bool is_mark(char32_t c) {
    if (c < 0x80) return c > U' ' && !is_word_byte(static_cast<char>(c));
    if (c == U'°' || c == U'№') return true;
    const auto type = u_charType(static_cast<UChar32>(c));
    constexpr std::uint32_t kMarks = U_GC_P_MASK | U_GC_S_MASK;
    return (U_MASK(type) & kMarks) != 0;
  }

  /// Marks of which several in a row are one token: "...", "--", "!!", "?!", "''".
  static bool runs(char32_t before, char32_t c) {
    const auto ends = [](char32_t mark) { return mark == U'!' || mark == U'?'; };
    if (ends(before)) return ends(c);
    if (before == U'.') return c == U'.';
    return before == c &&
           std::u32string_view(U"-–—.*=_~'`<>^’‘#+").find(c) != std::u32string_view::npos;
  }

  /// What stands between blanks.
  void cut(Span chunk) {
    peel_front(chunk);
    std::vector<Span> behind;
    peel_back(chunk, behind);
    if (chunk.begin < chunk.end) cut_core(chunk);
    tokens_.insert(tokens_.end(), behind.rbegin(), behind.rend());
  }

  void peel_front(Span& chunk) {
    while (chunk.begin < chunk.end && !begins_word(chunk)) {
      std::size_t next = 0;
      char32_t before = code_point_at(chunk.begin, next);
      if (!is_mark(before)) return;
      std::size_t end = next;
      while (end < chunk.end) {
        const char32_t c = code_point_at(end, next);
        if (!runs(before, c)) break;
        before = c;
        end = next;
      }
      add(chunk.begin, end);
      chunk.begin = end;
    }
  }

  /// Marks that belong to what follows: "#tag", "@name", "-5", ".doc", "'em", ":)" .
  [[nodiscard]] bool begins_word(Span chunk) const {
    const std::string_view word = of(chunk);
    if (word.size() < 2) return false;
    const char first = word[0];
    const char second = word[1];
    if (first == '#' || first == '@') return is_letter(second);
    if (first == '-' || first == '+' || first == '.')
      return is_digit(second) && tokens_follow(chunk);
    if (is_clipped(word)) return true;
    return is_smiley(word);
  }

  /// Whether a blank or the beginning stands before, so that "-5" is no range.
  [[nodiscard]] bool tokens_follow(Span chunk) const {
    return tokens_.empty() || tokens_.back().end < chunk.begin;
  }

  /// Words whose first letters are left out.
  static bool is_clipped(std::string_view word) {
    static constexpr std::array<std::string_view, 5> kClipped{"'em", "'s", "'til", "'cause", "'n'"};
    return word.starts_with('\'') && word.size() <= kLongestPattern &&
           is_one_of(ascii_lowered(word), kClipped);
  }

  static bool is_smiley(std::string_view word) {
    static constexpr std::array<std::string_view, 12> kSmileys{
        ":)", ":(", ";)", ":D", ":-)", ":-(", ";-)", "=)", ":P", ":-D", "<3", "^_^"};
    return is_one_of(word, kSmileys);
  }

  void peel_back(Span& chunk, std::vector<Span>& behind) {
    while (chunk.begin < chunk.end) {
      if (is_smiley(of(chunk)) || is_clipped(of(chunk)) || keeps_end(chunk)) return;
      std::size_t begin = last_code_point(chunk.begin, chunk.end);
      std::size_t next = 0;
      char32_t after = code_point_at(begin, next);
      if (!is_mark(after) || begin == chunk.begin) return;
      while (begin > chunk.begin) {
        const std::size_t previous = last_code_point(chunk.begin, begin);
        const char32_t c = code_point_at(previous, next);
        if (!runs(c, after)) break;
        begin = previous;
        after = c;
      }
      behind.push_back({begin, chunk.end});
      chunk.end = begin;
    }
  }

  [[nodiscard]] std::size_t last_code_point(std::size_t begin, std::size_t end) const {
    do
      --end;
    while (end > begin && !is_boundary(text_, end));
    return end;
  }

  /// Whether the mark at the end belongs to the word: the stop of an abbreviation or initial, the
  /// signs of "C++".
  [[nodiscard]] bool keeps_end(Span chunk) const {
    const std::string_view word = of(chunk);
    if (word.ends_with("++") || word == "C#" || word == "F#") return true;
    if (!word.ends_with('.') || word.size() < 2) return false;
    const std::string_view bare = word.substr(0, word.size() - 1);
    if (bare.ends_with('.')) return false;
    const std::size_t hyphen = bare.rfind('-');
    const std::string_view last = hyphen == std::string_view::npos ? bare : bare.substr(hyphen + 1);
    const bool initial =
        bare.size() == 1 && is_letter(bare[0]) && (bare != "I" || chunk.end < text_.size());
    const bool goes_on = chunk.end < text_.size();
    return initial || (bare == "etc" && goes_on) || has_inner_stops(bare) ||
           is_abbreviation(last) ||
           (abbreviations_->before_number.contains(bare) && number_follows(chunk.end));
  }

  [[nodiscard]] bool number_follows(std::size_t at) const {
    const std::size_t next = text_.find_first_not_of(' ', at);
    return next != std::string_view::npos && is_digit(text_[next]);
  }

  /// "U.S", "e.g", "p.m": letters and stops by turns.
  static bool has_inner_stops(std::string_view bare) {
    if (bare.size() < 3 || bare.size() > kLongestPattern) return false;
    for (std::size_t i = 0; i < bare.size(); ++i)
      if (i % 2 == 0 ? !is_letter(bare[i]) : bare[i] != '.') return false;
    return bare.size() % 2 == 1;
  }

  [[nodiscard]] bool is_abbreviation(std::string_view bare) const {
    return abbreviations_->inside.contains(bare) || abbreviations_->anywhere.contains(bare);
  }

  /// What is left without marks at its ends.
  void cut_core(Span chunk) {
    const std::string_view word = of(chunk);
    if (is_smiley(word) || looks_like_address(word)) return add(chunk.begin, chunk.end);
    for (std::size_t at = chunk.begin; at < chunk.end;) {
      const std::size_t end = end_of_part(at, chunk);
      if (end > at) cut_word({at, end});
      at = end;
      if (at < chunk.end) at = add_inner_mark(at, chunk.end);
    }
  }

  std::size_t add_inner_mark(std::size_t at, std::size_t end) {
    std::size_t next = 0;
    char32_t before = code_point_at(at, next);
    std::size_t stop = next;
    while (stop < end) {
      const char32_t c = code_point_at(stop, next);
      if (!runs(before, c)) break;
      before = c;
      stop = next;
    }
    add(at, stop);
    return stop;
  }

  /// Where the part that begins at `at` ends: at the next mark that parts words.
  [[nodiscard]] std::size_t end_of_part(std::size_t begin, Span chunk) const {
    std::size_t at = begin;
    while (at < chunk.end) {
      if (const std::size_t length = number_length(text_.substr(0, chunk.end), at); length > 0) {
        at += length;
        continue;
      }
      std::size_t next = 0;
      const char32_t c = code_point_at(at, next);
      if (is_mark(c) && parts(c, at, begin, chunk)) return at;
      at = next;
    }
    return at;
  }

  /// Whether the mark at `at` parts what stands before it from what follows.
  [[nodiscard]] bool parts(char32_t c, std::size_t at, std::size_t begin, Span chunk) const {
    const std::string_view before = text_.substr(begin, at - begin);
    const std::string_view behind = text_.substr(at + 1, chunk.end - at - 1);
    switch (c) {
      case U'-': return parts_hyphen(before, behind, begin == chunk.begin);
      case U'/': return before.size() > 1 && behind.size() > 1 && before != "km";
      case U'\'':
      case U'’':
      case U'‘':
      case U'`':
      case U'&':
      case U'_':
      case U'@':
      case U'#':
      case U'+': return false;
      case U'.':
        return behind.starts_with('.') || before.empty() ||
               (!has_inner_stops(before) && before.size() > 3 && behind.size() > 2 &&
                is_capital(behind[0]));
      default: return true;
    }
  }

  /// "search-engine" is three tokens, "co-founder", "e-mail" and "555-0123-99" are one.
  [[nodiscard]] static bool parts_hyphen(std::string_view before, std::string_view behind,
                                         bool first) {
    if (before.empty()) return !first;  // "-5"
    if (behind.empty()) return true;
    if (before.size() > kLongestPattern) return true;
    if (is_one_of(ascii_lowered(before), kPrefixes)) return !first;
    if (behind.size() > kLongestPattern) return true;
    const auto is_phone = [](std::string_view part) {
      return std::all_of(part.begin(), part.end(), [](char c) { return is_digit(c) || c == '-'; });
    };
    if (is_phone(before) && is_phone(behind))
      return before.size() + behind.size() <= 7 || (before.size() == 4 && behind.size() == 4);
    return true;
  }

  void cut_word(Span span) {
    const std::string_view word = of(span);
    const std::string lower = ascii_lowered(word);
    for (const Fused& fused : kFused)
      if (lower == fused.word) {
        add(span.begin, span.begin + fused.first);
        return add(span.begin + fused.first, span.end);
      }
    if (is_digit(word[0])) {
      const std::size_t length = number_length(word, 0);
      const bool unit = length < word.size() && is_one_of(lower.substr(length), kUnits);
      if (unit) {
        add(span.begin, span.begin + length);
        return add(span.begin + length, span.end);
      }
    }
    const std::size_t clitic = span.begin + begin_of_clitic(word);
    add(span.begin, clitic);
    add(clitic, span.end);
  }

  std::string_view text_;
  const Abbreviations* abbreviations_;
  std::vector<Span> tokens_;
};

}  // namespace

std::vector<Span> tokens(std::string_view sentence, const Abbreviations& abbreviations) {
  return Tokenizer(sentence, abbreviations).run();
}

}  // namespace recto::language
