// The key of a round: what the judge must not see, by the numbers of the sheet.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/id.h"
#include "content/base/result.h"
#include "content/deck/deck.h"

namespace recto::quality {

/// A fact that a good teacher would test; ids are those of the article's facts file.
struct KeyFact {
  FactId id;
  int importance = 1;  ///< 3 the deck should have it, 2 good to have, 1 a detail

  bool operator==(const KeyFact&) const = default;
};

struct KeyDeck {
  std::string file;       ///< as it was named on the command line
  std::size_t cards = 0;  ///< all of the deck, judged or not
  std::size_t words = 0;  ///< of the article; 0 when nobody knows
  std::vector<KeyFact> facts;

  bool operator==(const KeyDeck&) const = default;
};

struct KeyCard {
  std::size_t deck = 0;      ///< index of its deck
  std::size_t position = 0;  ///< in the deck, from 0
  CardId id;
  CardKind kind = CardKind::Short;
  std::string made_by;
  std::optional<double> quality;
  std::optional<double> place;  ///< of the evidence in the article, in [0, 1)
  std::string prompt;           ///< on one line, as `answer`
  std::string answer;

  bool operator==(const KeyCard&) const = default;
};

struct Key {
  std::string sheet;  ///< the mark in the sheet's head: which sheet this is the key of
  std::uint64_t seed = 0;
  std::vector<KeyDeck> decks;
  std::vector<KeyCard> cards;  ///< card n of the sheet is cards[n - 1]

  bool operator==(const Key&) const = default;
};

/// The key file: JSON, a card a line. read_key(write_key(key)) == key. Error: BadInput.
[[nodiscard]] std::string write_key(const Key& key);
[[nodiscard]] Result<Key> read_key(std::string_view text);

}  // namespace recto::quality
