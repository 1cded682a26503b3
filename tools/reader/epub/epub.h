// Books (EPUB 2 and 3) → pieces.
#pragma once

#include <functional>
#include <string_view>

#include "content/base/result.h"
#include "tools/reader/archive/archive.h"
#include "tools/reader/piece.h"

namespace recto::reader {

/// Whether the archive is an EPUB book: it has the container file, or its type says so.
[[nodiscard]] bool is_epub(const Zip& zip);

/// Reads one file of a book, which is all content: HTML bytes → pieces.
using ReadChapter = std::function<Result<Draft>(std::string_view html)>;

/// The chapters in the order of reading, each below a heading of level 1 that is called as the
/// book's table of contents calls it; headings inside chapters have levels 2 to 6. Cover, title and
/// copyright page, table of contents, index, notes and bibliography are not in it. A book of one
/// chapter is an article: `Draft::book` is false. Files that are missing or damaged are passed
/// over. Errors: Unsupported for books with copy protection; BadInput where nothing is left.
[[nodiscard]] Result<Draft> read_epub(const Zip& zip, const ReadChapter& read_chapter);

}  // namespace recto::reader
