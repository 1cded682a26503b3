#include "tests/quality/round.h"

#include <algorithm>

#include "tests/support/support.h"

namespace recto::test {
namespace {

Card card_of(std::string id, CardKind kind, std::string prompt, std::string answer) {
  Card card;
  card.id.text = "SECRET-" + std::move(id);
  card.fact.text = "SECRET-fact";
  card.kind = kind;
  card.prompt = std::move(prompt);
  card.answer = std::move(answer);
  card.quality = 0.8731;
  card.made_by = "rules/SECRET." + std::string(name_of(kind));
  return card;
}

std::vector<Card> cards_of_each_kind() {
  std::vector<Card> cards = {
      card_of("c1", CardKind::Short, "Where does Tambora\nstand?", "on Sumbawa"),
      card_of("c2", CardKind::Cloze, "Tambora erupted in ____.", "1815"),
      card_of("c3", CardKind::Choice, "What did Tambora leave?", "a caldera"),
      card_of("c4", CardKind::TrueFalse, "Tambora stands on Java.", "false"),
      card_of("c5", CardKind::Faq, "Why did 1816 have no summer?", "Sulphur dimmed the sun."),
  };
  cards[0].accept = {"Sumbawa"};
  cards[2].distractors = {"a geyser", "a fjord", "a reef"};
  cards[3].explanation = "It stands on Sumbawa.";
  return cards;
}

quality::Entry entry_of(std::string name, std::vector<Card> cards) {
  quality::Entry entry;
  entry.deck.id.text = "SECRET-deck";
  entry.deck.title = "Deck " + name;
  entry.deck.passages = {{{"SECRET-p1"}, {}, std::string(60, 'x'), {}},
                         {{"SECRET-p2"}, {}, std::string(40, 'x'), {}}};
  entry.deck.cards = std::move(cards);
  entry.file = "SECRET/" + name + ".deck.json";
  entry.article = "articles/" + name + ".txt";
  entry.facts_file = "facts/" + name + ".json";
  entry.words = 500;
  entry.facts = {{{"f01"}, 3}, {{"f02"}, 2}, {{"f03"}, 1}};
  return entry;
}

}  // namespace

std::vector<quality::Entry> sample_entries() {
  std::vector<quality::Entry> entries = {
      entry_of("a", cards_of_each_kind()),
      entry_of("b", {card_of("d1", CardKind::Short, "Who wrote Frankenstein?", "Mary Shelley"),
                     card_of("d2", CardKind::Short, "Who is its author?", "Mary Shelley"),
                     card_of("d3", CardKind::Short, "When was it published?", "in 1818")})};
  entries[0].deck.cards[0].evidence = Evidence{{"SECRET-p1"}, 0, 10};
  entries[0].deck.cards[1].evidence = Evidence{{"SECRET-p2"}, 15, 20};  // byte 75 of 100
  entries[0].deck.cards[2].evidence = Evidence{{"SECRET-p2"}, 39, 40};
  return entries;
}

std::string filled(const quality::Round& round,
                   const std::function<std::string(const quality::KeyCard&)>& row_of) {
  std::string sheet = round.sheet;
  for (std::size_t i = 0; i < round.key.cards.size(); ++i) {
    const std::string empty = "\n" + std::to_string(i + 1) + "\t\t\t\t\n";
    const std::size_t at = sheet.find(empty);
    REQUIRE(at != std::string::npos);
    sheet.replace(at, empty.size(),
                  "\n" + std::to_string(i + 1) + "\t" + row_of(round.key.cards[i]) + "\n");
  }
  return sheet;
}

}  // namespace recto::test
