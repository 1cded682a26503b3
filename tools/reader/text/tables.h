// Tables that are drawn with characters.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "tools/reader/text/line.h"

namespace recto::reader {

struct DrawnTable {
  std::string text;     ///< a row a line, cells separated by tabs
  std::size_t end = 0;  ///< behind its last line
};

/// The table that begins at line `at`: cells between bars ("| a | b |", with or without rules, also
/// of box-drawing characters); columns below or above a broken rule ("=====  ====="); three or more
/// lines with the same gap of two or more blanks. A line with an empty first cell goes on the row
/// above. Looks at no more than a few lines behind what it takes.
[[nodiscard]] std::optional<DrawnTable> find_table(const std::vector<Line>& lines, std::size_t at);

}  // namespace recto::reader
