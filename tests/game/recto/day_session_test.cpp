// One session over all that the day brings, of several decks.
#include <algorithm>
#include <map>
#include <set>

#include "game/progress/settings.h"
#include "game/progress/today.h"
#include "tests/game/progress/samples.h"
#include "tests/game/recto/desk.h"

using namespace recto;
using namespace std::chrono_literals;
using memory::Rating;
using screens::CommandId;
using screens::Page;
using screens::SummaryAction;
using screens::TodayAction;
using test::Desk;
using Kind = screens::StudyAction::Kind;

namespace {

/// So many cards with one and the same id in every deck.
Deck deck_named(const std::string& name, int cards) {
  Deck deck = test::numbers_deck(cards);
  deck.id = {name};
  deck.title = name;
  return deck;
}

void start_day(Desk& desk) {
  desk.app().apply(TodayAction{.kind = TodayAction::Kind::Start});
}

void run(Desk& desk, CommandId command) {
  desk.app().apply(
      screens::ShellAction{.kind = screens::ShellAction::Kind::Run, .command = command});
}

/// Answers until nothing is asked any more; the decks of the cards, in order.
std::vector<std::string> decks_asked(Desk& desk, Rating rating) {
  std::vector<std::string> decks;
  while (desk.page() == Page::Study) {
    decks.push_back(desk.app().study().deck_title);
    desk.answer(rating);
  }
  return decks;
}

void two_decks(Desk& desk) {
  desk.add(deck_named("Rivers", 6));
  desk.add(deck_named("Metals", 4));
}

/// What the database says of the first card of a deck.
study::Item first_of(Desk& desk, const std::string& deck) {
  const auto store = test::value(progress::open_profile(desk.profile()));
  return test::value(store.items({deck})).front();
}

}  // namespace

TEST_CASE("F15 recto: Start is one session over all decks, mixed, each card with its deck") {
  Desk desk;
  two_decks(desk);
  const std::string headline = desk.app().today().headline;
  CHECK(headline.find("10 cards") == 0);
  start_day(desk);
  CHECK(desk.app().study().left == 10);
  const auto decks = decks_asked(desk, Rating::Easy);
  CHECK(decks.size() == 10);
  CHECK(std::ranges::count(decks, "Rivers") == 6);
  CHECK(std::ranges::count(decks, "Metals") == 4);
  for (std::size_t i = 0; i + 1 < 8; i += 2)
    CHECK(decks[i] != decks[i + 1]);  // in turn, until the smaller one is used up
  CHECK(desk.page() == Page::Summary);
  const screens::SummaryView view = desk.app().summary();
  CHECK(view.deck_title == "2 decks");
  CHECK(view.headline.find("10 cards") == 0);
  CHECK_FALSE(view.can_go_on);
}

TEST_CASE("F15 recto: in the day's session each deck keeps its own limits and rules") {
  Desk desk;
  two_decks(desk);
  {
    auto store = test::value(progress::open_profile(desk.profile()));
    progress::Preset preset;
    preset.new_a_day = 2;
    preset.scheduling.desired_retention = 0.8;
    for (const auto& edits : {progress::with_preset(store, "few", preset),
                              progress::choosing_preset(store, {"Rivers"}, "few")})
      REQUIRE(store.apply(test::value(edits), desk.now));
  }
  desk.start();
  start_day(desk);
  const auto decks = decks_asked(desk, Rating::Easy);
  CHECK(std::ranges::count(decks, "Rivers") == 2);
  CHECK(std::ranges::count(decks, "Metals") == 4);
  const auto store = test::value(progress::open_profile(desk.profile()));
  CHECK(test::value(store.check()).faults.empty());  // each answer under the rules of its deck
  int longest_of_metals = 0, longest_of_rivers = 0;
  for (const study::Item& item : test::value(store.items({"Metals"})))
    longest_of_metals = std::max(longest_of_metals, item.state.interval_days);
  for (const study::Item& item : test::value(store.items({"Rivers"})))
    longest_of_rivers = std::max(longest_of_rivers, item.state.interval_days);
  CHECK(longest_of_rivers > longest_of_metals);
}

