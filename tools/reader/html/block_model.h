// What was learned from pages about which of their blocks are the article.
#pragma once

#include <string>
#include <string_view>

#include "content/base/result.h"
#include "tools/forest/forest.h"

namespace recto::reader {

/// `first` judges each block of a page by itself, `second` once more, knowing the first judgement
/// of all (PageFeatures).
struct BlockModel {
  forest::Forest first;
  forest::Forest second;
};

/// The file format of assets/reader/blocks.model: two forests, see forest.h. Errors BadInput,
/// without `where`.
[[nodiscard]] Result<BlockModel> read_block_model(std::string_view text);
[[nodiscard]] std::string written(const BlockModel& model);

}  // namespace recto::reader
