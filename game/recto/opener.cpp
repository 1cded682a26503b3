#include "game/recto/opener.h"

#include <algorithm>
#include <system_error>

#include "content/deck/deck_file.h"
#include "content/files/files.h"
#include "tools/deckmaker/deckmaker.h"

namespace recto::app {
namespace {

namespace fs = std::filesystem;

/// Far more than any article of words.
constexpr std::size_t kLargestArticle = 50'000'000;

Error about(const fs::path& file, Error error) {
  if (error.where != file.string()) {
    if (!error.where.empty()) error.what += " (at " + error.where + ")";
    error.where = file.string();
  }
  return error;
}

Result<Opened> open_deck(const fs::path& file) {
  const std::string bytes = RECTO_TRY(read_file(file, DeckLimits{}.bytes));
  Result<Deck> deck = read_deck(bytes);
  if (!deck) return tl::unexpected<Error>(about(file, deck.error()));
  return Opened{file.filename().string(), std::move(*deck), false};
}

Result<Opened> open_article(const fs::path& file, const fs::path& assets) {
  const std::string bytes = RECTO_TRY(read_file(file, kLargestArticle));
  const deckmaker::Resources resources = RECTO_TRY(deckmaker::load_resources(assets));
  auto made = deckmaker::make_deck(bytes, file.filename().string(), {}, resources);
  if (!made) return tl::unexpected<Error>(about(file, made.error()));
  return Opened{file.filename().string(), std::move(made->deck), true};
}

}  // namespace

Result<Opened> open_file(const fs::path& file, const fs::path& assets) {
  return file.extension() == ".json" ? open_deck(file) : open_article(file, assets);
}

std::vector<Deck> sample_decks(const fs::path& assets) {
  std::vector<fs::path> files;
  std::error_code ignored;
  for (const fs::path& folder :
       {assets.parent_path() / "decks", assets.parent_path() / "content" / "decks"})
    for (const auto& entry : fs::directory_iterator(folder, ignored))
      if (entry.path().extension() == ".json") files.push_back(entry.path());
  std::ranges::sort(files);
  std::vector<Deck> decks;
  for (const fs::path& file : files)
    if (auto opened = open_deck(file)) decks.push_back(std::move(opened->deck));
  return decks;
}

}  // namespace recto::app
