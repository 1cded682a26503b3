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
  std::string mark;     ///< List: the number as the source sets it, "3.", "(b)"; empty for <ol>
  int list = 0;         ///< List: items of one list share it
  /// Pieces of one disclosure (<details>, accordion, <dt> with its <dd>) share it; the first is
  /// what it is opened by. 0 for none.
  int disclosure = 0;
};

/// What a format's reader gives: pieces in the order of reading, and what the markup states beside
/// them: metadata (YAML front matter, <meta>) and questions with answers (schema.org FAQPage).
/// `article.blocks` is empty.
struct Draft {
  Article article;
  std::vector<Piece> pieces;
  std::vector<FaqEntry> stated_faq;
  bool marked = false;  ///< markup marks its headings: a short line is none
  bool book = false;    ///< its headings of level 1 are chapters
};

}  // namespace recto::reader
