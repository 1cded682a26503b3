#include "content/deck/merge.h"

#include <algorithm>
#include <set>

#include "content/deck/deck_file.h"
#include "tests/content/deck/random_deck.h"
#include "tests/support/support.h"

using namespace recto;

namespace {

bool is_by_hand(const Card& card) {
  return card.edited || card.made_by.empty();
}

Card made(const char* id, const char* prompt, const char* answer, const char* passage) {
  Card card;
  card.id = {id};
  card.fact = {std::string("f") + id};
  card.prompt = prompt;
  card.answer = answer;
  card.made_by = "rules/test";
  card.evidence = Evidence{{passage}, 0, 10, {}};
  return card;
}

Deck old_deck() {
  Deck deck;
  deck.id = {"d1"};
  deck.title = "Radium";
  deck.passages = {{{"p1"}, "", "Radium was found in 1898 by Marie and Pierre Curie.", {}},
                   {{"p2"}, "", "It glows in the dark, faintly and blue.", {}}};
  deck.cards = {made("c1", "When was radium found?", "1898", "p1"),
                made("c2", "What colour does radium glow in?", "blue", "p2")};
  return deck;
}

const Card& card_of(const Merge& merge, const char* id) {
  const Card* card = find_card(merge.deck, {id});
  REQUIRE(card != nullptr);
  return *card;
}

}  // namespace

TEST_CASE("deck: a deck merged with itself stays as it is") {
  test::for_seeds(300, [](Random& random) {
    const Deck deck = test::random_deck(random);
    const Merge merged = merge(deck, deck);
    CHECK(merged.deck == deck);
    CHECK(count(merged, Fate::New) == 0);
    CHECK(count(merged, Fate::Gone) == 0);
  });
}

TEST_CASE("deck: merging the same fresh deck twice changes nothing more") {
  test::for_seeds(500, [](Random& random) {
    const Deck old = test::random_deck(random);
    const Deck fresh = test::next_version(random, old);
    const Deck once = merge(old, fresh).deck;
    CHECK(merge(once, fresh).deck == once);
  });
}

TEST_CASE("deck: merging keeps hand work, leaves dropped cards out, and gives a valid deck") {
  test::for_seeds(500, [](Random& random) {
    const Deck old = test::random_deck(random);
    Deck fresh = test::next_version(random, old);
    if (!fresh.cards.empty() && random.below(2) == 0) fresh.cards.back().id = {"cdropped"};
    const Merge merged = merge(old, fresh);
    CHECK(faults_of(merged.deck).empty());
    for (const Card& card : old.cards) {
      if (!is_by_hand(card)) continue;
      const Card* kept = find_card(merged.deck, card.id);
      REQUIRE(kept != nullptr);
      CHECK(kept->prompt == card.prompt);
      CHECK(kept->fact == card.fact);
      if (card.evidence)
        CHECK(evidence_text(merged.deck, *kept->evidence) == evidence_text(old, *card.evidence));
    }
    for (const CardId& id : old.dropped)
      CHECK(find_card(merged.deck, id) == nullptr);
  });
}

TEST_CASE("deck: every card of either deck has one fate") {
  test::for_seeds(300, [](Random& random) {
    const Deck old = test::random_deck(random);
    const Merge merged = merge(old, test::next_version(random, old));
    std::set<CardId> told;
    for (const MergedCard& card : merged.cards)
      CHECK(told.insert(card.id).second);
    for (const Card& card : old.cards)
      CHECK(told.contains(card.id));
    for (const Card& card : merged.deck.cards)
      CHECK(told.contains(card.id));
  });
}

TEST_CASE("deck: a reworded sentence keeps the card's id and memory") {
  const Deck old = old_deck();
  Deck fresh = old;
  fresh.passages[0].text = "Radium was found in December 1898 by Marie and Pierre Curie.";
  fresh.cards[0].id = {"c9"};
  fresh.cards[0].fact = {"f9"};
  fresh.cards[0].prompt = "In which year was radium found?";
  Card variant = fresh.cards[0];
  variant.id = {"c10"};
  variant.kind = CardKind::Cloze;
  variant.prompt = "Radium was found in ____.";
  fresh.cards.push_back(variant);
  const Merge merged = merge(old, fresh);
  CHECK(card_of(merged, "c1").prompt == "In which year was radium found?");
  CHECK(card_of(merged, "c1").fact == FactId{"fc1"});
  CHECK(card_of(merged, "c10").fact == FactId{"fc1"});
  CHECK(count(merged, Fate::Changed) == 1);
  CHECK(count(merged, Fate::Same) == 1);
  CHECK(count(merged, Fate::New) == 1);
}

