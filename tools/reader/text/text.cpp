#include "tools/reader/text/text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/furniture.h"
#include "tools/reader/markers.h"
#include "tools/reader/shape.h"
#include "tools/reader/text/head.h"
#include "tools/reader/text/line.h"
#include "tools/reader/text/pages.h"
#include "tools/reader/text/tables.h"

namespace recto::reader {
namespace {

/// Longer lines were not wrapped by hand.
constexpr std::size_t kWidestWrap = 110;

bool is_rule_or_parts(std::string_view text) {  // "* * *"
  std::string signs;
  for (const char c : text)
    if (c != ' ') signs += c;
  return is_rule(signs);
}

bool begins_piece(std::string_view text) {
  return find_marker(text) || find_label(text) || text.starts_with('>') || text.starts_with("```");
}

/// Whether paragraphs of this text run over several lines: then three in ten line ends between two
/// lines of text stand in mid sentence.
bool is_wrapped(const std::vector<Line>& lines) {
  std::size_t joints = 0;
  std::size_t in_sentence = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::string_view text = lines[i].text;
    const std::string_view next = lines[i + 1].text;
    if (text.empty() || next.empty() || begins_piece(next) || is_rule(next)) continue;
    ++joints;
    const bool open_end = text.size() >= 40 && last_letter(text) != U':' && !ends_sentence(text);
    if (text.size() <= kWidestWrap && (open_end || begins_lower(next))) ++in_sentence;
  }
  return in_sentence * 10 >= joints * 3 && in_sentence > 0;
}

/// Ninety in a hundred lines are no longer than this.
std::size_t usual_width(const std::vector<Line>& lines) {
  std::vector<std::size_t> widths;
  for (const Line& line : lines)
    if (!line.text.empty()) widths.push_back(line.indent + count_code_points(line.text));
  if (widths.empty()) return 0;
  const auto at = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 9 / 10);
  std::nth_element(widths.begin(), at, widths.end());
  return *at;
}

/// The indent of most lines. Where fewer than two in three have it, or hardly more, indents say
/// nothing, and it is as deep as can be.
std::size_t usual_margin(const std::vector<Line>& lines) {
  constexpr std::size_t kDeepest = 80;
  std::vector<std::size_t> counts(kDeepest);
  std::size_t all = 0;
  for (const Line& line : lines) {
    if (line.text.empty()) continue;
    ++all;
    if (line.indent < kDeepest) ++counts[line.indent];
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  const auto near = std::accumulate(most, most + std::min<std::ptrdiff_t>(4, counts.end() - most),
                                    std::size_t{0});
  return near * 3 >= all * 2 ? static_cast<std::size_t>(most - counts.begin())
                             : lines.size() + 1000;
}

/// About as long as the title. A longer one is drawn below a text.
bool underlines(std::string_view rule, std::string_view title) {
  const std::size_t length = count_code_points(title);
  const bool too_long = rule.size() > length * 2 + 8;
  const bool sentence = ends_sentence(title) && !ends_question(title) && rule.size() > length + 3;
  return rule.size() * 2 >= length && !too_long && !sentence;
}

/// "CHAPTER IV", "Part 2. The Marsh", "BOOK ONE"; capitals or a number, no sentence.
bool is_chapter(std::string_view line) {
  static constexpr std::array<std::string_view, 10> kWords{"chapter",  "part",    "book",    "act",
                                                           "scene",    "canto",   "kapitel", "teil",
                                                           "chapitre", "capítulo"};
  constexpr std::size_t kMostWords = 12;
  const auto words = words_of(line);
  if (words.size() < 2 || words.size() > kMostWords || !begins_upper(line)) return false;
  if (std::find(kWords.begin(), kWords.end(), fold_case(words[0])) == kWords.end()) return false;
  std::string_view number = words[1];
  number = number.substr(0, number.find_last_not_of(".:—-") + 1);
  return number.find_first_not_of("0123456789") == std::string_view::npos ||
         number.find_first_not_of("IVXLC") == std::string_view::npos || is_all_caps(line);
}

bool is_plain_word(std::string_view word) {
  word.remove_prefix(std::min(word.find_first_not_of("\"'("), word.size()));
  word = word.substr(0, word.find_last_not_of(".,;:!?\"')") + 1);
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || c == '-' || c == '\'';
  });
}

/// Commands and listings: few of the words are nothing but letters.
bool looks_like_code(std::string_view text) {
  if (text.starts_with("$ ") || text.starts_with("% ") || text.starts_with("# ")) return true;
  if (text.find("://") != std::string_view::npos || text.find('@') != std::string_view::npos)
    return false;
  const auto words = words_of(text);
  const auto plain =
      static_cast<std::size_t>(std::count_if(words.begin(), words.end(), is_plain_word));
  const bool sentence = ends_sentence(text) && begins_upper(text);
  return sentence ? plain * 3 < words.size() : plain * 2 < words.size();
}

