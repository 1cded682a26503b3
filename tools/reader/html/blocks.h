// A page's tree → blocks: the runs of text that a browser sets apart.
#pragma once

#include <cstddef>
#include <vector>

#include "tools/reader/html/dom.h"
#include "tools/reader/piece.h"

namespace recto::reader {

/// A run of text in one block-level element, with what decides whether it belongs to the article.
struct HtmlBlock {
  Piece piece;              ///< Table: one cell
  NodeId element = 0;       ///< the innermost block-level element around it
  NodeId text = 0;          ///< its first text node
  std::size_t words = 0;    ///< Chinese and Japanese: 1.7 characters count as one
  std::size_t letters = 0;  ///< bytes that are no blanks
  std::size_t linked = 0;   ///< of them inside links
  bool hidden = false;      ///< not shown before something is clicked, or never
  bool timed = false;       ///< nothing but a <time>
  int table = 0;            ///< cells of one data table share it; 0 for none
  int row = 0;              ///< its row in that table, from 0

  /// Share of its letters that are inside links, [0, 1].
  [[nodiscard]] double link_density() const {
    return letters == 0 ? 0.0 : static_cast<double>(linked) / static_cast<double>(letters);
  }
};

/// All text of the page in the order of reading: menus and footers too, but no scripts, forms'
/// fields, pictures and embedded pages. White space is collapsed, but for code. O(nodes).
[[nodiscard]] std::vector<HtmlBlock> blocks_of(const Dom& dom);

/// Whether a browser begins a new line at this element.
[[nodiscard]] bool is_block_level(GumboTag tag);

}  // namespace recto::reader
