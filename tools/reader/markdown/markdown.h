// Markdown → pieces.
#pragma once

#include <string_view>

#include "tools/reader/piece.h"

namespace recto::reader {

/// CommonMark with tables, and YAML front matter (title, author, date, language, URL). Text of
/// links stays, images and raw HTML tags go. Clean UTF-8, see encoding.h.
[[nodiscard]] Draft read_markdown(std::string_view text);

/// Whether `text` looks like Markdown without its name saying so: front matter, or two "# headings"
/// and some other markup.
[[nodiscard]] bool is_markdown(std::string_view text);

}  // namespace recto::reader
