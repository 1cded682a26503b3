#include "tests/game/draft/samples.h"

#include <string>

#include "tests/game/screens/sample.h"

namespace recto::test {

draft::Proposal treaty_proposal() {
  draft::Proposal proposal;
  proposal.deck = treaty_deck();
  const double qualities[] = {0.9, 0.8, 0.6, 0.76, 0.92};
  for (std::size_t i = 0; i < proposal.deck.cards.size(); ++i)
    proposal.deck.cards[i].quality = qualities[i];
  // Alone with the longest key, it would go for balance at every threshold.
  for (Card& card : proposal.deck.cards)
    if (card.kind == CardKind::Choice) card.distractors.back() = "Innocent VIII of Genoa";
  Card gap = proposal.deck.cards[0];
  gap.id = {"c-year-gap"};
  gap.kind = CardKind::Cloze;
  gap.prompt = "The Treaty of Tordesillas was signed in ____.";
  Card open = proposal.deck.cards[1];
  open.id = {"c-open"};
  open.fact = {"f-open"};
  open.kind = CardKind::Short;
  open.prompt = "What did it divide?";
  open.answer.clear();
  proposal.turned_down = {{gap, "its fact has cards enough (C17)"}, {open, "“it” is open (C2)"}};
  return proposal;
}

draft::Proposal long_proposal(std::size_t passages) {
  draft::Proposal proposal;
  Deck& deck = proposal.deck;
  deck.id = {"long"};
  deck.title = "On reeds, at length";
  deck.language = "en";
  for (std::size_t i = 0; i < passages; ++i) {
    const std::string number = std::to_string(i);
    Passage passage{{"p" + number}, "Part " + std::to_string(i / 4 + 1), {}, {}};
    for (int sentence = 0; sentence < 3; ++sentence) {
      const std::string year = std::to_string(1000 + i * 3 + static_cast<std::size_t>(sentence));
      const std::size_t begin = passage.text.size();
      passage.text += "In the year " + year +
                      " the keepers of the marsh counted the reeds once more, and wrote down what "
                      "the water, the wind and the herons had left of them. ";
      Card card;
      card.id = {"c" + year};
      card.fact = {"f" + year};
      card.prompt = "When did the keepers count the reeds for the " + year + "th time?";
      card.answer = year;
      card.made_by = "rules/test";
      card.quality = 0.55 + 0.1 * sentence + 0.02 * static_cast<double>(i % 10);
      card.evidence = Evidence{passage.id, begin, passage.text.size() - 1};
      if (sentence == 1)
        proposal.turned_down.push_back({card, "the answer is not unique (C4)"});
      else
        deck.cards.push_back(card);
    }
    passage.text.pop_back();
    for (Card* card : {&deck.cards.back()})
      card->evidence->end = std::min(card->evidence->end, passage.text.size());
    deck.passages.push_back(std::move(passage));
  }
  return proposal;
}

}  // namespace recto::test