bool is_illustration(std::string_view text) {
  return text.starts_with("[Illustration") && text.ends_with(']') &&
         text.find(']') == text.size() - 1;
}

bool is_word_end(std::string_view text, std::size_t at) {
  return at >= text.size() ||
         std::string_view(" .,;:!?)]\"'-").find(text[at]) != std::string_view::npos;
}

/// "_emphasis_" and "*emphasis*" without their signs: around words, in one paragraph.
std::string without_emphasis(const std::string& text) {
  constexpr std::size_t kLongest = 200;
  std::string plain;
  std::size_t close = 0;  // of the emphasis that is open; 0 for none
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (close > 0 && at == close) {
      close = 0;
      continue;
    }
    const bool opens =
        (c == '_' || c == '*') && close == 0 && at + 2 < text.size() && text[at + 1] != c &&
        text[at + 1] != ' ' &&
        (at == 0 || std::string_view(" (\"'[-").find(text[at - 1]) != std::string_view::npos);
    if (opens) {
      const std::size_t end = std::string_view(text).substr(0, at + kLongest).find(c, at + 1);
      if (end != std::string::npos && end > at + 1 && text[end - 1] != ' ' &&
          is_word_end(text, end + 1)) {
        close = end;
        continue;
      }
    }
    plain += c;
  }
  return plain;
}

/// Mostly signs and figures: a drawing, a formula, output of a program.
bool is_mostly_signs(std::string_view text) {
  std::size_t letters = 0;
  std::size_t figures = 0;
  std::size_t all = 0;
  for (const char c : text) {
    if (c == ' ' || c == '\n' || c == '\t') continue;
    ++all;
    if (c >= '0' && c <= '9') ++figures;
    if (static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
      ++letters;
  }
  return (all >= 12 && letters * 2 < all) || (all >= 3 && letters + figures == 0);
}

/// "state-" above "owned": the word goes on without a blank, but not in "pre-" above "and
/// post-war".
bool breaks_at_hyphen(std::string_view above, std::string_view below) {
  if (above.size() < 2 || above.back() != '-' || !begins_lower(below)) return false;
  const char before = above[above.size() - 2];
  if (before == ' ' || before == '-') return false;
  const std::string_view word = below.substr(0, below.find(' '));
  return word != "and" && word != "or" && word != "to" && word != "und" && word != "oder" &&
         word != "et" && word != "ou" && word != "y" && word != "o";
}

/// No-break spaces indent lines and stand behind numbers.
std::string with_plain_blanks(std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\u00A0";
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t found = std::min(text.find(kNoBreakSpace, at), text.size());
    plain.append(text.substr(at, found - at));
    if (found < text.size()) plain += ' ';
    at = found + kNoBreakSpace.size();
  }
  return plain;
}

/// Reads lines one after the other into pieces.
class TextReader {
 public:
  TextReader(std::vector<Line> lines, const Furniture& furniture)
      : lines_(std::move(lines)),
        furniture_(furniture),
        wrapped_(is_wrapped(lines_)),
        width_(usual_width(lines_)),
        margin_(usual_margin(lines_)) {}

  std::vector<Piece> read() {
    while (at_ < lines_.size()) {
      if (lines_[at_].text.empty())
        ++at_;
      else if (!read_fence() && !read_table() && !read_underlined() && !read_rule() &&
               !read_hash_heading() && !read_chapter())
        read_lines();
    }
    return std::move(pieces_);
  }

 private:
  [[nodiscard]] std::string_view text(std::size_t at) const {
    return at < lines_.size() ? lines_[at].text : std::string_view{};
  }

  void add(BlockType type, std::string text) {
    Piece piece;
    piece.block.type = type;
    piece.block.text = std::move(text);
    pieces_.push_back(std::move(piece));
  }

  void add_heading(std::string_view title, int level) {
    add(BlockType::Heading, one_line(title));
    pieces_.back().block.level = level;
    pieces_.back().marked = true;
  }

  bool read_fence() {
    if (!text(at_).starts_with("```")) return false;
    std::size_t end = at_ + 1;
    while (end < lines_.size() && !text(end).starts_with("```"))
      ++end;
    if (end == lines_.size()) return false;
    std::string code;
    for (std::size_t i = at_ + 1; i < end; ++i)
      code.append(code.empty() ? "" : "\n")
          .append(std::string(lines_[i].indent, ' '))
          .append(text(i));
    if (!code.empty()) add(BlockType::Code, std::move(code));
    at_ = end + 1;
    return true;
  }

