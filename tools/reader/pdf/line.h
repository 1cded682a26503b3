// Words side by side.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tools/reader/pdf/page.h"

namespace recto::reader::pdf {

/// Words on one baseline of one column, from left to right; not empty.
struct Line {
  std::vector<Word> words;
  Box box;
  float base = 0;  ///< bottom of its main words: no raised or lowered one, no tall symbol
  float size = 0;  ///< of most of its letters
  Style style;     ///< what all its letters share
  std::size_t page = 0;
};

/// Lines of one column (or of full width between columns), from top to bottom.
struct Column {
  Box box;  ///< left and right: where full lines begin and end
  std::vector<Line> lines;
};

/// The words of a page as pieces of lines: broken where the gap is wider than a blank can be. In
/// the order of the page's words.
[[nodiscard]] std::vector<Line> find_line_pieces(Page page, std::size_t number);

/// Gives the large first letters of paragraphs, two lines high or more, back to their words.
void join_initials(std::vector<Line>& pieces);

/// One line of pieces on one baseline.
[[nodiscard]] Line join_pieces(std::vector<Line> pieces);

/// Whether two boxes stand side by side: they share half of the lower one's height.
[[nodiscard]] bool are_level(const Box& a, const Box& b);

/// The line as text, without raised footnote marks; raised digits behind a number or unit become
/// "²". A soft hyphen or hyphen at its end stays.
[[nodiscard]] std::string text_of(const Line& line);

/// The text of the words [begin, end).
[[nodiscard]] std::string text_of(const Line& line, std::size_t begin, std::size_t end);

/// Indices of the words that begin a cell: the first, and those behind a gap of more than `gap`
/// type sizes.
[[nodiscard]] std::vector<std::size_t> find_cells(const Line& line, float gap);

/// Whether the word at `at` is raised and smaller than its line.
[[nodiscard]] bool is_raised(const Line& line, std::size_t at);

}  // namespace recto::reader::pdf
