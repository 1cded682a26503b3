// Decks as a whole: named, deleted, given a day; the day's plan; undo on every page.
#include "game/recto/decks_flow.h"

#include "game/progress/settings.h"
#include "tests/game/recto/desk.h"

using namespace recto;
using namespace std::chrono_literals;
using memory::Rating;
using screens::CommandId;
using screens::DecksAction;
using screens::Page;
using screens::TodayAction;
using test::Desk;
using Kind = DecksAction::Kind;
using Panel = screens::DeckPanel::Kind;

namespace {

void open(Desk& desk, Panel panel, const DeckId& deck = {"treaty"}) {
  desk.app().apply(DecksAction{.kind = Kind::Open, .deck = deck, .panel = panel});
}
void act(Desk& desk, Kind kind, const std::string& text = {}) {
  desk.app().apply(DecksAction{.kind = kind, .deck = {"treaty"}, .text = text});
}
void run(Desk& desk, CommandId command) {
  desk.now += 1s;
  desk.app().apply(screens::run(command));
}
std::string title(Desk& desk) {
  const auto rows = desk.app().decks().rows;
  return rows.empty() ? "" : rows[0].title;
}

}  // namespace

TEST_CASE("recto: a deck is renamed, with Undo in the line and by key") {
  Desk desk;
  desk.add(test::treaty_deck());
  open(desk, Panel::Rename);
  CHECK(desk.app().decks().panel->text == "The Treaty of Tordesillas");
  act(desk, Kind::Save, "  ");
  CHECK(desk.app().decks().panel);  // it stays open, and says why
  act(desk, Kind::Save, " The line ");
  CHECK_FALSE(desk.app().decks().panel);
  CHECK(title(desk) == "The line");
  CHECK(desk.message() == "Renamed to “The line”.");
  desk.app().apply(screens::ShellAction{screens::ShellAction::Kind::UndoMessage});
  CHECK(title(desk) == "The Treaty of Tordesillas");
  CHECK(desk.message() == "Undone: renaming “The Treaty of Tordesillas” to “The line”.");
  run(desk, CommandId::Redo);
  CHECK(title(desk) == "The line");
  run(desk, CommandId::Undo);
  CHECK(title(desk) == "The Treaty of Tordesillas");
}

TEST_CASE("U9 recto: a deleted deck is gone, with its session, and comes back with all it knew") {
  Desk desk;
  desk.add(test::treaty_deck());
  desk.study({"treaty"});
  desk.answer(Rating::Easy);
  desk.act(screens::StudyAction::Kind::Leave);
  act(desk, Kind::Delete);
  CHECK(desk.app().decks().rows.empty());
  CHECK_FALSE(desk.app().shell().place.can_resume);
  CHECK(desk.message() == "Deleted “The Treaty of Tordesillas” with 5 cards.");
  run(desk, CommandId::Undo);
  REQUIRE(desk.app().decks().rows.size() == 1);
  CHECK(desk.app().decks().rows[0].fresh == 4);
  CHECK(desk.stats().reviews == 1);
}

TEST_CASE("F25 recto: a deck gets the day that it is needed by, and loses it") {
  Desk desk;
  desk.add(test::treaty_deck());
  open(desk, Panel::Exam);
  act(desk, Kind::Type, "3 Dec");
  CHECK(desk.app().decks().panel->can_save);
  act(desk, Kind::Save, "no day");
  CHECK(desk.app().decks().panel);
  act(desk, Kind::Save, "3 December");
  CHECK(desk.app().decks().rows[0].cards == "5 in all, by 3 December");
  REQUIRE(desk.app().today().exams.size() == 1);
  open(desk, Panel::Exam);
  CHECK(desk.app().decks().panel->text == "3 December");
  act(desk, Kind::NoExam);
  CHECK(desk.app().today().exams.empty());
  run(desk, CommandId::Undo);
  CHECK(desk.app().today().exams.size() == 1);
}

TEST_CASE("F20 recto: the way of answering holds for one deck, from its next session on") {
  Desk desk;
  desk.add(test::treaty_deck());
  desk.add(test::numbers_deck(3));
  open(desk, Panel::Answering, {"numbers"});
  CHECK(desk.app().decks().panel->answering == study::Answering::Grow);
  desk.app().apply(DecksAction{
      .kind = Kind::Answer, .deck = {"numbers"}, .answering = study::Answering::Recall});
  desk.study({"numbers"});
  CHECK(desk.app().study().way == study::Way::Reveal);
  desk.study({"treaty"});
  CHECK(desk.app().study().way == study::Way::Type);
  desk.act(screens::StudyAction::Kind::Leave);
  run(desk, CommandId::Undo);
  open(desk, Panel::Answering, {"numbers"});
  CHECK(desk.app().decks().panel->answering == study::Answering::Grow);
}

