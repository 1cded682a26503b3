// Small print at the bottom of pages.
#pragma once

#include <vector>

#include "tools/reader/pdf/line.h"

namespace recto::reader::pdf {

/// Drops from the columns of one page the lines in smaller type at the bottom, from the first that
/// begins with a footnote mark; on the first page also those without one, below a gap: addresses,
/// rights. `body`: the size of the running text.
void drop_footnotes(std::vector<Column>& columns, float body);

}  // namespace recto::reader::pdf
