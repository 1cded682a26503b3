// A book's package: what it says of itself, its files in the order of reading, its contents.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "content/deck/article.h"
#include "tools/reader/archive/archive.h"

namespace recto::reader {

/// A line of the table of contents.
struct ContentsLine {
  std::string title;
  std::string file;  ///< entry of the archive; empty for a line without a link
  int depth = 0;     ///< 0 for the outermost
};

struct Book {
  Article about;                       ///< title, authors, published, language, site, url
  std::vector<std::string> files;      ///< entries, in the order of reading
  std::vector<ContentsLine> contents;  ///< in its order, inner lines behind their outer one
  std::set<std::string> furniture;     ///< entries that guide and landmarks call cover, index …
};

/// Whether a kind of part, as EPUB's guide and epub:type name them ("cover", "copyright-page",
/// "toc"), is no text of the book.
[[nodiscard]] bool is_furniture_kind(std::string_view kind);

/// Errors: Unsupported for books with copy protection; BadInput when the package cannot be read.
[[nodiscard]] Result<Book> read_package(const Zip& zip);

}  // namespace recto::reader