TEST_CASE("F17 recto: decisions, edits and undoing find the card of the right deck") {
  Desk desk;
  two_decks(desk);
  start_day(desk);
  const std::string first = desk.app().study().deck_title;
  const std::string other = first == "Rivers" ? "Metals" : "Rivers";
  REQUIRE(desk.app().study().prompt == "Number 0?");

  desk.act(Kind::Edit);
  screens::StudyAction saved{.kind = Kind::Edited};
  std::vector<std::string> texts;
  const screens::StudyView open = desk.app().study();
  for (const auto& field : open.edit->fields)
    texts.push_back(field.text);
  texts[0] = "Which number is it?";
  saved.edit = {screens::EditAction::Kind::Save, texts};
  desk.app().apply(saved);
  CHECK(desk.app().study().prompt == "Which number is it?");
  CHECK(first_of(desk, first).variants.front().prompt == "Which number is it?");
  CHECK(first_of(desk, other).variants.front().prompt == "Number 0?");

  desk.act(Kind::Bury);
  CHECK(first_of(desk, first).standing.buried_until);
  CHECK_FALSE(first_of(desk, other).standing.buried_until);
  CHECK(desk.app().study().deck_title == other);
  CHECK(desk.app().study().prompt == "Number 0?");
  desk.act(Kind::Undo);
  CHECK(desk.app().study().deck_title == first);
  desk.act(Kind::Undo);
  CHECK(desk.app().study().prompt == "Number 0?");
  CHECK(first_of(desk, first).variants.front().prompt == "Number 0?");
}

TEST_CASE("F27 recto: the day's summary has the missed of all decks, and they can be practised") {
  Desk desk;
  two_decks(desk);
  start_day(desk);
  std::set<std::string> missed;
  while (desk.page() == Page::Study) {
    const screens::StudyView view = desk.app().study();
    const bool misses = view.prompt == "Number 0?" && missed.insert(view.deck_title).second;
    desk.answer(misses ? Rating::Again : Rating::Easy);
  }
  REQUIRE(missed.size() == 2);
  const screens::SummaryView view = desk.app().summary();
  REQUIRE(view.missed.size() == 2);
  CHECK(view.missed[0].deck != view.missed[1].deck);
  desk.app().apply(SummaryAction{SummaryAction::Kind::Practise});
  CHECK(desk.app().study().left == 2);
  std::set<std::string> practised;
  while (desk.page() == Page::Study) {
    practised.insert(desk.app().study().deck_title);
    desk.answer(Rating::Good);
  }
  CHECK(practised == missed);
}

TEST_CASE("F17 recto: the day's session is resumed; a deck that has come since then comes too") {
  Desk desk;
  two_decks(desk);
  start_day(desk);
  desk.answer(Rating::Easy);
  desk.act(Kind::Leave, "half");
  CHECK(desk.page() == Page::Today);
  start_day(desk);
  CHECK(desk.app().study().left == 9);
  CHECK(desk.app().study().typed == "half");
  desk.act(Kind::Leave);
  desk.add(deck_named("Winds", 3));
  start_day(desk);
  CHECK(desk.app().study().left == 12);
  desk.act(Kind::Leave);
  desk.study({"Winds"});
  CHECK(desk.app().study().left == 3);
  CHECK(desk.app().study().deck_title == "Winds");
}

TEST_CASE("F15 recto: a deck that is deleted ends the day's session; nothing answered is lost") {
  Desk desk;
  two_decks(desk);
  start_day(desk);
  desk.answer(Rating::Easy);
  desk.act(Kind::Leave);
  desk.app().apply(
      screens::DecksAction{.kind = screens::DecksAction::Kind::Delete, .deck = {"Metals"}});
  start_day(desk);
  const auto decks = decks_asked(desk, Rating::Easy);
  CHECK(std::ranges::count(decks, "Metals") == 0);
  run(desk, CommandId::ShowToday);
  start_day(desk);
  CHECK(desk.message() == "Nothing is due now.");
}

TEST_CASE("F25 recto: in an exam's final days its deck is part of the day's session") {
  Desk desk;
  desk.add(deck_named("Rivers", 4));
  start_day(desk);
  decks_asked(desk, Rating::Easy);
  desk.add(deck_named("Metals", 2));
  {
    auto store = test::value(progress::open_profile(desk.profile()));
    const study::Day today = study::day_of(desk.now, {});
    const study::Exam exam{today + 2, 1};
    REQUIRE(store.apply(test::value(progress::with_exam(store, {"Rivers"}, exam)), desk.now));
  }
  desk.now += 24h;
  desk.start();
  start_day(desk);
  const auto decks = decks_asked(desk, Rating::Easy);
  CHECK(std::ranges::count(decks, "Rivers") == 4);
  CHECK(std::ranges::count(decks, "Metals") == 2);
}
