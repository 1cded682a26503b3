#include "tools/reader/html/html.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "tools/reader/html/blocks.h"
#include "tools/reader/html/disclosures.h"
#include "tools/reader/html/dom.h"
#include "tools/reader/html/features.h"
#include "tools/reader/html/select.h"
#include "tools/reader/html/stated_faq.h"
#include "tools/reader/html/structured.h"

namespace recto::reader {
namespace {

/// Cells of one table become one piece: a row a line, cells between tabs.
std::vector<Piece> pieces_of(std::vector<HtmlBlock>& blocks, const std::vector<std::size_t>& kept) {
  std::vector<Piece> pieces;
  const HtmlBlock* last = nullptr;
  for (const std::size_t i : kept) {
    HtmlBlock& block = blocks[i];
    const bool goes_on = last != nullptr && last->table > 0 && last->table == block.table &&
                         block.piece.block.type == BlockType::Table &&
                         pieces.back().block.type == BlockType::Table;
    if (goes_on)
      pieces.back()
          .block.text.append(last->row == block.row ? "\t" : "\n")
          .append(block.piece.block.text);
    else
      pieces.push_back(std::move(block.piece));
    last = &block;
  }
  return pieces;
}

}  // namespace

Result<Draft> read_html(std::string_view html, const Origin& /*origin*/,
                        const Furniture& furniture) {
  const Dom dom = RECTO_TRY(Dom::parse(html));
  std::vector<HtmlBlock> blocks = blocks_of(dom);
  Draft draft;
  draft.marked = true;
  if (blocks.empty()) return draft;
  const PageFeatures features(dom, blocks, topic_of(dom), furniture);
  const std::vector<float> chances = judged(features, furniture.blocks);
  const std::vector<std::size_t> kept = article_blocks(blocks, chances);
  mark_disclosures(dom, blocks);
  draft.stated_faq = stated_faq(read_structured(dom), dom, blocks);
  draft.pieces = pieces_of(blocks, with_questions(dom, blocks, kept));
  return draft;
}

Result<Draft> read_whole_html(std::string_view html, const Origin& /*origin*/) {
  const Dom dom = RECTO_TRY(Dom::parse(html));
  std::vector<HtmlBlock> blocks = blocks_of(dom);
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < blocks.size(); ++i)
    if (!blocks[i].hidden) shown.push_back(i);
  Draft draft;
  draft.marked = true;
  mark_disclosures(dom, blocks);
  draft.pieces = pieces_of(blocks, shown);
  return draft;
}

}  // namespace recto::reader
