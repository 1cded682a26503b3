#include "tools/reader/table.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

constexpr std::size_t kMostCellWords = 120;  ///< more is running text

/// A cell of a page's layout, not of a table: it has headings, code or much text of its own.
bool holds_a_page(const TableCell& cell) {
  std::size_t words = 0;
  for (const Piece& piece : cell.pieces) {
    if (piece.block.type == BlockType::Heading || piece.block.type == BlockType::Code ||
        piece.block.type == BlockType::Table)
      return true;
    words += words_of(piece.block.text).size();
  }
  return cell.pieces.size() > 1 && words > kMostCellWords;
}

bool is_layout(const std::vector<TableRow>& rows) {
  const bool one_column = std::all_of(rows.begin(), rows.end(), [](const TableRow& row) {
    return std::count_if(row.begin(), row.end(),
                         [](const TableCell& cell) { return !cell.pieces.empty(); }) <= 1;
  });
  return one_column || std::any_of(rows.begin(), rows.end(), [](const TableRow& row) {
           return std::any_of(row.begin(), row.end(), holds_a_page);
         });
}

std::string text_of_row(const TableRow& row) {
  std::string text;
  for (const TableCell& cell : row) {
    std::string inside;
    for (const Piece& piece : cell.pieces)
      inside += piece.block.text + " ";
    text += one_line(inside).append(cell.columns, '\t');
  }
  return text.substr(0, text.find_last_not_of('\t') + 1);
}

}  // namespace

std::vector<Piece> pieces_of_table(std::vector<TableRow> rows) {
  std::vector<Piece> pieces;
  if (is_layout(rows)) {
    for (TableRow& row : rows)
      for (TableCell& cell : row)
        pieces.insert(pieces.end(), std::make_move_iterator(cell.pieces.begin()),
                      std::make_move_iterator(cell.pieces.end()));
    return pieces;
  }
  Piece table;
  table.block.type = BlockType::Table;
  for (const TableRow& row : rows) {
    const std::string text = text_of_row(row);
    if (!text.empty()) table.block.text.append(table.block.text.empty() ? "" : "\n").append(text);
  }
  pieces.push_back(std::move(table));
  return pieces;
}

}  // namespace recto::reader
