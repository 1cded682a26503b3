#include "game/screens/summary/summary_view.h"

#include "tests/support/support.h"

using namespace recto;
using namespace recto::screens;
using namespace std::chrono_literals;

namespace {

const Instant kNow{std::chrono::sys_days(std::chrono::year(2026) / 11 / 25) + 12h};

Deck two_cards() {
  Deck deck;
  deck.title = "Radium";
  deck.passages = {{{"p1"}, "", "Radium was found in 1898.", {}}};
  for (const char* id : {"c1", "c2"}) {
    Card card;
    card.id = {id};
    card.prompt = std::string("Question ") + id;
    card.answer = "1898";
    card.evidence = Evidence{{"p1"}, 0, 25, {}};
    deck.cards.push_back(card);
  }
  return deck;
}

study::Session session_of(const Deck& deck) {
  std::vector<study::Item> items;
  for (const Card& card : deck.cards)
    items.push_back({{"d"}, memory_key(card), {card}, {}});
  return {items, test::value(memory::Scheduler::make({})), {}, {}, kNow, 1};
}

}  // namespace

TEST_CASE("F27 screens: the summary tells figures and what was missed, with its sentence") {
  const Deck deck = two_cards();
  study::Session session = session_of(deck);
  session.answer(memory::Rating::Again, kNow, 60s);
  session.answer(memory::Rating::Easy, kNow + 70s, 40s);
  session.answer(memory::Rating::Easy, kNow + 80s, 30s);
  const SummaryView view = look_back(session, deck, kNow + 90s, 0);
  CHECK(view.headline == "2 cards in 2 minutes");
  CHECK(view.figures[0].number == "2");
  CHECK(view.figures[1].number == "50 %");
  REQUIRE(view.missed.size() == 1);
  CHECK(view.missed[0].prompt == "Question c1");
  CHECK(view.missed[0].sentence == "Radium was found in 1898.");
  CHECK(view.next == "All done for today.");
  CHECK(view.can_undo);
}

TEST_CASE("screens: the summary says when the next learning step comes") {
  const Deck deck = two_cards();
  study::Item item{{"d"}, {"fact/x"}, {deck.cards[0]}, {}};
  item.state.phase = memory::Phase::Learning;
  item.state.due = kNow + 45min;
  study::Session session({item}, test::value(memory::Scheduler::make({})), {}, {}, kNow, 1);
  CHECK(look_back(session, deck, kNow, 0).next == "The next card comes in 45 minutes.");
  CHECK(look_back(session, deck, kNow + 44min, 0).next == "The next card comes in 1 minute.");
  CHECK(look_back(session, deck, kNow + 46min, 0).next == "A card is ready to be repeated.");
}