  /// A line above a rule of about its length, perhaps with another rule above it (reStructuredText,
  /// setext). The first sign that is met stands for level 1, the next new one for level 2 …
  bool read_underlined() {
    const bool over = is_rule(text(at_)) && text(at_ + 2) == text(at_);
    const std::size_t title = at_ + (over ? 1 : 0);
    const std::string_view rule = text(title + 1);
    if (is_rule(text(title)) || !is_rule(rule) || !underlines(rule, text(title))) return false;
    const std::string sign = std::string(over ? "/" : "") + rule[0];
    const auto known = std::find(signs_.begin(), signs_.end(), sign);
    const auto level = known - signs_.begin();
    if (known == signs_.end()) signs_.push_back(sign);
    add_heading(text(title), static_cast<int>(std::min<std::ptrdiff_t>(level + 1, 6)));
    at_ = title + 2;
    return true;
  }

  bool read_table() {
    auto table = find_table(lines_, at_);
    if (!table || table->text.empty()) return false;
    add(BlockType::Table, std::move(table->text));
    at_ = table->end;
    return true;
  }

  bool read_rule() {
    if (!is_rule_or_parts(text(at_))) return false;
    ++at_;
    return true;
  }

  /// "# Title" between blank lines; elsewhere it is a comment in a listing.
  bool read_hash_heading() {
    const std::string_view line = text(at_);
    if ((at_ > 0 && !text(at_ - 1).empty()) || !text(at_ + 1).empty()) return false;
    const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
    if (hashes == 0 || hashes > 6 || hashes >= line.size() || line[hashes] != ' ') return false;
    std::string_view title = line.substr(hashes);
    title = title.substr(0, title.find_last_not_of("# ") + 1);
    add_heading(title, static_cast<int>(hashes));
    ++at_;
    return true;
  }

  /// "CHAPTER IV. The Marsh" alone; a stop does not make it a sentence.
  bool read_chapter() {
    if ((at_ > 0 && !text(at_ - 1).empty()) || !text(at_ + 1).empty()) return false;
    if (!is_chapter(text(at_))) return false;
    std::string_view title = text(at_);
    if (title.ends_with('.')) title.remove_suffix(1);
    add(BlockType::Heading, one_line(title));
    pieces_.back().block.level = 2;
    ++at_;
    return true;
  }

  /// Whether line `at` goes on in line `at + 1`.
  [[nodiscard]] bool goes_on(std::size_t at) const {
    const std::string_view next = text(at + 1);
    if (!wrapped_ || next.empty() || begins_piece(next) || is_rule_or_parts(next)) return false;
    if (is_rule(text(at + 2)) && text(at + 2).size() * 2 >= next.size()) return false;
    if (match_furniture(furniture_, text(at)) || match_furniture(furniture_, next)) return false;
    const Line& line = lines_[at];
    // An answer indented below its question.
    if (ends_question(line.text) && lines_[at + 1].indent >= line.indent + 2 &&
        !begins_piece(line.text))
      return false;
    const std::string_view first_word = next.substr(0, next.find(' '));
    const bool had_room =
        line.indent + count_code_points(line.text) + count_code_points(first_word) + 12 < width_;
    return !(had_room && (ends_sentence(line.text) || is_term(at)));
  }

  /// A short line above one that is indented: what it says is explained there.
  [[nodiscard]] bool is_term(std::size_t at) const {
    return (at == 0 || text(at - 1).empty()) && lines_[at + 1].indent >= lines_[at].indent + 2 &&
           !begins_piece(text(at)) && last_letter(text(at)) != U',';
  }

  /// A paragraph, item or quote of one or several lines.
  void read_lines() {
    const std::size_t begin = at_;
    while (goes_on(at_))
      ++at_;
    ++at_;
    std::string joined;
    for (std::size_t i = begin; i < at_; ++i) {
      if (i > begin && !breaks_at_hyphen(joined, text(i))) joined += '\n';
      joined.append(text(i));
    }
    const auto marker = find_marker(joined);
    const std::string_view content = std::string_view(joined).substr(marker ? marker->length : 0);
    if (is_mostly_signs(marker && !marker->number.empty() ? content : joined))
      return add_drawing(begin);
    if (joined.starts_with('>')) return add_quote(begin);
    if (!marker && is_row(begin)) return add_row(joined);
    if (is_illustration(joined)) return add_caption(joined);
    const BlockType set_off = marker ? BlockType::Paragraph : type_set_off(begin, joined);
    if (set_off == BlockType::Code) return add_code(begin);
    add(marker ? BlockType::List : set_off, without_emphasis(one_line(content)));
    Piece& piece = pieces_.back();
    piece.single = at_ == begin + 1;
    piece.indent = static_cast<int>(std::min<std::size_t>(lines_[begin].indent, 1000));
    if (marker) {
      piece.number = marker->number;
      piece.mark = marker->mark;
      piece.list = list_of(*marker, begin);
    }
  }

