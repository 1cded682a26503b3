// What a first judgement of all blocks of a page tells of each.
#pragma once

#include <vector>

#include "tools/reader/html/features.h"
#include "tools/reader/html/page_measures.h"

namespace recto::reader {

/// `own` with columns added: the chances of a block's neighbours, of its parent's blocks, of blocks
/// that look alike, of the whole page. `chances`: [blocks], in [0, 1]. O(blocks).
[[nodiscard]] Features with_context(const PageMeasures& page, const Features& own,
                                    const std::vector<float>& chances);

}  // namespace recto::reader
