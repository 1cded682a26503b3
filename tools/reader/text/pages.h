// What paper leaves in a text: page numbers, running heads, tables of contents.
#pragma once

#include <vector>

#include "tools/reader/text/line.h"

namespace recto::reader {

/// Drops page numbers ("12", "- 12 -", "Lind            [Page 12]": three or more that count up)
/// and the lines beside them that come back on every other page. A sentence that a page cut in two
/// goes on in the next line.
void drop_page_breaks(std::vector<Line>& lines);

/// Drops tables of contents: lines with dots up to a page number; blocks of lines that nearly all
/// come back further below, as headings do.
void drop_contents(std::vector<Line>& lines);

}  // namespace recto::reader
