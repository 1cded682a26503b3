// Tables of word processors → pieces.
#pragma once

#include <cstddef>
#include <vector>

#include "tools/reader/piece.h"

namespace recto::reader {

struct TableCell {
  std::vector<Piece> pieces;
  std::size_t columns = 1;  ///< that it spans
};
using TableRow = std::vector<TableCell>;

/// One Table piece, a row a line, cells separated by tabs, so that columns stay in line. A table
/// that only lays out the page (a box around text, columns of headings and paragraphs) gives the
/// pieces of its cells instead.
[[nodiscard]] std::vector<Piece> pieces_of_table(std::vector<TableRow> rows);

}  // namespace recto::reader
