// The side bar, the palette and the help, by their keys.
#include "game/screens/shell/shell_draw.h"

#include <algorithm>

#include "game/ui/widgets.h"
#include "tests/game/ui/stage.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::screens;
using Kind = ShellAction::Kind;
using ui::Key;

namespace {

/// A shell around a page with one button; keeps what was done last.
class Frame {
 public:
  explicit Frame(Page page = Page::Decks) { view.place = {page, false}; }

  ShellView view;
  ShellAction done;
  int pressed = 0;
  test::Stage stage{[this](ui::Ui& ui) {
    const ShellAction now = draw(view, ui, [&](const ui::Rect& area) {
      if (ui::button(ui, "own", {area.x + 20, 20, 120, 40}, {"Own"})) ++pressed;
      if (ui.pressed(U'o')) ++pressed;
    });
    if (now.kind != Kind::None) done = now;
  }};
};

}  // namespace

TEST_CASE("shell: every command has a picture that there is") {
  for (const Command& command : all_commands()) {
    CAPTURE(command.title);
    CHECK(std::ranges::count(ui::icons(), command.icon) == 1);
  }
}

TEST_CASE("shell: the side bar and the keys do what the table says") {
  Frame frame;
  for (const Command& command : all_commands()) {
    CAPTURE(command.title);
    if (command.page && applies(command, frame.view.place)) {
      frame.done = {};
      frame.stage.click(command.name);
      frame.stage.settle();
      CHECK(frame.done.kind == Kind::Run);
      CHECK(frame.done.command == command.id);
    }
    if (command.key.character == 0 || !applies(command, frame.view.place)) continue;
    frame.done = {};
    frame.stage.press(command.key.character,
                      {.ctrl = command.key.ctrl, .shift = command.key.shift});
    frame.stage.settle();
    CHECK(frame.done.kind == Kind::Run);
    CHECK(frame.done.command == command.id);
  }
}

TEST_CASE("shell: Study stands in the side bar while there is a session") {
  Frame frame;
  CHECK(frame.stage.ui().recorder().find("nav.study") == nullptr);
  frame.view.place.can_resume = true;
  frame.stage.settle();
  CHECK(frame.stage.ui().recorder().find("nav.study") != nullptr);
  CHECK(frame.stage.at("nav.decks").value == "current");
}

TEST_CASE("palette: typing looks for it, arrows choose, Enter takes, and the page is deaf") {
  Frame frame;
  frame.view.palette = find_commands("", 0, frame.view.place, {}, {});
  frame.stage.settle();
  CHECK(frame.stage.focus() == "palette.query");
  CHECK(frame.stage.at("palette.1").value == "chosen");
  frame.stage.type("o");
  frame.stage.run();
  CHECK(frame.pressed == 0);
  CHECK(frame.done.palette.kind == PaletteAction::Kind::Move);
  CHECK(frame.done.palette.query == "o");
  frame.stage.press(Key::Down);
  frame.stage.run();
  CHECK(frame.done.palette.chosen == 1);
  frame.stage.press(Key::Up);
  frame.stage.run();
  CHECK(frame.done.palette.chosen == frame.view.palette->entries.size() - 1);  // round the end
  frame.stage.press(Key::Enter);
  frame.stage.run();
  CHECK(frame.done.palette.kind == PaletteAction::Kind::Take);
  CHECK(frame.done.palette.chosen == 0);
  frame.stage.press(Key::Escape);
  frame.stage.run();
  CHECK(frame.done.palette.kind == PaletteAction::Kind::Close);
  CHECK(frame.done.palette.query == "o");
}

TEST_CASE("palette: an entry that is clicked is taken") {
  Frame frame;
  frame.view.palette = find_commands("", 0, frame.view.place, {}, {});
  frame.stage.settle();
  frame.stage.click("palette.3");
  frame.stage.settle();
  CHECK(frame.done.palette.kind == PaletteAction::Kind::Take);
  CHECK(frame.done.palette.chosen == 2);
}

TEST_CASE("help: the question mark asks for it, on a page that any other key leaves too") {
  Frame frame(Page::Summary);
  frame.stage.press(U'?');
  frame.stage.settle();
  CHECK(frame.done.command == CommandId::ShowKeys);
  frame.view.keys = keys_of(frame.view.place);
  frame.stage.settle();
  CHECK(frame.stage.ui().recorder().find("? Keys of this page") != nullptr);
  frame.done = {};
  frame.stage.press(Key::Escape);
  frame.stage.settle();
  CHECK(frame.done.kind == Kind::CloseKeys);
}
