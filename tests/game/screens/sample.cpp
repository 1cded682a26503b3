#include "tests/game/screens/sample.h"

#include <algorithm>

#include "tests/support/support.h"

namespace recto::test {
namespace {

constexpr std::string_view kTreaty =
    "The Treaty of Tordesillas was signed in 1494. It divided the newly found lands between "
    "Portugal and Castile.";
constexpr std::string_view kPope =
    "Pope Alexander VI had drawn an earlier line. The treaty was signed in Tordesillas.";

Card card_of(const std::string& name, CardKind kind, std::string prompt, std::string answer) {
  Card card;
  card.id = {"c-" + name};
  card.fact = {"f-" + name};
  card.kind = kind;
  card.prompt = std::move(prompt);
  card.answer = std::move(answer);
  card.made_by = "rules/test";
  return card;
}

/// The sentence of `passage` that begins with `words`.
Evidence evidence_in(const Passage& passage, std::string_view words) {
  const std::size_t begin = passage.text.find(words);
  REQUIRE(begin != std::string::npos);
  return {passage.id, begin, passage.text.find('.', begin) + 1};
}

}  // namespace

Deck treaty_deck() {
  Deck deck;
  deck.id = {"treaty"};
  deck.title = "The Treaty of Tordesillas";
  deck.language = "en";
  deck.source.title = "Tordesillas, 1494";
  deck.source.url = "https://example.org/treaty";
  deck.passages = {{{"p1"}, "A line in the ocean", std::string(kTreaty), {}},
                   {{"p2"}, "", std::string(kPope), {}}};
  deck.names = {"Alexander VI", "Columbus", "São Tomé"};

  Card year = card_of("year", CardKind::Short, "In what year was the treaty signed?", "1494");
  year.evidence = evidence_in(deck.passages[0], "The Treaty");
  year.hint = "a year";
  Card kingdoms = card_of("kingdoms", CardKind::Cloze,
                          "The treaty divided the lands between ____ and Castile.", "Portugal");
  kingdoms.evidence = evidence_in(deck.passages[0], "It divided");
  Card pope =
      card_of("pope", CardKind::Choice, "Which pope had drawn an earlier line?", "Alexander VI");
  pope.distractors = {"Julius II", "Leo X", "Pius III"};
  pope.evidence = evidence_in(deck.passages[1], "Pope");
  Card place = card_of("signed", CardKind::TrueFalse, "The treaty was signed in Lisbon.", "false");
  place.explanation = "It was signed in Tordesillas.";
  place.evidence = evidence_in(deck.passages[1], "The treaty");
  Card why = card_of("why", CardKind::Faq, "Why was a treaty needed?",
                     "Because both crowns claimed the lands that Columbus had reached in 1492.");
  deck.cards = {year, kingdoms, pope, place, why};
  return deck;
}

Deck numbers_deck(std::size_t cards) {
  Deck deck;
  deck.id = {"numbers"};
  deck.title = "Numbers";
  for (std::size_t i = 0; i < cards; ++i)
    deck.cards.push_back(card_of("n" + std::to_string(i), CardKind::Short,
                                 "Number " + std::to_string(i) + "?",
                                 "answer " + std::to_string(i)));
  return deck;
}

std::vector<study::Item> items_of(const Deck& deck) {
  std::vector<study::Item> items;
  for (const Card& card : deck.cards)
    items.push_back({deck.id, memory_key(card), {card}, {}});
  return items;
}

study::Session session_of(const Deck& deck, Instant now) {
  return {items_of(deck), value(memory::Scheduler::make({})), {}, {}, now, 1};
}

study::Session session_at(const Deck& deck, const CardId& id) {
  study::Session session = session_of(deck);
  while (session.card() != nullptr && session.card()->id != id)
    session.answer(memory::Rating::Easy, kNoon, std::chrono::seconds(5));
  REQUIRE(session.card() != nullptr);
  return session;
}

}  // namespace recto::test
