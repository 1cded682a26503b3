// Title, authors and date from the lines above an article.
#pragma once

#include <cstddef>
#include <string_view>

#include "tools/reader/piece.h"

namespace recto::reader {

/// A line of its own that is a date ("Published on 14 May 2022") or names the authors ("By …").
[[nodiscard]] bool is_byline_or_date(std::string_view line);

/// So many pieces at most stand above the text; bylines and dates further below are text.
inline constexpr std::size_t kHeadPieces = 10;

/// Moves the title, bylines and dates that open `draft.pieces` into `draft.article`, where it does
/// not know them yet, and drops repetitions of the title. `name` is the file's name.
void take_metadata(Draft& draft, std::string_view name);

}  // namespace recto::reader
