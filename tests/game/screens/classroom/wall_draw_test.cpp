#include "game/screens/classroom/wall_draw.h"

#include "game/screens/classroom/after_draw.h"
#include "game/screens/classroom/setup_draw.h"
#include "tests/game/ui/stage.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::screens;
using classroom::Millis;
using classroom::Stage;
using Kind = WallAction::Kind;

namespace {

/// A wall on a stage, and what was done at it last.
class Wall {
 public:
  explicit Wall(WallView view) : screen{std::move(view)} {}

  WallScreen screen;
  std::vector<WallAction> done;
  test::Stage stage{[this](ui::Ui& ui) {
    const WallAction action = draw(screen, ui, ui.area());
    if (action.kind != Kind::None) done.push_back(action);
  }};

  /// What pressing it does; None when nothing.
  Kind press(auto key) {
    done.clear();
    stage.press(key);
    stage.settle();
    return done.empty() ? Kind::None : done.front().kind;
  }
  WallAction click(std::string_view name) {
    done.clear();
    stage.settle();
    stage.click(name);
    stage.settle();
    return done.empty() ? WallAction{} : done.front();
  }
};

WallView answering() {
  WallView view;
  view.stage = Stage::Answering;
  view.prompt = "On which island does Mount Tambora stand?";
  view.options = {{"A", "Sumbawa"}, {"B", "Bali"}};
  view.left = Millis{12'000};
  view.lasts = Millis{20'000};
  view.next = "Close the answers";
  view.can_pause = view.can_add_time = view.can_skip = true;
  return view;
}

}  // namespace

TEST_CASE("3.1 wall: keys of the teacher and of a presenter") {
  Wall wall(answering());
  wall.stage.settle();
  CHECK(wall.press(ui::Key::Space) == Kind::Next);
  CHECK(wall.press(ui::Key::PageDown) == Kind::Next);
  CHECK(wall.press(ui::Key::PageUp) == Kind::Pause);
  CHECK(wall.press(U'p') == Kind::Pause);
  CHECK(wall.press(U'+') == Kind::MoreTime);
  CHECK(wall.press(U'n') == Kind::Skip);
  CHECK(wall.press(U'r') == Kind::None);  // it is not closed
  CHECK(wall.press(ui::Key::Escape) == Kind::None);
  wall.screen.wall.stage = Stage::Closed;
  wall.screen.wall.left.reset();
  wall.screen.wall.can_reopen = true;
  wall.screen.wall.can_pause = wall.screen.wall.can_add_time = false;
  CHECK(wall.press(U'r') == Kind::Reopen);
  CHECK(wall.press(U'+') == Kind::None);
  CHECK(wall.press(U'p') == Kind::None);
}

TEST_CASE("3.1 wall: Space is the next step also when a button has the focus, once") {
  Wall wall(answering());
  wall.stage.settle();
  wall.stage.press(ui::Key::Tab);
  wall.stage.settle();
  REQUIRE_FALSE(wall.stage.focus().empty());
  CHECK(wall.press(ui::Key::Space) == Kind::Next);
  CHECK(wall.done.size() == 1);
}

TEST_CASE("3.1 wall: Space lets a paused clock go on") {
  WallView view = answering();
  view.paused = true;
  view.next.clear();
  Wall wall(std::move(view));
  wall.stage.settle();
  CHECK(wall.press(ui::Key::Space) == Kind::Pause);
  CHECK(wall.stage.at("wall.pause").text == "Go on");
}

TEST_CASE("3.1 wall: the time is read as seconds, and the histogram tells what is right in words") {
  Wall wall(answering());
  wall.stage.settle();
  CHECK(wall.stage.at("wall.left").value == "12");
  CHECK(wall.stage.at("wall.option.A").value.empty());
  WallView& view = wall.screen.wall;
  view.stage = Stage::Reveal;
  view.revealed = true;
  view.left.reset();
  view.options = {{"A", "Sumbawa", 3, 0.75F, true}, {"B", "Bali", 1, 0.25F, false}};
  view.evidence = "Mount Tambora stands on the island of Sumbawa.";
  wall.stage.settle();
  CHECK(wall.stage.at("wall.option.A").value == "3 right");
  CHECK(wall.stage.at("wall.option.B").value == "1");
  CHECK(wall.stage.at("wall.evidence").text.find("island of Sumbawa") != std::string::npos);
}

TEST_CASE("L13 wall: a click on a name opens what can be done about it") {
  WallView view;
  view.door = {"192.168.1.20:8765", "481 906", {}, {}, 1};
  view.names = {{1, "Ben", WallName::State::In}, {0, "Ada", WallName::State::Waiting}};
  view.next = "Start";
  Wall wall(std::move(view));
  CHECK(wall.click("name.1") == WallAction{Kind::OpenName, 1, {}, {}});
  wall.screen.panel = NamePanel{wall.screen.wall.names[1]};
  CHECK(wall.click("Let in") == WallAction{Kind::Approve, 0, {}, {}});
  CHECK(wall.press(U'x') == Kind::Remove);
  CHECK(wall.press(ui::Key::Space) != Kind::Next);  // the page is deaf
  CHECK(wall.press(ui::Key::Escape) == Kind::CloseName);
  wall.screen.panel = NamePanel{wall.screen.wall.names[0], true};
  wall.stage.settle();
  wall.stage.press(U'a', ui::kCtrl);
  wall.stage.type("Benno");
  CHECK(wall.press(ui::Key::Enter) == Kind::Rename);
  CHECK(wall.done.front().text == "Benno");
}

TEST_CASE("3.1 setup: a deck, a choice and ticks by mouse; Enter opens the room") {
  SetupView view;
  view.decks = {{{"tambora"}, "Tambora", "8 cards"}};
  std::vector<SetupAction> done;
  test::Stage stage([&](ui::Ui& ui) {
    const SetupAction action = draw(view, ui, ui.area());
    if (action.kind != SetupAction::Kind::None) done.push_back(action);
  });
  stage.settle();
  stage.click("host.tambora");
  stage.settle();
  REQUIRE(done.size() == 1);
  CHECK(done[0].deck.text == "tambora");
  view.chosen = true;
  view.title = "Tambora";
  view.options = {{"Points", "", {"For being right", "For speed too"}, 0}};
  view.cards = {{3, "How high is it?", "Short answer", "2,851 metres", true}};
  view.can_host = true;
  done.clear();
  stage.settle();
  stage.click("choice.0.1");
  stage.settle();
  stage.click("tick.3");
  stage.settle();
  stage.press(ui::Key::Enter);
  stage.settle();
  REQUIRE(done.size() >= 2);
  CHECK(done[0] == SetupAction{SetupAction::Kind::Choose, {}, 0, 1, 0, {}});
  CHECK(done[1] == SetupAction{SetupAction::Kind::Tick, {}, 3, 0, 0, {}});
}

TEST_CASE("L19 after: keys make a deck, play again, save, leave; not where there is nothing") {
  AfterView view;
  view.questions = {{"How high?", "2,851 metres", "50 % right", "", "", 0.5F, true}};
  view.missed = view.questions;
  using After = AfterAction::Kind;
  After last = After::None;
  test::Stage stage([&](ui::Ui& ui) {
    const AfterAction action = draw(view, ui, ui.area());
    if (action.kind != After::None) last = action.kind;
  });
  const auto pressed = [&](auto key) {
    last = After::None;
    stage.press(key);
    stage.settle();
    return last;
  };
  stage.settle();
  CHECK(pressed(U'd') == After::MakeDeck);
  CHECK(pressed(U'a') == After::PlayMissed);
  CHECK(pressed(U's') == After::Export);
  CHECK(pressed(U'p') == After::Print);
  CHECK(pressed(U'x') == After::None);  // the room is still there
  CHECK(pressed(ui::Key::Escape) == After::Leave);
  view.missed.clear();
  CHECK(pressed(U'd') == After::None);
  CHECK(pressed(U'a') == After::None);
}

TEST_CASE("L18 after: an earlier result is deleted when that is confirmed, not by a slip") {
  AfterView view;
  view.title = "Tambora";
  view.questions = {{"How high?", "2,851 metres", "50 % right", "", "", 0.5F, true}};
  view.can_delete = true;
  using After = AfterAction::Kind;
  After last = After::None;
  test::Stage stage([&](ui::Ui& ui) {
    const AfterAction action = draw(view, ui, ui.area());
    if (action.kind != After::None) last = action.kind;
    if (action.kind == After::AskDelete) view.asks_delete = true;
  });
  const auto pressed = [&](auto key) {
    last = After::None;
    stage.press(key);
    stage.settle();
    return last;
  };
  stage.settle();
  CHECK(pressed(ui::Key::Enter) != After::Delete);
  CHECK(pressed(U'x') == After::AskDelete);
  CHECK(pressed(U's') == After::None);  // the page behind the box is deaf
  CHECK(pressed(ui::Key::Escape) == After::Keep);
  CHECK(pressed(ui::Key::Enter) == After::Delete);
}

TEST_CASE("3.1 setup: the class list is typed and saved; the page behind it is deaf") {
  SetupView view;
  view.chosen = true;
  view.title = "Tambora";
  view.can_host = true;
  view.options = {{"Names", "Only names of your list", {"Free", "Class list"}, 1}};
  view.names = "2 names on the class list";
  std::vector<SetupAction> done;
  test::Stage stage([&](ui::Ui& ui) {
    const SetupAction action = draw(view, ui, ui.area());
    if (action.kind != SetupAction::Kind::None) done.push_back(action);
  });
  stage.settle();
  stage.click("setup.edit_list");
  stage.settle();
  REQUIRE(done.size() == 1);
  CHECK(done[0].kind == SetupAction::Kind::EditList);
  view.list = "Anna\nBert\n";
  stage.settle();
  stage.press(ui::Key::Enter);  // breaks the line
  stage.settle();
  CHECK(done.size() == 1);
  stage.click("list.save");
  stage.settle();
  REQUIRE(done.size() == 2);
  CHECK(done[1].kind == SetupAction::Kind::SaveList);
  CHECK(done[1].text.find("Anna") != std::string::npos);
  stage.press(ui::Key::Escape);
  stage.settle();
  CHECK(done.back().kind == SetupAction::Kind::KeepList);
}

TEST_CASE("L20 wall: the numbers of cards are typed, Tab goes on, Enter counts them") {
  WallView view = answering();
  view.can_count = true;
  Wall wall(view);
  CHECK(wall.press(U'c') == Kind::CountHands);
  wall.screen.hands = HandsPanel{{"A", "B"}, {}};
  wall.stage.settle();
  CHECK(wall.press(U'n') == Kind::None);  // the page behind it is deaf
  wall.stage.press(ui::Key::Backspace);
  wall.stage.type("12");
  wall.stage.press(ui::Key::Tab);
  wall.stage.type("5");
  wall.done.clear();
  wall.stage.press(ui::Key::Enter);
  wall.stage.settle();
  REQUIRE(wall.done.size() == 1);
  CHECK(wall.done[0] == WallAction{Kind::SaveHands, 0, {}, {12, 5}});
  CHECK(wall.press(ui::Key::Escape) == Kind::CloseHands);
}
