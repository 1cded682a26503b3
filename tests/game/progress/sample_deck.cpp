#include "tests/game/progress/sample_deck.h"

namespace recto::test {
namespace {

constexpr int kFactsInPassage = 10;

std::string year_of(int fact) {
  return std::to_string(1000 + fact);
}

std::string sentence_of(int fact) {
  return "Bridge number " + std::to_string(fact) + " was built in " + year_of(fact) + ".";
}

Card make_card(int fact, CardKind kind, const Evidence& evidence) {
  Card card;
  const std::string number = std::to_string(fact);
  card.id = {"c" + number + std::string(name_of(kind))};
  card.fact = {"f" + number};
  card.kind = kind;
  card.prompt = "When was bridge number " + number + " built?";
  if (kind == CardKind::Cloze) card.prompt = "Bridge number " + number + " was built in ____.";
  card.answer = year_of(fact);
  if (kind == CardKind::Choice)
    card.distractors = {year_of(fact + 1), year_of(fact + 2), year_of(fact + 3)};
  card.evidence = evidence;
  card.made_by = "rules/short.when";
  card.quality = 0.97;
  return card;
}

}  // namespace

Deck sample_deck(const std::string& id, int facts) {
  Deck deck;
  deck.id = {id};
  deck.title = "Bridges of " + id;
  deck.language = "en";
  deck.source.title = deck.title;
  deck.names = {"Bridge"};
  for (int fact = 0; fact < facts; ++fact) {
    if (fact % kFactsInPassage == 0) {
      Passage passage;
      passage.id = {"p" + std::to_string(fact / kFactsInPassage)};
      passage.heading = "Bridges";
      deck.passages.push_back(passage);
    }
    Passage& passage = deck.passages.back();
    const std::size_t begin = passage.text.size();
    passage.text += sentence_of(fact) + " ";
    const Evidence evidence{passage.id, begin, begin + sentence_of(fact).size()};
    for (const CardKind kind : {CardKind::Short, CardKind::Cloze, CardKind::Choice})
      if (kind == CardKind::Short || fact % 3 >= static_cast<int>(kind) - 1)
        deck.cards.push_back(make_card(fact, kind, evidence));
  }
  return deck;
}

}  // namespace recto::test
