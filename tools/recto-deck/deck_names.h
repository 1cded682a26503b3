// Names for the decks of many articles: `-o DIR`.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "content/base/result.h"
#include "content/deck/deck.h"

namespace recto::deck_tool {

/// A title as a file name: small letters, digits and hyphens of ASCII, 60 at most; empty where
/// nothing is left.
[[nodiscard]] std::string slug_of(const std::string& title);

/// Hands out names in a folder, no name twice, and none that a file has that is not an earlier deck
/// of the same article (X5). The same decks in the same order get the same names.
class DeckNames {
 public:
  explicit DeckNames(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Error: the article's earlier deck holds changes by hand, which writing would lose.
  [[nodiscard]] Result<std::filesystem::path> name_for(const Deck& deck);

 private:
  std::filesystem::path folder_;
  std::set<std::filesystem::path> given_;
  std::map<std::string, std::size_t> next_;  ///< by slug: all smaller numbers are taken
};

}  // namespace recto::deck_tool
