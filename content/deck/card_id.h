// Ids that stay when a deck is made again.
#pragma once

#include <string_view>

#include "content/deck/deck.h"

namespace recto {

/// "c" and 12 characters made from kind, answer and the sentence that the card rests on, all folded
/// (fold.h), so that neither its place in the deck nor quotes, dashes, case or blanks change it.
[[nodiscard]] CardId make_card_id(CardKind kind, std::string_view answer,
                                  std::string_view evidence_sentence);

/// "f" and 12 characters: the same for what all variants of a fact have in common, the value asked
/// for and the sentence that states it.
[[nodiscard]] FactId make_fact_id(std::string_view answer, std::string_view evidence_sentence);

/// Makes the ids of `cards` unique: of cards that share one, the first by folded prompt keeps it,
/// the others get "-2", "-3" … behind it. Depends on the set of cards, not on their order.
void make_ids_unique(std::vector<Card>& cards);

}  // namespace recto
