// Plain text → pieces.
#pragma once

#include <string_view>
#include <vector>

#include "tools/reader/piece.h"
#include "tools/reader/reader.h"

namespace recto::reader {

/// Paragraphs, headings, lists, quotes and code of plain text (clean UTF-8, see encoding.h). Lines
/// that were wrapped by hand are joined. A line that is furniture is a piece of its own.
[[nodiscard]] std::vector<Piece> read_text(std::string_view text, const Furniture& furniture);

}  // namespace recto::reader
