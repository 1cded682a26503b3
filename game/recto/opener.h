// Deck files that a person names.
#pragma once

#include <filesystem>
#include <vector>

#include "content/base/result.h"
#include "game/recto/app.h"

namespace recto::app {

/// Reads a deck file. Errors: as the reader's, `where` is the path.
[[nodiscard]] Result<Opened> open_deck(const std::filesystem::path& file);

/// The deck files of the samples that come with Recto, beside the assets, by name.
[[nodiscard]] std::vector<std::filesystem::path> sample_files(const std::filesystem::path& assets);

}  // namespace recto::app
