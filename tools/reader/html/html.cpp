#include "tools/reader/html/html.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "tools/reader/html/blocks.h"
#include "tools/reader/html/dom.h"
#include "tools/reader/html/features.h"
#include "tools/reader/html/select.h"
#include "tools/reader/html/walls.h"

namespace recto::reader {
namespace {

/// Cells of one table become one piece: a row a line, cells between tabs.
std::vector<Piece> pieces_of(std::vector<HtmlBlock> blocks, const std::vector<std::size_t>& kept) {
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

/// Fewer words may be all that a page shows before a log-in or without its scripts.
constexpr std::size_t kShortestArticle = 80;

std::size_t count_words(const std::vector<HtmlBlock>& blocks,
                        const std::vector<std::size_t>& kept) {
  return std::accumulate(kept.begin(), kept.end(), std::size_t{0},
                         [&](std::size_t sum, std::size_t i) { return sum + blocks[i].words; });
}

}  // namespace

Result<Draft> read_html(std::string_view html, const Origin& /*origin*/,
                        const Furniture& furniture) {
  const Dom dom = RECTO_TRY(Dom::parse(html));
  std::vector<HtmlBlock> blocks = blocks_of(dom);
  Draft draft;
  draft.marked = true;
  if (blocks.empty()) {
    if (auto wall = find_wall(dom)) return tl::unexpected(*std::move(wall));
    return draft;
  }
  const PageFeatures features(dom, blocks, topic_of(dom), furniture);
  const std::vector<float> chances = judged(features, furniture.blocks);
  const std::vector<std::size_t> kept = article_blocks(blocks, chances);
  if (count_words(blocks, kept) < kShortestArticle)
    if (auto wall = find_wall(dom)) return tl::unexpected(*std::move(wall));
  draft.pieces = pieces_of(std::move(blocks), kept);
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
  draft.pieces = pieces_of(std::move(blocks), shown);
  return draft;
}

}  // namespace recto::reader
