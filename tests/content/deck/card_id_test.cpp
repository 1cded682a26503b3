#include "content/deck/card_id.h"

#include <algorithm>
#include <set>

#include "tests/content/deck/random_deck.h"
#include "tests/support/support.h"

using namespace recto;

TEST_CASE("deck: a card's id is made from kind, answer and sentence, folded") {
  const CardId id = make_card_id(CardKind::Short, "1898", "Curie found radium in 1898.");
  CHECK(id.text.size() == 13);
  CHECK(id.text.starts_with('c'));
  CHECK(make_card_id(CardKind::Short, "1898", "curie  found radium in 1898.") == id);
  CHECK(make_card_id(CardKind::Cloze, "1898", "Curie found radium in 1898.") != id);
  CHECK(make_card_id(CardKind::Short, "1899", "Curie found radium in 1898.") != id);
  CHECK(make_card_id(CardKind::Short, "1898", "Curie found radium in Paris.") != id);
}

TEST_CASE("deck: ids become unique whatever the order of the cards") {
  test::for_seeds(100, [](Random& random) {
    std::vector<Card> cards(1 + random.below(8));
    for (Card& card : cards) {
      card.id = {"c" + std::to_string(random.below(3))};
      card.prompt = "prompt " + std::to_string(&card - cards.data());
    }
    std::vector<Card> other = cards;
    random.shuffle(other);
    make_ids_unique(cards);
    make_ids_unique(other);
    std::ranges::sort(other, {}, &Card::prompt);
    CHECK(cards == other);
    std::set<CardId> ids;
    for (const Card& card : cards)
      ids.insert(card.id);
    CHECK(ids.size() == cards.size());
  });
}

TEST_CASE("deck: variants share a memory, a card without fact is its own") {
  Card card;
  card.id = {"c1"};
  CHECK(memory_key(card) == FactId{"card/c1"});
  card.fact = {"c1"};
  CHECK(memory_key(card) == FactId{"fact/c1"});
}
