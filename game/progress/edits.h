// What can be undone, as values: each says what was before it and what comes after.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "content/base/id.h"
#include "content/base/instant.h"
#include "content/base/result.h"
#include "content/deck/deck.h"
#include "game/study/item.h"

namespace recto::progress {

class Store;

/// A deck's title in the list; absent: it is not in the list. Its cards, memories and log stay.
struct DeckEdit {
  DeckId deck;
  std::optional<std::string> before, after;

  bool operator==(const DeckEdit&) const = default;
};

/// What a deck has of a card.
struct Slot {
  std::optional<Card> card{};
  std::size_t index = 0;  ///< among the deck's cards
  bool dropped = false;   ///< a person threw it out: merging never brings it back

  bool operator==(const Slot&) const = default;
};

struct CardEdit {
  DeckId deck;
  CardId card;
  Slot before, after;

  bool operator==(const CardEdit&) const = default;
};

/// A deck's content became another: it was merged with a newer version of its article.
struct ContentEdit {
  Deck before, after;

  bool operator==(const ContentEdit&) const = default;
};

/// JSON text by a key; absent: as by default (settings.h).
struct SettingEdit {
  std::string key;
  std::optional<std::string> before, after;

  bool operator==(const SettingEdit&) const = default;
};

using Edit = std::variant<study::Changed, DeckEdit, CardEdit, ContentEdit, SettingEdit>;
/// What is done, and undone, together: each follows the one before it.
using Edits = std::vector<Edit>;
/// What one undoing takes back.
using Step = std::variant<study::Answered, Edits>;

// Edits of what `store` has now, for Store::apply, which looks for faults. Errors: NotFound for an
// unknown deck or card.

/// The learner's name for a deck, which merging keeps.
[[nodiscard]] Result<Edits> renamed(const Store& store, const DeckId& deck, std::string title);
/// Out of the list, studied or not.
[[nodiscard]] Result<Edits> removed(const Store& store, const DeckId& deck);
/// A card in a person's words: marked as edited, it survives every merge. Its memory stays, unless
/// its fact is another one.
[[nodiscard]] Result<Edits> edited(const Store& store, const DeckId& deck, Card card);
/// A new card, behind `neighbour`, or at the end.
[[nodiscard]] Result<Edits> with_card(const Store& store, const DeckId& deck, Card card,
                                      const std::optional<CardId>& neighbour = {});
/// Cards thrown out for good.
[[nodiscard]] Result<Edits> without_cards(const Store& store, const DeckId& deck,
                                          std::span<const CardId> cards);
/// A setting; absent: as by default.
[[nodiscard]] Result<Edits> set(const Store& store, std::string key,
                                std::optional<std::string> json);

}  // namespace recto::progress
