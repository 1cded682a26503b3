#include "tests/content/deck/random_deck.h"

#include <array>

#include "content/deck/card_id.h"

namespace recto::test {
namespace {

constexpr std::array<const char*, 16> kWords = {
    "Curie",   "radium", "1898",     "São Tomé", "\"quoted\"", "naïve", "漢字", "😀",
    "a\nline", "tab\t",  "back\\ /", "<b>",      "–",          "Łódź",  "5 %",  "the"};

bool chance(Random& random, std::uint64_t percent) {
  return random.below(100) < percent;
}

Extras random_extras(Random& random) {
  if (!chance(random, 20)) return {};
  return {{"x-stars", "5"}, {"x-note", R"({"by":["a",null,true],"n":1.5})"}};
}

Evidence random_evidence(Random& random, const Passage& passage) {
  std::vector<std::size_t> ends;
  for (std::size_t i = 0; i <= passage.text.size(); ++i)
    if (i == passage.text.size() || (static_cast<unsigned char>(passage.text[i]) & 0xC0U) != 0x80U)
      ends.push_back(i);
  const std::size_t first = random.below(ends.size() - 1);
  const std::size_t last = first + 1 + random.below(ends.size() - first - 1);
  return {passage.id, ends[first], ends[last], random_extras(random)};
}

void fill_kind(Random& random, Card& card) {
  switch (card.kind) {
    case CardKind::Cloze: card.prompt += " ____ ."; break;
    case CardKind::Choice: card.distractors = {"wrong one", "wrong 漢", "3"}; break;
    case CardKind::TrueFalse: card.answer = chance(random, 50) ? "true" : "false"; break;
    case CardKind::Several:
    case CardKind::Order:
      card.answers = {"first", "second"};
      card.answer.clear();
      break;
    case CardKind::Poll: card.answer.clear(); break;
    default: break;
  }
}

Card random_card(Random& random, const Deck& deck) {
  Card card;
  card.kind = static_cast<CardKind>(random.below(8));
  card.prompt = random_words(random, 6);
  card.answer = random_words(random, 3);
  fill_kind(random, card);
  if (chance(random, 30)) card.accept = {random_words(random, 2)};
  if (chance(random, 80) && !deck.passages.empty())
    card.evidence = random_evidence(random, deck.passages[random.below(deck.passages.size())]);
  if (chance(random, 20)) card.grading.exact_case = chance(random, 50);
  if (chance(random, 20)) card.grading.tolerance = random.unit();
  if (chance(random, 30)) card.quality = random.unit();
  if (chance(random, 80)) card.made_by = "rules/test";
  card.edited = chance(random, 10);
  card.extras = random_extras(random);
  const std::string sentence =
      card.evidence ? std::string(evidence_text(deck, *card.evidence)) : std::string();
  card.id = make_card_id(card.kind, card.answer, sentence);
  if (chance(random, 60)) card.fact = make_fact_id(card.answer, sentence);
  return card;
}

}  // namespace

std::string random_words(Random& random, std::size_t most) {
  std::string text = kWords[random.below(kWords.size())];
  for (std::size_t i = random.below(most); i > 0; --i)
    text += std::string(" ") + kWords[random.below(kWords.size())];
  return text;
}

Deck random_deck(Random& random) {
  Deck deck;
  deck.id = {"d" + std::to_string(random.below(1000))};
  deck.title = random_words(random, 4);
  if (chance(random, 70)) deck.language = "en";
  if (chance(random, 70)) deck.source.authors = {random_words(random, 2)};
  deck.source.extras = random_extras(random);
  for (std::uint64_t i = random.below(6); i > 0; --i)
    deck.passages.push_back({{"p" + std::to_string(deck.passages.size() + 1)},
                             chance(random, 50) ? random_words(random, 3) : "",
                             random_words(random, 12),
                             random_extras(random)});
  for (std::uint64_t i = random.below(13); i > 0; --i)
    deck.cards.push_back(random_card(random, deck));
  make_ids_unique(deck.cards);
  if (chance(random, 30)) deck.dropped = {{"cdropped"}};
  if (chance(random, 30)) deck.names = {"Marie Curie"};
  deck.grading.exact_accents = chance(random, 20) ? std::optional(true) : std::nullopt;
  deck.extras = random_extras(random);
  return deck;
}

Deck next_version(Random& random, const Deck& deck) {
  Deck next = deck;
  next.dropped.clear();
  for (Passage& passage : next.passages)
    if (chance(random, 30)) passage.text += " And one sentence more.";
  std::vector<Card> cards;
  for (Card card : next.cards) {
    if (chance(random, 15) || card.made_by.empty()) continue;
    card.edited = false;
    if (chance(random, 20)) card.prompt += " (reworded)";
    if (chance(random, 20)) card.id = {card.id.text + "new"};
    cards.push_back(card);
  }
  next.cards = cards;
  if (chance(random, 50)) next.cards.push_back(random_card(random, next));
  make_ids_unique(next.cards);
  return next;
}

}  // namespace recto::test
