// Which blocks of a page are the article.
#pragma once

#include <cstddef>
#include <vector>

#include "tools/reader/html/block_model.h"
#include "tools/reader/html/blocks.h"
#include "tools/reader/html/features.h"

namespace recto::reader {

/// One chance, [0, 1], a row.
[[nodiscard]] std::vector<float> chances_of(const Features& features, const forest::Forest& forest);

/// Chances, [0, 1], that the blocks of a page belong to its article. O(blocks · trees).
[[nodiscard]] std::vector<float> judged(const PageFeatures& features, const BlockModel& model);

/// Indices of the blocks that are the article, in order: those more likely in than out. Where that
/// leaves next to nothing of a page that has text, the likeliest ones: a page without article is
/// rarer than one of a kind that the model has not seen. Paragraphs that come again (a copy for
/// phones) count once; captions between its blocks come along.
[[nodiscard]] std::vector<std::size_t> article_blocks(const std::vector<HtmlBlock>& blocks,
                                                      const std::vector<float>& chances);

}  // namespace recto::reader
