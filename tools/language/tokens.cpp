#include "tools/language/tokens.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unicode/uchar.h>

#include "content/base/ascii.h"
#include "content/base/utf8.h"
#include "tools/language/token_shapes.h"

namespace recto::language {
namespace {

/// ASCII letters and digits, and every byte of other scripts.
bool is_word_byte(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_currency(char32_t c) {
  return u_charType(static_cast<UChar32>(c)) == U_CURRENCY_SYMBOL;
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, const Abbreviations& abbreviations)
      : text_(text),
        abbreviations_(&abbreviations),
        shouted_(std::none_of(text.begin(), text.end(),
                              [](char c) { return is_ascii_letter(c) && !is_ascii_capital(c); })) {}

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
    if (std::u32string_view(U"°№º²³").find(c) != std::u32string_view::npos) return true;
    const auto type = u_charType(static_cast<UChar32>(c));
    constexpr std::uint32_t kMarks = U_GC_P_MASK | U_GC_S_MASK;
    return (U_MASK(type) & kMarks) != 0;
  }

  [[nodiscard]] bool is_mark_at(std::size_t at) const {
    std::size_t next = 0;
    return is_mark(code_point_at(at, next));
  }

  /// Marks of which several in a row are one token: "...", "--", "!!", "?!", "''"; and what makes
  /// up one emoji.
  static bool runs(char32_t before, char32_t c) {
    const auto ends = [](char32_t mark) { return mark == U'!' || mark == U'?'; };
    if (ends(before) && ends(c)) return true;
    if (belongs_to_mark(before, c)) return true;
    const auto rules = [](char32_t mark) { return mark == U'-' || mark == U'=' || mark == U'_'; };
    if (rules(before) && rules(c)) return true;  // "--==--"
    return before == c &&
           std::u32string_view(U"-–—.*=_~'`<>^’‘#+$").find(c) != std::u32string_view::npos;
  }

  /// Combining marks, variation selectors, skin tones, what joiners join, pairs of letters of
  /// flags.
  static bool belongs_to_mark(char32_t before, char32_t c) {
    constexpr char32_t kJoiner = 0x200D;
    const auto is_flag = [](char32_t letter) { return letter >= 0x1F1E6 && letter <= 0x1F1FF; };
    const bool combines = (U_MASK(u_charType(static_cast<UChar32>(c))) & U_GC_M_MASK) != 0;
    const bool skin = c >= 0x1F3FB && c <= 0x1F3FF;
    return combines || skin || c == kJoiner || before == kJoiner || (is_flag(before) && is_flag(c));
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

  /// Marks that belong to what follows: "#tag", "@name", "+44", ".5", "'em", ":)" .
  [[nodiscard]] bool begins_word(Span chunk) const {
    const std::string_view word = of(chunk);
    if (word.size() < 2) return false;
    const char first = word[0];
    const char second = word[1];
    if (first == '#' || first == '@') return is_ascii_letter(second);
    if (first == '+' || first == '.') return is_ascii_digit(second) && tokens_follow(chunk);
    if (is_clipped(word)) return true;
    return is_smiley(word);
  }

  /// Whether a blank or the beginning stands before, so that "+44" is no sum.
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
        const bool abbreviation =  // "Acme Inc.."
            c == U'.' && begin + 1 == chunk.end && keeps_end({chunk.begin, begin});
        if (!runs(c, after) || abbreviation) break;
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
    if (word == "C++" || word == "C#" || word == "F#") return true;
    if (word.size() > 4 && word.ends_with("++") && is_ascii_letter(word[word.size() - 3]))
      return true;  // "Notepad++", but "A" "++"
    if (word.ends_with('!')) return is_listed(word);
    if (word.ends_with('/')) return word.starts_with("http") || word.starts_with("www.");
    if (!word.ends_with('.') || word.size() < 2) return false;
    const std::string_view bare = word.substr(0, word.size() - 1);
    if (bare.ends_with('.')) return false;
    if (bare.size() > kLongestPattern) return false;
    const std::string_view last = bare.substr(bare.rfind('-') + 1);
    const bool initial =
        bare.size() == 1 && is_ascii_letter(bare[0]) && (bare != "I" || chunk.end < text_.size());
    const bool goes_on = chunk.end < text_.size();
    return initial || (bare == "etc" && goes_on) || has_inner_stops(bare) ||
           is_abbreviation(last) ||
           (abbreviations_->before_number.contains(bare) && number_follows(chunk.end));
  }

  /// With its mark: "M.Sc.", "Yahoo!".
  [[nodiscard]] bool is_listed(std::string_view word) const {
    if (word.ends_with('.')) return is_abbreviation(word.substr(0, word.size() - 1));
    return word.ends_with('!') && abbreviations_->anywhere.contains(word);
  }

  [[nodiscard]] bool number_follows(std::size_t at) const {
    const std::size_t next = text_.find_first_not_of(' ', at);
    return next != std::string_view::npos && is_ascii_digit(text_[next]);
  }

  [[nodiscard]] bool is_abbreviation(std::string_view bare) const {
    if (abbreviations_->inside.contains(bare) || abbreviations_->anywhere.contains(bare))
      return true;
    if (!shouted_ || bare.empty()) return false;
    const std::string titled = bare[0] + ascii_lowered(bare.substr(1));  // "DR." as "Dr."
    return abbreviations_->inside.contains(titled) || abbreviations_->anywhere.contains(titled);
  }