TEST_CASE("deck: another fact with the same answer is a new card") {
  const Deck old = old_deck();
  Deck fresh = old;
  fresh.cards[1] = made("c3", "Which flag flies over Ketterby town hall?", "blue", "p1");
  const Merge merged = merge(old, fresh);
  CHECK(count(merged, Fate::Gone) == 1);
  CHECK(count(merged, Fate::New) == 1);
  CHECK(find_card(merged.deck, {"c2"}) == nullptr);
}

TEST_CASE("deck: an edited card keeps the passage it rests on when the article loses it") {
  Deck old = old_deck();
  old.cards[1].edited = true;
  Deck fresh = old_deck();
  fresh.cards.pop_back();
  fresh.passages[1].text = "Another passage took its place.";
  const Merge merged = merge(old, fresh);
  const Card& kept = card_of(merged, "c2");
  CHECK(kept.evidence->passage == PassageId{"p2-old"});
  CHECK(evidence_text(merged.deck, *kept.evidence) == "It glows i");
  CHECK(count(merged, Fate::Kept) == 1);
}

TEST_CASE("deck: what a person threw out does not come back") {
  Deck old = old_deck();
  old.cards.pop_back();
  old.dropped = {{"c2"}};
  const Merge merged = merge(old, old_deck());
  CHECK(find_card(merged.deck, {"c2"}) == nullptr);
  CHECK(count(merged, Fate::Dropped) == 1);
  CHECK(merged.deck.dropped == old.dropped);
}

TEST_CASE(
    "deck: evidence follows its sentence into another passage, a short word does not wander") {
  Deck old = old_deck();
  old.cards[0].edited = true;
  old.cards[0].evidence = Evidence{{"p1"}, 0, old.passages[0].text.size(), {}};
  old.cards[1].edited = true;
  old.cards[1].evidence = Evidence{{"p2"}, 3, 8, {}};  // "glows"
  Deck fresh;
  fresh.id = {"d2"};
  fresh.passages = {{{"p1"}, "", "Firefly glows are cold light.", {}},
                    {{"p7"}, "", "To begin: " + old.passages[0].text, {}}};
  const Merge merged = merge(old, fresh);
  CHECK(card_of(merged, "c1").evidence->passage == PassageId{"p7"});
  CHECK(evidence_text(merged.deck, *card_of(merged, "c1").evidence) == old.passages[0].text);
  CHECK(card_of(merged, "c2").evidence->passage == PassageId{"p2"});
  CHECK(merged.deck.passages.size() == 3);
  CHECK(merged.deck.id == old.id);
}

TEST_CASE("deck: what only one deck knows of itself stays") {
  Deck old = old_deck();
  old.grading.exact_case = true;
  old.extras = {{"x-old", "1"}, {"x-both", "1"}};
  Deck fresh = old_deck();
  fresh.title = "Radium, revised";
  fresh.dropped = {{"c7"}};
  fresh.extras = {{"x-both", "2"}};
  const Deck merged = merge(old, fresh).deck;
  CHECK(merged.title == "Radium, revised");
  CHECK(merged.grading == old.grading);
  CHECK(merged.dropped == fresh.dropped);
  CHECK(merged.extras == Extras{{"x-old", "1"}, {"x-both", "2"}});
}

TEST_CASE("deck: hostile decks merge in bounded time") {
  const auto hostile = [](const char* prefix) {
    Deck deck;
    deck.id = {"d1"};
    for (int i = 0; i < 60; ++i) {
      Card card = made((prefix + std::to_string(i)).c_str(), "", "same", "p1");
      card.evidence.reset();
      card.prompt = std::string(900'000, static_cast<char>('a' + i % 20)) + prefix;
      deck.cards.push_back(card);
    }
    return deck;
  };
  const Merge merged = merge(hostile("old"), hostile("new"));  // pair by pair: 3·10^15 steps
  CHECK(merged.cards.size() == 120);
}
