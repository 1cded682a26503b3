#include "game/screens/study/study_view.h"

#include <string>

#include "tests/support/support.h"

using namespace recto;
using namespace recto::screens;
using namespace std::chrono_literals;

namespace {

const Instant kNow{std::chrono::sys_days(std::chrono::year(2026) / 11 / 25) + 12h};

Deck deck_of(Card card) {
  Deck deck;
  deck.title = "Radium";
  deck.source.title = "The story of radium";
  deck.source.url = "https://example.org/radium";
  deck.passages = {{{"p1"}, "Discovery", "Radium was found in 1898. It glows.", {}}};
  card.id = {"c1"};
  card.evidence = Evidence{{"p1"}, 0, 25, {}};
  deck.cards = {std::move(card)};
  return deck;
}

Card card_of(CardKind kind) {
  Card card;
  card.kind = kind;
  card.prompt = kind == CardKind::Cloze ? "Radium was found in ____." : "When was radium found?";
  card.answer = "1898";
  if (kind == CardKind::Choice) card.distractors = {"1889", "1908", "1879"};
  if (kind == CardKind::TrueFalse) card.answer = "false";
  card.hint = "a year";
  return card;
}

study::Session session_of(const Deck& deck) {
  study::Item item{{"d"}, memory_key(deck.cards[0]), deck.cards, {}};
  return {{item}, test::value(memory::Scheduler::make({})), {}, {}, kNow, 1};
}

StudyView shown(const Deck& deck, const Turn& turn) {
  return look(session_of(deck), deck, turn, kNow);
}

Turn revealed() {
  Turn turn;
  turn.shown_at = kNow - 5s;
  turn.revealed_at = kNow - 1s;
  return turn;
}

}  // namespace

TEST_CASE("F16 screens: the front shows deck, heading and kind, and nothing of the answer") {
  const Deck deck = deck_of(card_of(CardKind::Short));
  const StudyView view = shown(deck, {});
  CHECK(view.deck_title == "Radium");
  CHECK(view.heading == "Discovery");
  CHECK(view.kind == "Short answer");
  CHECK(view.prompt == "When was radium found?");
  CHECK(view.way == study::Way::Type);
  CHECK(view.hint == "a year");
  CHECK(view.answer.empty());
  CHECK(!view.source);
  CHECK(!view.revealed);
  CHECK(view.left == 1);
  CHECK(!view.can_undo);
}

TEST_CASE("screens: the back shows the answer and the evidence in its passage") {
  const StudyView view = shown(deck_of(card_of(CardKind::Short)), revealed());
  CHECK(view.answer == "1898");
  REQUIRE(view.source);
  CHECK(view.source->text.substr(view.source->begin, view.source->end) ==
        "Radium was found in 1898.");
  CHECK(view.source->title == "The story of radium");
  CHECK(view.source->url == "https://example.org/radium");
  CHECK(!view.verdict);
}

TEST_CASE("F18 screens: four ratings with a word of meaning and the next interval") {
  const StudyView view = shown(deck_of(card_of(CardKind::Short)), revealed());
  CHECK(view.ratings[0].name == "Again");
  CHECK(view.ratings[0].interval == "1 min");
  CHECK(view.ratings[1].meaning == "recalled with effort");
  CHECK(view.ratings[2].interval == "10 min");
  CHECK(view.ratings[2].suggested);
  CHECK(view.ratings[3].interval.find("day") != std::string::npos);
}

TEST_CASE("F19 screens: a rating is not taken just after the answer appeared") {
  Turn turn;
  CHECK(!may_rate(turn, kNow));
  turn.revealed_at = kNow;
  CHECK(!may_rate(turn, kNow + 149ms));
  CHECK(may_rate(turn, kNow + 150ms));
}

TEST_CASE("F20 screens: the verdict suggests the rating") {
  Turn turn = revealed();
  turn.typed = "1889";
  turn.graded = study::Graded{study::Verdict::Wrong, "-"};
  const StudyView view = shown(deck_of(card_of(CardKind::Short)), turn);
  CHECK(view.verdict_text == "Not quite");
  CHECK(view.typed == "1889");
  CHECK(view.ratings[0].suggested);
  CHECK(!view.ratings[2].suggested);
}

TEST_CASE("F21 screens: after a wrong choice both options are marked") {
  const Deck deck = deck_of(card_of(CardKind::Choice));
  const study::Session session = session_of(deck);
  CHECK(look(session, deck, {}, kNow).options.size() == 4);
  for (const OptionLook& option : look(session, deck, {}, kNow).options)
    CHECK(option.mark == OptionLook::Mark::None);
  Turn turn = revealed();
  for (std::size_t i = 0; i < 4; ++i)
    if (session.options()[i] == "1908") turn.chosen = i;
  const StudyView view = look(session, deck, turn, kNow);
  for (const OptionLook& option : view.options) {
    const auto expected = option.text == "1898"   ? OptionLook::Mark::Right
                          : option.text == "1908" ? OptionLook::Mark::WronglyChosen
                                                  : OptionLook::Mark::None;
    CHECK(option.mark == expected);
  }
  CHECK(view.answer.empty());
}

TEST_CASE("screens: a gap is filled in once the answer is shown") {
  const Deck deck = deck_of(card_of(CardKind::Cloze));
  CHECK(shown(deck, {}).prompt == "Radium was found in ____.");
  CHECK(shown(deck, revealed()).prompt == "Radium was found in 1898.");
}

TEST_CASE("screens: true and false are words for a person") {
  const StudyView view = shown(deck_of(card_of(CardKind::TrueFalse)), revealed());
  REQUIRE(view.options.size() == 2);
  CHECK(view.options[0].text == "True");
  CHECK(view.options[1].text == "False");
  CHECK(view.options[1].mark == OptionLook::Mark::Right);
}

TEST_CASE("F17 screens: c copies the card as text") {
  const Deck deck = deck_of(card_of(CardKind::Choice));
  CHECK(card_text(deck, deck.cards[0]) ==
        "When was radium found?\n- 1879\n- 1889\n- 1898\n- 1908\n\n1898\n\n“Radium was found in "
        "1898.”\n— The story of radium, https://example.org/radium\n");
}