  /// What is left without marks at its ends: pieces between quotes and angle brackets, which may
  /// enclose addresses.
  void cut_core(Span chunk) {
    if (is_smiley(of(chunk))) return add(chunk.begin, chunk.end);
    for (std::size_t at = chunk.begin; at < chunk.end;) {
      const std::string_view rest = text_.substr(at, chunk.end - at);
      const std::size_t stop = at + std::min(rest.find_first_of("<>\""), rest.size());
      if (stop > at) cut_piece({at, stop});
      at = stop < chunk.end ? add_inner_mark(stop, chunk.end) : stop;
    }
  }

  void cut_piece(Span piece) {
    const std::string_view whole = of(piece);
    if (is_listed(whole) || looks_like_address(whole)) return add(piece.begin, piece.end);
    for (std::size_t at = piece.begin; at < piece.end;) {
      const std::size_t end = end_of_part(at, piece);
      if (end > at) cut_word({at, end});
      at = end;
      if (at < piece.end && is_mark_at(at)) at = add_inner_mark(at, piece.end);
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

  /// Where the part that begins at `at` ends: at the next mark that parts words, or behind the stop
  /// of an abbreviation that lacks its blank.
  [[nodiscard]] std::size_t end_of_part(std::size_t begin, Span chunk) const {
    std::size_t at = begin;
    if (text_[at] == '.' && at == chunk.begin && at + 1 < chunk.end &&
        is_ascii_digit(text_[at + 1]))
      ++at;  // ".5"
    while (at < chunk.end) {
      if (const std::size_t length = number_length(text_.substr(0, chunk.end), at); length > 0) {
        at += length;
        continue;
      }
      std::size_t next = 0;
      const char32_t c = code_point_at(at, next);
      if (c == U'.' && is_glued_abbreviation({begin, at}, chunk.end)) return next;
      if (is_mark(c) && parts(c, at, begin, chunk)) return at;
      at = next;
    }
    return at;
  }

  /// "Dr.Roe", "S.Korea", "vol.14"; `word` is without the stop.
  [[nodiscard]] bool is_glued_abbreviation(Span word, std::size_t end) const {
    const std::string_view bare = of(word);
    const std::string_view behind = text_.substr(word.end + 1, end - word.end - 1);
    if (bare.empty() || bare.size() > kLongestPattern || behind.size() < 2) return false;
    if (is_ascii_digit(behind[0]))
      return bare.size() > 1 && abbreviations_->before_number.contains(bare);
    const bool name =
        is_ascii_capital(behind[0]) && is_ascii_letter(behind[1]) && !is_ascii_capital(behind[1]);
    const bool initials = is_ascii_capital(bare[0]) && (bare.size() == 1 || has_inner_stops(bare));
    return name && (initials || is_abbreviation(bare));
  }

  /// Whether the mark at `at` parts what stands before it from what follows.
  [[nodiscard]] bool parts(char32_t c, std::size_t at, std::size_t begin, Span chunk) const {
    const std::string_view before = text_.substr(begin, at - begin);
    const std::string_view behind = text_.substr(at + 1, chunk.end - at - 1);
    switch (c) {
      case U'-': return hyphen_parts(before, behind, begin == chunk.begin);
      case U'/':
        return before.empty() || (before.size() > 1 && behind.size() > 1 && before != "km");
      case U'+': return is_sum(before, behind);
      case U'\'': return is_number(before) && is_ascii_digit(behind.empty() ? ' ' : behind[0]);
      case U'’':
      case U'‘':
      case U'`':
      case U'&':
      case U'_':
      case U'@':
      case U'#': return false;
      case U'.': return stop_parts(before, behind);
      default: return true;
    }
  }

  /// Runs of stops, and a stop between sentences that lost their blank or before a footnote's
  /// number: "end.Then", "idea.23".
  static bool stop_parts(std::string_view before, std::string_view behind) {
    if (behind.starts_with('.') || before.empty()) return true;
    if (before.size() <= 3 || has_inner_stops(before)) return false;
    if (behind.size() <= 3 && is_number(behind)) return is_small_word(before);
    return behind.size() > 2 && is_ascii_capital(behind[0]);
  }

  /// "6.8+7.2"; not "C++" and "+1234".
  static bool is_sum(std::string_view before, std::string_view behind) {
    return !before.empty() && !behind.empty() && is_ascii_digit(before.back()) &&
           is_ascii_digit(behind[0]);
  }

  static bool is_number(std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), is_ascii_digit);
  }

  static bool is_small_word(std::string_view word) {
    return std::all_of(word.begin(), word.end(),
                       [](char c) { return is_ascii_letter(c) && !is_ascii_capital(c); });
  }

  void cut_word(Span span) {
    const std::string_view word = of(span);
    std::size_t cut = cut_of_fused(word, text_.substr(span.end));
    if (cut == 0 && is_ascii_digit(word[0])) {
      const std::size_t length = number_length(word, 0);
      if (is_unit(word.substr(length), follows_currency(span.begin))) cut = length;
    }
    if (cut == 0) cut = begin_of_clitic(word);
    add(span.begin, span.begin + cut);
    add(span.begin + cut, span.end);
  }

  [[nodiscard]] bool follows_currency(std::size_t at) const {
    if (at == 0) return false;
    std::size_t next = 0;
    return is_currency(code_point_at(last_code_point(0, at), next));
  }

  std::string_view text_;
  const Abbreviations* abbreviations_;
  bool shouted_;  ///< all in capitals
  std::vector<Span> tokens_;
};

}  // namespace

std::vector<Span> tokens(std::string_view sentence, const Abbreviations& abbreviations) {
  return Tokenizer(sentence, abbreviations).run();
}

}  // namespace recto::language
