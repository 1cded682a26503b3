// Title, authors and date from the lines above an article.
#pragma once

#include <string_view>

#include "tools/reader/piece.h"

namespace recto::reader {

/// Moves the title, bylines and dates that open `draft.pieces` into `draft.article`, where it does
/// not know them yet, and drops repetitions of the title. `name` is the file's name or URL.
void take_metadata(Draft& draft, std::string_view name);

}  // namespace recto::reader
