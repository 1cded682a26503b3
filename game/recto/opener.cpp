#include "game/recto/opener.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "content/deck/deck_file.h"
#include "content/files/files.h"

namespace recto::app {
namespace {

namespace fs = std::filesystem;

/// The same error, with the file as the place.
Error about(const fs::path& file, Error error) {
  if (error.where != file.string()) {
    if (!error.where.empty()) error.what += " (at " + error.where + ")";
    error.where = file.string();
  }
  return error;
}

}  // namespace

Result<Opened> open_deck(const fs::path& file) {
  const std::string bytes = RECTO_TRY(read_file(file, DeckLimits{}.bytes));
  Result<Deck> deck = read_deck(bytes);
  if (!deck) return tl::unexpected<Error>(about(file, deck.error()));
  return Opened{file.filename().string(), std::move(*deck)};
}

std::vector<fs::path> sample_files(const fs::path& assets) {
  std::vector<fs::path> files;
  std::error_code ignored;
  for (const fs::path& folder :
       {assets.parent_path() / "decks", assets.parent_path() / "content" / "decks"})
    for (const auto& entry : fs::directory_iterator(folder, ignored))
      if (entry.path().filename().string().ends_with(".deck.json")) files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

}  // namespace recto::app
