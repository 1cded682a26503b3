// Plain text → pieces.
#pragma once

#include <string_view>

#include "tools/reader/piece.h"
#include "tools/reader/reader.h"

namespace recto::reader {

/// Paragraphs, headings, lists, quotes, tables and code of plain text (clean UTF-8, see
/// encoding.h), and what it says of itself (head.h). Lines that were wrapped by hand are joined,
/// also over a page's end. Page numbers, running heads and tables of contents go; a line that is
/// furniture is a piece of its own. Linear in the length of the text.
[[nodiscard]] Draft read_text(std::string_view text, const Furniture& furniture);

}  // namespace recto::reader
