// Names for the decks of many articles: `-o DIR`.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "content/deck/deck.h"

namespace recto::deck_tool {

/// A title as a file name: small letters, digits and hyphens of ASCII, 60 at most; "deck" where
/// nothing is left.
[[nodiscard]] std::string slug_of(const std::string& title);

/// Hands out names in a folder, no name twice, and none that a file has that is not the same deck
/// (X5). The same decks in the same order get the same names.
class DeckNames {
 public:
  explicit DeckNames(std::filesystem::path folder) : folder_(std::move(folder)) {}
  [[nodiscard]] std::filesystem::path name_for(const Deck& deck);

 private:
  [[nodiscard]] bool is_free(const std::filesystem::path& path, const Deck& deck) const;

  std::filesystem::path folder_;
  std::set<std::filesystem::path> given_;
};

}  // namespace recto::deck_tool
