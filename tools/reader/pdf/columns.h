// The order in which a person reads the lines of a page.
#pragma once

#include <vector>

#include "tools/reader/pdf/line.h"

namespace recto::reader::pdf {

/// The places, in points from the left, where columns to the right of a gutter begin, as the pages
/// of a document show them.
using Gutters = std::vector<float>;

/// Adds the gutters of a page: places where many lines begin, with text on their left that ends
/// before. Cells of a table are no text.
void find_gutters(const std::vector<Line>& pieces, float size, Gutters& gutters);

/// Columns in the order of reading: what stands across the page divides the columns above it from
/// those below it. `size`: of the document's running text. `gutters`: of the whole document; there
/// a column may be as short as one line.
[[nodiscard]] std::vector<Column> order_columns(std::vector<Line> pieces, float size,
                                                const Gutters& gutters);

}  // namespace recto::reader::pdf
