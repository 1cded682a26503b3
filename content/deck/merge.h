// The decks of two versions of an article become one.
#pragma once

#include <string>
#include <vector>

#include "content/deck/deck.h"

namespace recto {

/// What became of a card.
enum class Fate {
  Same,     ///< in both, alike
  Changed,  ///< in both, in other words; the fresh ones are taken, the old id stays
  New,      ///< only in the fresh deck
  Gone,     ///< only in the old deck, made by Recto and never edited: left out
  Kept,     ///< edited or written by a person: stays as it is
  Dropped,  ///< a person threw it out before: stays out
};

struct MergedCard {
  CardId id;
  Fate fate = Fate::Same;

  bool operator==(const MergedCard&) const = default;
};

struct Merge {
  Deck deck;
  std::vector<MergedCard> cards;  ///< one for each card of either deck, in the order of the result
};

/// `fresh` taken over into `old`: ids, hand edits and dropped cards of `old` stay, everything else
/// is as in `fresh`. Cards are paired by id, then by likeness (same kind; same answer and a similar
/// sentence or prompt). Pure; merge(d, d).deck == d, and merging the same fresh deck twice changes
/// nothing more.
[[nodiscard]] Merge merge(const Deck& old, const Deck& fresh);

/// How many cards met `fate`.
[[nodiscard]] std::size_t count(const Merge& merge, Fate fate);

[[nodiscard]] std::string_view name_of(Fate fate);  ///< "same", "changed", "new", "gone", …

}  // namespace recto
