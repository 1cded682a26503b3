// Files that a person names: decks are read, articles are made into decks.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "content/base/result.h"
#include "game/recto/app.h"

namespace recto::app {

/// Opens files. The deck maker's word lists are loaded when the first article asks for them. For
/// one thread.
class Opener {
 public:
  /// `assets`: the folder with the word lists.
  explicit Opener(std::filesystem::path assets);
  Opener(Opener&&) noexcept;
  Opener& operator=(Opener&&) noexcept;
  ~Opener();

  /// Reads a deck file (any *.json), or makes the deck of an article. Errors: as the readers',
  /// `where` is the path.
  [[nodiscard]] Result<Opened> open(const std::filesystem::path& file);

 private:
  struct Workshop;
  [[nodiscard]] Result<Opened> make_deck(const std::filesystem::path& file);

  std::filesystem::path assets_;
  std::unique_ptr<Workshop> workshop_;
};

/// The deck files of the samples that come with Recto, beside the assets, by name.
[[nodiscard]] std::vector<std::filesystem::path> sample_files(const std::filesystem::path& assets);

}  // namespace recto::app
