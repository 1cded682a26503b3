// Between the formats and the article: blocks with what their markup told.
#pragma once

#include <string>
#include <vector>

#include "content/deck/article.h"

namespace recto::reader {

/// A block while it is read.
struct Piece {
  Block block;
  bool marked = false;  ///< Heading: its markup says so ("# …", underlined); else only its looks
  bool strong = false;  ///< Paragraph: printed in bold as a whole
  bool single = false;  ///< stands on one line of the source
  bool linked = false;  ///< nothing but links
  int indent = 0;       ///< Text: blanks before the first line
  std::string number;   ///< List, Heading: its number as written, "3", "4.5.1", "b"; empty for none
  int list = 0;         ///< List: items of one list share it
};

/// What a format's reader gives: pieces in the order of reading, and the metadata that the markup
/// states (YAML front matter). `article.blocks` is empty.
struct Draft {
  Article article;
  std::vector<Piece> pieces;
};

}  // namespace recto::reader
