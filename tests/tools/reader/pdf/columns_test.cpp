#include "tools/reader/pdf/columns.h"

#include <string>
#include <vector>

#include "tests/support/support.h"

namespace recto::reader::pdf {
namespace {

/// A piece of a line, of ten point type: as many words as its text has.
Line piece(float left, float top, float right, const std::string& text) {
  Line line;
  std::size_t words = 1;
  for (const char c : text)
    words += c == ' ' ? 1U : 0U;
  const float width = (right - left) / static_cast<float>(words);
  for (std::size_t begin = 0, i = 0; begin < text.size(); ++i) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const float x = left + static_cast<float>(i) * width;
    line.words.push_back({text.substr(begin, end - begin),
                          {x, top, x + width - 3, top + 10},
                          10,
                          {},
                          end < text.size()});
    begin = end + 1;
  }
  line.box = {left, top, right, top + 10};
  line.size = 10;
  return line;
}

/// Eight lines from `top` in a column: "a0 and more of it", "a1 …".
void add_column(std::vector<Line>& pieces, const std::string& name, float left, float right,
                float top) {
  for (int i = 0; i < 8; ++i)
    pieces.push_back(piece(left, top + static_cast<float>(i) * 12, right,
                           name + std::to_string(i) + " and more of it"));
}

/// The first words of all lines in the order of reading; " | " between columns.
std::string order_of(std::vector<Line> pieces) {
  Gutters gutters;
  find_gutters(pieces, 10, gutters);
  std::string text;
  for (const Column& column : order_columns(std::move(pieces), 10, gutters)) {
    text += text.empty() ? "" : " | ";
    for (const Line& line : column.lines)
      text += (&line == &column.lines.front() ? "" : " ") + line.words.front().text;
  }
  return text;
}

}  // namespace

TEST_CASE("reader: two columns below a title are read one after the other") {
  std::vector<Line> pieces{piece(100, 40, 500, "Title across the page")};
  add_column(pieces, "a", 50, 290, 80);
  add_column(pieces, "b", 310, 550, 80);
  CHECK(order_of(pieces) == "Title | a0 a1 a2 a3 a4 a5 a6 a7 | b0 b1 b2 b3 b4 b5 b6 b7");
}

TEST_CASE("reader: a figure across the page divides the columns above it from those below") {
  std::vector<Line> pieces;
  add_column(pieces, "a", 50, 290, 80);
  add_column(pieces, "b", 310, 550, 80);
  pieces.push_back(piece(60, 300, 540, "Figure 1: across both"));
  add_column(pieces, "c", 50, 290, 400);
  add_column(pieces, "d", 310, 550, 400);
  CHECK(order_of(pieces) ==
        "a0 a1 a2 a3 a4 a5 a6 a7 | b0 b1 b2 b3 b4 b5 b6 b7 | Figure | "
        "c0 c1 c2 c3 c4 c5 c6 c7 | d0 d1 d2 d3 d4 d5 d6 d7");
}

TEST_CASE("reader: three columns are read from left to right, with lines at the same heights") {
  std::vector<Line> pieces;
  add_column(pieces, "b", 220, 390, 80);
  add_column(pieces, "a", 40, 205, 80);
  add_column(pieces, "c", 405, 570, 80);
  CHECK(order_of(pieces) ==
        "a0 a1 a2 a3 a4 a5 a6 a7 | b0 b1 b2 b3 b4 b5 b6 b7 | "
        "c0 c1 c2 c3 c4 c5 c6 c7");
}

TEST_CASE("reader: the rows of a table are no columns") {
  std::vector<Line> pieces;
  for (int i = 0; i < 6; ++i) {
    const float top = 80 + static_cast<float>(i) * 12;
    pieces.push_back(piece(50, top, 110, "r" + std::to_string(i) + " name"));
    pieces.push_back(piece(300, top, 340, "12 m"));
  }
  CHECK(order_of(pieces) == "r0 r1 r2 r3 r4 r5");
}

TEST_CASE("reader: a raised mark belongs to its line") {
  std::vector<Line> pieces{piece(50, 80, 200, "a line of text"), piece(212, 80, 300, "goes on")};
  Line mark = piece(202, 76, 206, "1");
  mark.box = {202, 76, 206, 82.5F};
  mark.size = 6;
  mark.words.front().box = mark.box;
  mark.words.front().size = 6;
  pieces.push_back(mark);
  const std::vector<Column> columns = order_columns(pieces, 10, {});
  REQUIRE(columns.size() == 1);
  REQUIRE(columns.front().lines.size() == 1);
  CHECK(text_of(columns.front().lines.front()) == "a line of text goes on");
}

}  // namespace recto::reader::pdf
