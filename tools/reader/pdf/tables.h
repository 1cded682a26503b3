// Rows of cells.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tools/reader/pdf/line.h"
#include "tools/reader/pdf/typography.h"

namespace recto::reader::pdf {

/// Lines [begin, end) of a column that are a table, and its text: a row a line, cells separated by
/// tabs.
struct Table {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
};

/// The tables of a column: three or more lines with cells that stand below each other. A line that
/// goes on in cells of the row above is joined to it.
[[nodiscard]] std::vector<Table> find_tables(const Column& column, const Typography& typography);

}  // namespace recto::reader::pdf