TEST_CASE("recto: undo on another page takes the session's last answer back and shows its card") {
  Desk desk;
  desk.add(test::numbers_deck(3));
  desk.study({"numbers"});
  const std::string prompt = desk.app().study().prompt;
  desk.answer(Rating::Easy);
  desk.act(screens::StudyAction::Kind::Leave);
  run(desk, CommandId::Undo);
  CHECK(desk.page() == Page::Study);
  CHECK(desk.app().study().prompt == prompt);
  CHECK(desk.stats().ratings[3] == 0);
  desk.act(screens::StudyAction::Kind::Leave);
  run(desk, CommandId::Redo);
  CHECK(desk.stats().ratings[3] == 1);
  CHECK(desk.app().study().prompt != prompt);
  CHECK(test::value(test::value(progress::open_profile(desk.profile())).check()).faults.empty());
}

TEST_CASE("recto: undo reaches answers of sessions before a restart, down to the first step") {
  Desk desk;
  desk.add(test::numbers_deck(3));
  desk.study({"numbers"});
  desk.answer(Rating::Easy);
  desk.start();
  run(desk, CommandId::Undo);
  CHECK(desk.message() == "Undone: an answer.");
  CHECK(desk.stats().undone == 1);
  run(desk, CommandId::Undo);
  CHECK(desk.message() == "Undone: adding “Numbers”.");
  CHECK(desk.app().decks().rows.empty());
  run(desk, CommandId::Undo);
  CHECK(desk.message() == "There is nothing to undo.");
  run(desk, CommandId::Redo);
  CHECK(desk.app().decks().rows.size() == 1);
}

TEST_CASE("recto: words that were put right are taken back though something else came after") {
  Desk desk;
  desk.add(test::treaty_deck());
  desk.study({"treaty"});
  const std::string prompt = desk.app().study().prompt;
  desk.act(screens::StudyAction::Kind::Edit);
  screens::StudyAction edited{.kind = screens::StudyAction::Kind::Edited};
  edited.edit.kind = screens::EditAction::Kind::Save;
  const screens::EditView fields = *desk.app().study().edit;
  for (const auto& field : fields.fields)
    edited.edit.texts.push_back(field.text);
  edited.edit.texts[0] = "When was the line drawn?";
  desk.app().apply(edited);
  CHECK(desk.app().study().prompt == "When was the line drawn?");
  desk.act(screens::StudyAction::Kind::Leave);
  open(desk, Panel::Rename);
  act(desk, Kind::Save, "The line");
  run(desk, CommandId::ShowStudy);
  desk.act(screens::StudyAction::Kind::Undo);
  CHECK(desk.app().study().prompt == prompt);
  desk.act(screens::StudyAction::Kind::Leave);
  CHECK(title(desk) == "The line");
}

TEST_CASE("F15 recto: Start studies what the day brings; leaving leads back to where it began") {
  Desk desk;
  CHECK(desk.page() == Page::Today);
  desk.add(test::treaty_deck());
  desk.app().apply(TodayAction{.kind = TodayAction::Kind::Start});
  CHECK(desk.page() == Page::Study);
  desk.act(screens::StudyAction::Kind::Leave);
  CHECK(desk.page() == Page::Today);
  run(desk, CommandId::ShowDecks);
  desk.study({"treaty"});
  desk.act(screens::StudyAction::Kind::Leave);
  CHECK(desk.page() == Page::Decks);
}

TEST_CASE("F26 recto: after days away a way to catch up is chosen, and can be taken back") {
  Desk desk;
  desk.add(test::numbers_deck(60));
  for (int session = 0; session < 3; ++session) {
    desk.study({"numbers"});
    while (desk.page() == Page::Study)
      desk.answer(Rating::Easy);
  }
  run(desk, CommandId::ShowToday);
  desk.now += 24h * 40;
  desk.app().tick();
  REQUIRE(desk.app().today().choices.size() == 3);
  desk.app().apply(
      TodayAction{.kind = TodayAction::Kind::CatchUp, .way = progress::CatchingUp::Way::Spread});
  CHECK(desk.app().today().choices.empty());
  CHECK(desk.app().today().detail.find("New cards pause until") != std::string::npos);
  run(desk, CommandId::Undo);
  CHECK(desk.message() == "Undone: how to catch up.");
  CHECK(desk.app().today().choices.size() == 3);
}
