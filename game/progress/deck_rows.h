// Decks and their cards, in and out of the tables. Everything here works in the transaction that is
// open.
#pragma once

#include <cstdint>
#include <optional>

#include "content/base/instant.h"
#include "content/base/result.h"
#include "content/deck/deck.h"
#include "game/progress/connection.h"
#include "game/progress/edits.h"

namespace recto::progress {

/// The deck of a row of `decks`, with its passages and the cards that are in it; its title as the
/// learner has it …
[[nodiscard]] Result<Deck> load_deck(Connection& connection, std::int64_t row);
/// … and as its article has it.
[[nodiscard]] Result<Deck> load_content(Connection& connection, std::int64_t row);

/// The row of a deck, in the list or removed from it.
[[nodiscard]] std::optional<std::int64_t> find_row(Connection& connection, const DeckId& id);
/// A deck that nobody sees until a DeckEdit puts it into the list.
void make_removed(Connection& connection, const Deck& deck, Instant now);

// What comes after an edit takes the place of what is before it; index and sums follow. Errors:
// NotFound; Failed where something else is stored than what is before; BadInput for a deck with
// faults.
[[nodiscard]] Result<void> put(Connection& connection, const DeckEdit& edit);
[[nodiscard]] Result<void> put(Connection& connection, const CardEdit& edit);
[[nodiscard]] Result<void> put(Connection& connection, const ContentEdit& edit);

}  // namespace recto::progress
