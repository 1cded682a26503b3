// The judge's sheet: the cards of several decks in random order, without where they come from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "content/deck/deck.h"
#include "tests/quality/key.h"

namespace recto::quality {

/// A deck to be judged and what there is to judge it by.
struct Entry {
  std::string file;     ///< of the deck; only the key names it
  Deck deck;            ///< from any maker
  std::string article;  ///< file name for the judge to open; empty for none
  std::string facts_file;
  std::size_t words = 0;
  std::vector<KeyFact> facts;
};

struct SheetOptions {
  std::uint64_t seed = 0;
  std::optional<std::size_t> cards{};  ///< so many at random; absent: all
  std::optional<std::size_t> cap{};    ///< no more than so many of one deck
};

struct Round {
  std::string sheet;
  Key key;
};

/// A sheet to fill in, as its own head explains, and its key. The sheet says nothing of made_by,
/// quality, ids, evidence or deck files. The same entries and options give the same bytes.
[[nodiscard]] Round make_round(const std::vector<Entry>& entries, const SheetOptions& options);

}  // namespace recto::quality
