#include "game/progress/edits.h"

#include <algorithm>
#include <utility>

#include "game/progress/store.h"

namespace recto::progress {
namespace {

Result<std::size_t> index_of(const Deck& deck, const CardId& card) {
  const auto found = std::ranges::find(deck.cards, card, &Card::id);
  if (found == deck.cards.end())
    return fail(Error::Kind::NotFound, "the deck has no card " + card.text, deck.id.text,
                "look at the deck again");
  return static_cast<std::size_t>(found - deck.cards.begin());
}

bool is_dropped(const Deck& deck, const CardId& card) {
  return std::ranges::find(deck.dropped, card) != deck.dropped.end();
}

}  // namespace

Result<Edits> renamed(const Store& store, const DeckId& deck, std::string title) {
  const Deck stored = RECTO_TRY(store.deck(deck));
  return Edits{DeckEdit{deck, stored.title, std::move(title)}};
}

Result<Edits> removed(const Store& store, const DeckId& deck) {
  const Deck stored = RECTO_TRY(store.deck(deck));
  return Edits{DeckEdit{deck, stored.title, {}}};
}

Result<Edits> edited(const Store& store, const DeckId& deck, Card card) {
  const Deck stored = RECTO_TRY(store.deck(deck));
  const std::size_t index = RECTO_TRY(index_of(stored, card.id));
  card.edited = true;
  const CardId id = card.id;
  return Edits{CardEdit{deck, id, {stored.cards[index], index}, {std::move(card), index}}};
}

Result<Edits> with_card(const Store& store, const DeckId& deck, Card card,
                        const std::optional<CardId>& neighbour) {
  const Deck stored = RECTO_TRY(store.deck(deck));
  std::size_t index = stored.cards.size();
  if (neighbour) index = RECTO_TRY(index_of(stored, *neighbour)) + 1;
  card.edited = true;
  const CardId id = card.id;
  return Edits{CardEdit{deck, id, {{}, 0, is_dropped(stored, id)}, {std::move(card), index}}};
}

Result<Edits> without_cards(const Store& store, const DeckId& deck, std::span<const CardId> cards) {
  const Deck stored = RECTO_TRY(store.deck(deck));
  std::vector<std::size_t> indexes;
  for (const CardId& card : cards)
    indexes.push_back(RECTO_TRY(index_of(stored, card)));
  // From behind, so that the indexes of those before stay true.
  std::ranges::sort(indexes, std::greater());
  indexes.erase(std::unique(indexes.begin(), indexes.end()), indexes.end());
  Edits edits;
  for (const std::size_t index : indexes) {
    const Card& card = stored.cards[index];
    edits.emplace_back(CardEdit{deck, card.id, {card, index}, {{}, 0, true}});
  }
  return edits;
}

Result<Edits> set(const Store& store, std::string key, std::optional<std::string> json) {
  std::optional<std::string> before = RECTO_TRY(store.setting(key));
  return Edits{SettingEdit{std::move(key), std::move(before), std::move(json)}};
}

}  // namespace recto::progress
