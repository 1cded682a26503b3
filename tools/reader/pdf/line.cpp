#include "tools/reader/pdf/line.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "content/base/utf8.h"
#include "tools/reader/pdf/letters.h"
#include "tools/reader/shape.h"

namespace recto::reader::pdf {
namespace {

/// In type sizes. A wider gap may be a gutter (LaTeX sets 1); blanks of justified text that are
/// wider are joined again when no gutter stands there.
constexpr float kWidestBlank = 0.75F;
constexpr float kTouching = 0.12F;
constexpr float kWidestLeader = 4;

Box joined(const Box& a, const Box& b) {
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
          std::max(a.bottom, b.bottom)};
}

float size_of_most(const std::vector<Word>& words) {
  std::map<float, std::size_t> sizes;
  for (const Word& word : words)
    sizes[std::round(word.size * 10.F) / 10.F] += word.text.size();
  return std::max_element(sizes.begin(), sizes.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

/// Box, base, size and style from the words. Formulas, bullets and raised marks have the style of
/// the text around them.
void measure(Line& line) {
  line.size = size_of_most(line.words);
  line.box = line.words.front().box;
  line.base = line.box.bottom;
  bool styled = false;
  std::size_t longest = 0;
  for (const Word& word : line.words) {
    line.box = joined(line.box, word.box);
    if (word.size < 0.85F * line.size) continue;
    if (word.text.size() > longest) {
      longest = word.text.size();
      line.base = word.box.bottom;
    }
    const Style& style = word.style;
    if (style.math || word.text == "•") continue;
    line.style = styled ? Style{line.style.bold && style.bold, line.style.italic && style.italic,
                                line.style.mono && style.mono, false}
                        : style;
    styled = true;
  }
}

bool is_dots(std::string_view text) {
  return text.find_first_not_of('.') == std::string_view::npos;
}

bool goes_on(const Word& word, const Word& next) {
  if (!are_level(word.box, next.box)) return false;
  const float size = std::min(word.size, next.size);
  // The large first letter of a paragraph.
  if (word.size > 1.6F * next.size) return false;
  const float gap = next.box.left - word.box.right;
  if (next.box.left < word.box.left - kTouching * size) return false;
  // Dots lead over any gap to the page number of an entry.
  if (is_dots(word.text) || is_dots(next.text)) return gap < kWidestLeader * size;
  return gap < (word.space_after ? kWidestBlank : 2 * kTouching) * size;
}

bool has_blank(const Word& word, const Word& next) {
  const float gap = next.box.left - word.box.right;
  return word.space_after || gap > 1.5F * kTouching * std::min(word.size, next.size);
}

/// "*", "†", "3", "2,5", "a": what points to a footnote.
bool is_mark(std::string_view text) {
  constexpr std::u32string_view kMarks = U"0123456789,*∗†‡§¶‖#;–-[]()";
  std::size_t letters = 0;
  std::size_t all = 0;
  for (std::size_t at = 0; at < text.size(); ++all) {
    const char32_t c = next_code_point(text, at);
    if (c >= U'a' && c <= U'z')
      ++letters;
    else if (kMarks.find(c) == std::u32string_view::npos)
      return false;
  }
  return all <= 12 && (letters == 0 || (letters == 1 && all == 1));
}

bool is_digit_or_unit(std::string_view before) {
  static constexpr std::string_view kUnits[] = {"m",  "km", "cm", "mm", "s",  "ft", "kg", "in",
                                                "mi", "yd", "nm", "µm", "dm", "W",  "x",  "n"};
  const std::size_t blank = before.find_last_of("  /(·");
  const std::string_view last = before.substr(blank == std::string_view::npos ? 0 : blank + 1);
  return std::find(std::begin(kUnits), std::end(kUnits), last) != std::end(kUnits) ||
         last.ends_with("10");
}

/// Behind `before`, of which `last` is the last word.
std::string raised_text(const std::string& before, const Word* last, const std::string& text) {
  std::string exponent = as_exponent(text);
  const bool formula = last != nullptr && last->style.math;
  if (!exponent.empty() && (formula || is_digit_or_unit(before))) return exponent;
  return is_mark(text) ? std::string() : text;
}

/// Behind a raised mark stands a little room, which is no blank: "(m²)".
bool closes(std::string_view text) {
  return std::string_view(")].,;:!?").find(text.front()) != std::string_view::npos;
}

/// A large letter, or a quote and a letter.
bool is_initial(const Line& piece) {
  return piece.words.size() == 1 && count_code_points(piece.words.front().text) <= 2 &&
         begins_upper(piece.words.front().text);
}

/// A line of usual size to the right of a large letter, and not below it.
bool stands_beside(const Line& line, const Line& initial) {
  const float gap = line.box.left - initial.box.right;
  return line.size < 0.6F * initial.size && gap > -0.3F * line.size && gap < 1.5F * line.size &&
         line.box.middle() > initial.box.top && line.box.middle() < initial.box.bottom;
}

}  // namespace

void join_initials(std::vector<Line>& pieces) {
  constexpr int kMost = 8;
  int joined = 0;
  for (std::size_t i = 0; i < pieces.size() && joined < kMost; ++i) {
    if (!is_initial(pieces[i])) continue;
    const Line initial = pieces[i];
    Line* first = nullptr;
    for (Line& line : pieces) {
      if (!stands_beside(line, initial)) continue;
      if (first == nullptr || line.box.top < first->box.top) first = &line;
      // No indent: the lines beside the letter belong to its paragraph.
      line.box.left = line.words.front().box.left = initial.box.left;
    }
    if (first == nullptr) continue;
    first->words.front().text.insert(0, initial.words.front().text);
    pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(i));
    ++joined;
    --i;
  }
}

bool are_level(const Box& a, const Box& b) {
  const float shared = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  return shared > 0.5F * std::min(a.height(), b.height());
}

std::vector<Line> find_line_pieces(Page page, std::size_t number) {
  std::vector<Line> lines;
  for (Word& word : page.words) {
    if (lines.empty() || !goes_on(lines.back().words.back(), word)) {
      lines.emplace_back();
      lines.back().page = number;
    }
    lines.back().words.push_back(std::move(word));
  }
  for (Line& line : lines)
    measure(line);
  return lines;
}

Line join_pieces(std::vector<Line> pieces) {
  std::stable_sort(pieces.begin(), pieces.end(),
                   [](const Line& a, const Line& b) { return a.box.left < b.box.left; });
  Line line = std::move(pieces.front());
  for (std::size_t i = 1; i < pieces.size(); ++i)
    std::move(pieces[i].words.begin(), pieces[i].words.end(), std::back_inserter(line.words));
  measure(line);
  return line;
}

bool is_raised(const Line& line, std::size_t at) {
  const Word& word = line.words[at];
  return word.size < 0.85F * line.size && word.box.bottom < line.box.bottom - 0.2F * line.size &&
         word.box.middle() < line.box.middle();
}

std::string text_of(const Line& line, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    const Word& word = line.words[i];
    text += is_raised(line, i)
                ? raised_text(text, i > begin ? &line.words[i - 1] : nullptr, word.text)
                : word.text;
    if (i + 1 < end && has_blank(word, line.words[i + 1]) && !text.ends_with(' ') &&
        !(is_raised(line, i) && closes(line.words[i + 1].text)))
      text += ' ';
  }
  return std::string(trimmed(text));
}

std::string text_of(const Line& line) {
  return text_of(line, 0, line.words.size());
}

std::vector<std::size_t> find_cells(const Line& line, float gap) {
  std::vector<std::size_t> cells{0};
  for (std::size_t i = 1; i < line.words.size(); ++i)
    if (line.words[i].box.left - line.words[i - 1].box.right > gap * line.size) cells.push_back(i);
  return cells;
}

}  // namespace recto::reader::pdf
