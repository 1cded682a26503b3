// Files that a person names: decks are read, articles are made into decks.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "content/deck/deck.h"
#include "game/recto/app.h"

namespace recto::app {

/// Reads a deck file (*.deck.json, or any *.json), or makes the deck of an article. `assets` holds
/// the deck maker's word lists. Errors: as the readers', `where` is the path.
[[nodiscard]] Result<Opened> open_file(const std::filesystem::path& file,
                                       const std::filesystem::path& assets);

/// The decks of the samples that come with Recto, beside the assets; those that can be read.
[[nodiscard]] std::vector<Deck> sample_decks(const std::filesystem::path& assets);

}  // namespace recto::app
