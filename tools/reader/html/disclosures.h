// Parts of a page that hold one question and its answer.
#pragma once

#include <cstddef>
#include <vector>

#include "tools/reader/html/blocks.h"
#include "tools/reader/html/dom.h"

namespace recto::reader {

/// Numbers the disclosures of a page (Piece::disclosure): <details>, <dt> with its <dd>, what
/// "aria-controls" or "data-target" opens with what opens it, and, whatever their names, siblings
/// of one kind that each begin with a question ("div.item": question, answer) or each are a
/// question with its answer behind it ("div.q", "div.a", "div.q" …). The innermost counts. A number
/// of its own before a question moves into its piece. O(nodes · log nodes).
void mark_disclosures(const Dom& dom, std::vector<HtmlBlock>& blocks);

/// `kept`, indices of blocks in order, and the blocks that a page's questions and answers are made
/// of: disclosures when most ask, also what they hide; tables with a column of questions; headings
/// or bold lines of one kind that mostly ask, with all between. O(blocks · log blocks).
[[nodiscard]] std::vector<std::size_t> with_questions(const Dom& dom,
                                                      const std::vector<HtmlBlock>& blocks,
                                                      const std::vector<std::size_t>& kept);

}  // namespace recto::reader
