// What pages print around an article leaves it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/reader/piece.h"
#include "tools/reader/reader.h"

namespace recto::reader {

/// The extent of the first pattern that the whole of `line` fits; none for lines of more than 40
/// words, which are text. Inline patterns do not count here.
[[nodiscard]] std::optional<FurniturePattern::Extent> match_furniture(const Furniture& furniture,
                                                                      std::string_view line);

/// The same for who has fold_case(line) already.
[[nodiscard]] std::optional<FurniturePattern::Extent> match_furniture(const Furniture& furniture,
                                                                      std::string_view line,
                                                                      std::string_view folded);

/// `text` without what inline patterns name and without footnote marks ("[12]" behind a word).
[[nodiscard]] std::string without_marks(std::string_view text, const Furniture& furniture);

/// Drops pieces that are furniture, with what goes with them.
void drop_furniture(std::vector<Piece>& pieces, const Furniture& furniture);

}  // namespace recto::reader
