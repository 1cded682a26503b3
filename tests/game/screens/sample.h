// A small deck with a card of each kind, and sessions over it.
#pragma once

#include "content/deck/deck.h"
#include "game/study/session.h"

namespace recto::test {

/// 25 November 2026, 12:00 UTC.
inline constexpr Instant kNoon{std::chrono::sys_days(std::chrono::year(2026) / 11 / 25) +
                               std::chrono::hours(12)};

/// Five facts in this order: "year" (short, typed), "kingdoms" (cloze), "pope" (choice), "signed"
/// (true/false), "why" (FAQ, self-rated). Two passages; the FAQ has no evidence.
[[nodiscard]] Deck treaty_deck();

/// A deck of so many typed cards, each a fact of its own: "Number 7?" is answered "answer 7".
[[nodiscard]] Deck numbers_deck(std::size_t cards);

/// Every memory of a deck, new.
[[nodiscard]] std::vector<study::Item> items_of(const Deck& deck);

[[nodiscard]] study::Session session_of(const Deck& deck, Instant now = kNoon);

/// The session with the card `id` in front: what comes before it is answered Easy.
[[nodiscard]] study::Session session_at(const Deck& deck, const CardId& id);

}  // namespace recto::test
