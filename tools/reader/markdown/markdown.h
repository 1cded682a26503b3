// Markdown → pieces.
#pragma once

#include <string_view>

#include "tools/reader/piece.h"

namespace recto::reader {

/// CommonMark with tables and what dialects add (dialects.h), and front matter (title, author,
/// date, language, URL). Text of links stays, formulas stay as they are, images go. Raw HTML gives
/// what its tags say: headings, lists, tables, disclosures. Clean UTF-8, see encoding.h.
[[nodiscard]] Draft read_markdown(std::string_view text);

/// Whether `text` looks like Markdown without its name saying so: front matter, or "# headings"
/// and other markup.
[[nodiscard]] bool is_markdown(std::string_view text);

}  // namespace recto::reader
