// Groups of all pages → pieces.
#pragma once

#include <vector>

#include "tools/reader/pdf/groups.h"
#include "tools/reader/piece.h"

namespace recto::reader::pdf {

/// Drops what is printed inside figures: fragments above "Figure 3: …"; and groups without letters.
void drop_figure_text(std::vector<Group>& groups, float body);

/// Drops tables of contents with their headings.
void drop_contents(std::vector<Group>& groups);

/// Joins lines of one formula.
void join_formulas(std::vector<Group>& groups);

/// Paragraphs that follow each other closely, set to the right of the margin, are items whose
/// bullets are drawn and no text (browsers print so).
void find_drawn_items(std::vector<Group>& groups);

/// Joins paragraphs and items that go on in the next column, on the next page or below a figure.
void join_continued(std::vector<Group>& groups, const Typography& typography,
                    const Hyphens& hyphens);

/// Pieces with the levels of headings by their numbers ("2.1") or else by their type.
[[nodiscard]] std::vector<Piece> make_pieces(std::vector<Group> groups);

}  // namespace recto::reader::pdf
