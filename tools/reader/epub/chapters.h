// Where a book's chapters begin.
#pragma once

#include <string>
#include <vector>

#include "tools/reader/epub/package.h"
#include "tools/reader/piece.h"

namespace recto::reader {

/// A chapter as the table of contents names it; no two have the same title.
struct Chapter {
  std::string title;
  std::string file;  ///< that it begins in
};

/// The lines of the contents that are chapters, and parts that hold them: not a chapter's own
/// sections. Of two lines that are called alike ("Chapter 1" in every part) the later one gets its
/// part's title before it.
[[nodiscard]] std::vector<Chapter> chapters_of(const std::vector<ContentsLine>& contents);

/// Whether a chapter of that name is no text of the book: "Copyright", "Inhaltsverzeichnis".
[[nodiscard]] bool is_furniture_title(std::string_view title);

/// Gives the pieces of one file the headings of `chapters`, those that begin in it: the heading
/// that is called alike becomes level 1, the first chapter opens the file where no heading is.
/// Other headings get levels from 2. With `untitled` (a book without contents) the file's first
/// heading names its chapter.
void mark_chapters(std::vector<Piece>& pieces, const std::vector<Chapter>& chapters, bool untitled);

}  // namespace recto::reader
