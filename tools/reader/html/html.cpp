#include "tools/reader/html/html.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "tools/reader/html/blocks.h"
#include "tools/reader/html/disclosures.h"
#include "tools/reader/html/dom.h"
#include "tools/reader/html/features.h"
#include "tools/reader/html/metadata.h"
#include "tools/reader/html/select.h"
#include "tools/reader/html/stated_faq.h"
#include "tools/reader/html/structured.h"
#include "tools/reader/html/walls.h"

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

/// Fewer words may be all that a page shows before a log-in or without its scripts.
constexpr std::size_t kShortestArticle = 80;

std::size_t count_words(const std::vector<HtmlBlock>& blocks,
                        const std::vector<std::size_t>& kept) {
  return std::accumulate(kept.begin(), kept.end(), std::size_t{0},
                         [&](std::size_t sum, std::size_t i) { return sum + blocks[i].words; });
}

Article article_of(const Metadata& metadata) {
  Article article;
  article.title = metadata.title;
  article.authors = metadata.authors;
  article.published = metadata.published;
  article.language = metadata.language;
  article.site = metadata.site;
  article.url = metadata.url;
  return article;
}

/// Headings of parts that were left out: "Sign up" above a form, a teaser's title. Below a heading
/// that stays, its own text or a lower heading follows; what followed in its box did not go.
void drop_bare_headings(const Dom& dom, const std::vector<HtmlBlock>& blocks,
                        std::vector<std::size_t>& kept) {
  const auto level = [&](std::size_t at) { return blocks[kept[at]].piece.block.level; };
  const auto box = [&](std::size_t block) { return dom[blocks[block].element].parent; };
  std::vector<std::size_t> clothed;
  for (std::size_t at = 0; at < kept.size(); ++at) {
    const bool last = at + 1 == kept.size();
    const std::size_t next = last ? blocks.size() : kept[at + 1];
    const bool something_went = next > kept[at] + 1;
    const bool box_went = something_went && box(kept[at] + 1) == box(kept[at]) &&
                          (last || box(next) != box(kept[at]));
    const bool nothing_follows =
        last || box_went || (level(at + 1) > 0 && level(at + 1) <= level(at));
    const bool asks = blocks[kept[at]].piece.disclosure > 0;
    if (level(at) > 0 && something_went && nothing_follows && !asks) continue;
    clothed.push_back(kept[at]);
  }
  kept = std::move(clothed);
}

/// The headline, and lines that show nothing but authors and dates.
void drop_head(const Dom& dom, const Metadata& metadata, const std::vector<HtmlBlock>& blocks,
               std::vector<std::size_t>& kept) {
  std::vector<NodeId> head = metadata.bylines;
  if (metadata.headline) head.push_back(*metadata.headline);
  std::erase_if(kept, [&](std::size_t i) {
    return std::any_of(head.begin(), head.end(),
                       [&](NodeId node) { return dom.holds(node, blocks[i].element); });
  });
}

}  // namespace

Result<Draft> read_html(std::string_view html, const Origin& origin, const Furniture& furniture) {
  const Dom dom = RECTO_TRY(Dom::parse(html));
  const StructuredData data = read_structured(dom);
  std::vector<HtmlBlock> blocks = blocks_of(dom);
  const Metadata metadata = read_metadata(dom, data, origin);
  Draft draft;
  draft.marked = true;
  draft.article = article_of(metadata);
  if (blocks.empty()) {
    if (auto wall = find_wall(dom)) return tl::unexpected(*std::move(wall));
    return draft;
  }
  const PageFeatures features(dom, blocks, topic_of(dom, data), furniture);
  const std::vector<float> chances = judged(features, furniture.blocks);
  std::vector<std::size_t> kept = article_blocks(blocks, chances);
  mark_disclosures(dom, blocks);
  draft.stated_faq = stated_faq(data, dom, blocks);
  kept = with_questions(dom, blocks, kept);
  drop_head(dom, metadata, blocks, kept);
  drop_bare_headings(dom, blocks, kept);
  if (count_words(blocks, kept) < kShortestArticle && draft.stated_faq.empty())
    if (auto wall = find_wall(dom)) return tl::unexpected(*std::move(wall));
  draft.pieces = pieces_of(blocks, kept);
  return draft;
}

Result<Draft> read_whole_html(std::string_view html) {
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
