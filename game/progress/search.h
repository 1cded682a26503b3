// The full-text index over the cards.
#pragma once

#include <cstdint>

#include "content/deck/deck.h"
#include "game/progress/connection.h"

namespace recto::progress {

/// Brings the index from what it has of a deck, `before`, to `after`, whose cards are stored.
void index_changes(Connection& connection, std::int64_t deck, const Deck& before,
                   const Deck& after);

/// Makes the index anew, in the transaction that is open: a minute for 1,000,000 cards.
[[nodiscard]] Result<void> rebuild_index(Connection& connection);

}  // namespace recto::progress
