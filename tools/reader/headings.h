// Headings, captions and lists that only their looks tell.
#pragma once

#include <vector>

#include "tools/reader/piece.h"

namespace recto::reader {

/// Whether the article's markup marks its headings; then a short line is none.
enum class Headings { Marked, Bare };
[[nodiscard]] Headings headings_of(const std::vector<Piece>& pieces);

/// Among paragraphs on a line of their own: captions ("Figure 1.4 …", a few words without a stop),
/// lists without bullets (three or more short lines below a line that ends in a colon), headings.
/// Headings get level 2 unless a number ("1.1 …") says otherwise. With `Headings::Marked`
/// only bold lines become headings besides, a level below the last marked one.
void find_headings(std::vector<Piece>& pieces, Headings headings);

/// Whether a piece's words say that it is a caption: "Figure 1.4 …", "Table 2: …", "… (credit:
/// Name)".
[[nodiscard]] bool is_caption(const Piece& piece);
void find_captions(std::vector<Piece>& pieces);

/// Headings with nothing below them at the end of the article.
void drop_trailing_headings(std::vector<Piece>& pieces);

/// Items of one list that follow each other become one block, an item a line.
void join_items(std::vector<Piece>& pieces);

}  // namespace recto::reader