  /// Items belong to the list above when they have the same kind of marker and nothing but blank
  /// lines stands between.
  int list_of(const Marker& marker, std::size_t begin) {
    const Piece* last = pieces_.size() > 1 ? &pieces_[pieces_.size() - 2] : nullptr;
    const bool same = last != nullptr && last->block.type == BlockType::List &&
                      last->number.empty() == marker.number.empty() && begin == end_of_item_;
    end_of_item_ = at_;
    while (text(end_of_item_).empty() && end_of_item_ < lines_.size())
      ++end_of_item_;
    return same ? last->list : ++lists_;
  }

  /// A line with tabs next to another one.
  [[nodiscard]] bool is_row(std::size_t begin) const {
    const auto has_tab = [](std::string_view line) {
      return line.find('\t') != std::string_view::npos;
    };
    const bool below_row = !pieces_.empty() && pieces_.back().block.type == BlockType::Table;
    return at_ == begin + 1 && has_tab(text(begin)) && (has_tab(text(at_)) || below_row);
  }

  /// What lines that are indented more than the others are: code, a quote, or a paragraph.
  [[nodiscard]] BlockType type_set_off(std::size_t begin, std::string_view joined) const {
    const bool deep = std::all_of(lines_.begin() + static_cast<std::ptrdiff_t>(begin),
                                  lines_.begin() + static_cast<std::ptrdiff_t>(at_),
                                  [&](const Line& line) { return line.indent >= margin_ + 3; });
    const bool below_item = !pieces_.empty() && pieces_.back().block.type == BlockType::List;
    const bool below_question = !pieces_.empty() && ends_question(pieces_.back().block.text);
    if (!deep || below_item || below_question || (begin > 0 && !text(begin - 1).empty()) ||
        find_label(joined))
      return BlockType::Paragraph;
    if (looks_like_code(joined)) return BlockType::Code;
    constexpr std::size_t kFewestQuoted = 8;
    const bool quoted = ends_sentence(joined) && words_of(joined).size() >= kFewestQuoted;
    return quoted ? BlockType::Quote : BlockType::Paragraph;
  }

  /// "[Illustration: A reed]"; without words it says nothing.
  void add_caption(std::string_view joined) {
    const std::size_t colon = std::min(joined.find(':'), joined.size() - 1);
    if (const std::string words = one_line(joined.substr(colon + 1, joined.size() - colon - 2));
        !words.empty() && colon + 1 < joined.size())
      add(BlockType::Caption, words);
  }

  /// The lines of a drawing stand together, as written.
  void add_drawing(std::size_t begin) {
    while (!text(at_).empty() && is_mostly_signs(text(at_)))
      ++at_;
    add_code(begin);
  }

  void add_code(std::size_t begin) {
    std::string code;
    for (std::size_t i = begin; i < at_; ++i)
      code.append(code.empty() ? "" : "\n")
          .append(std::string(lines_[i].indent, ' '))
          .append(text(i));
    add(BlockType::Code, std::move(code));
  }

  void add_quote(std::size_t begin) {
    while (text(at_).starts_with('>'))
      ++at_;
    std::string quote;
    for (std::size_t i = begin; i < at_; ++i) {
      std::string_view line = text(i);
      line.remove_prefix(std::min(line.find_first_not_of("> "), line.size()));
      quote.append(" ").append(line);
    }
    if (quote = one_line(quote); !quote.empty()) add(BlockType::Quote, std::move(quote));
  }

  /// Rows of a table that follow each other become one block.
  void add_row(const std::string& row) {
    std::string cells;
    for (std::string_view rest = row; !rest.empty();) {
      const std::size_t end = std::min(rest.find('\t'), rest.size());
      if (const std::string cell = one_line(rest.substr(0, end)); !cell.empty())
        cells.append(cells.empty() ? "" : "\t").append(cell);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (!pieces_.empty() && pieces_.back().block.type == BlockType::Table)
      pieces_.back().block.text.append("\n").append(cells);
    else
      add(BlockType::Table, std::move(cells));
  }

  std::vector<Line> lines_;
  const Furniture& furniture_;
  bool wrapped_;
  std::size_t width_;
  std::size_t margin_;
  std::size_t at_ = 0;
  std::vector<std::string> signs_;  ///< of underlined headings by level; "/=" with a line above
  int lists_ = 0;
  std::size_t end_of_item_ = 0;  ///< first line with text behind the last item
  std::vector<Piece> pieces_;
};

}  // namespace

Draft read_text(std::string_view text, const Furniture& furniture) {
  Draft draft;
  const std::string plain = with_plain_blanks(text);
  std::vector<Line> lines = split_lines(plain);
  take_head(lines, draft.article);
  drop_page_breaks(lines);
  drop_contents(lines);
  draft.pieces = TextReader(std::move(lines), furniture).read();
  return draft;
}

}  // namespace recto::reader
