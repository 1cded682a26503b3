// The browser of files by keyboard and mouse.
#include "game/screens/browser/browser_draw.h"

#include "tests/game/ui/page_samples.h"
#include "tests/game/ui/stage.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::screens;
using Kind = BrowserAction::Kind;
using ui::Key;

namespace {

class Sheet {
 public:
  template <class Press>
  BrowserAction after(Press press) {
    done = {};
    press(stage);
    stage.settle();
    return done;
  }
  BrowserAction after(Key key, ui::Mods mods = {}) {
    return after([=](test::Stage& on) { on.press(key, mods); });
  }
  BrowserAction after_click(std::string_view name) {
    return after([name](test::Stage& on) { on.click(name); });
  }

  BrowserView view = test::browser_sample(true, "");
  BrowserLayout layout;
  BrowserAction done;
  test::Stage stage{[this](ui::Ui& ui) {
    if (BrowserAction now = draw(view, layout, ui); now.kind != Kind::None) {
      done = std::move(now);
      if (done.kind == Kind::Query) view.query = done.text;
    }
  }};
};

/// As a keyboard gives it.
constexpr auto kBlank = [](test::Stage& on) {
  ui::Stroke blank;
  blank.key = Key::Space;
  blank.character = U' ';
  blank.text = " ";
  on.push(blank);
};

}  // namespace

TEST_CASE("F4 browser: everything by keyboard, from the field that has the focus") {
  Sheet sheet;
  sheet.stage.settle();
  CHECK(sheet.stage.focus() == "browser.query");
  CHECK(sheet.after(Key::Down).steps == 1);
  CHECK(sheet.after(Key::Up).steps == -1);
  CHECK(sheet.after(Key::PageDown).steps > 1);
  CHECK(sheet.after(Key::Enter).kind == Kind::Submit);
  CHECK(sheet.after(Key::Enter, ui::kCtrl).kind == Kind::Accept);
  CHECK(sheet.after(Key::Backspace).kind == Kind::Up);
  CHECK(sheet.after(Key::Up, {.alt = true}).kind == Kind::Up);
  CHECK(sheet.after(Key::Escape).kind == Kind::Cancel);
  const auto after_ctrl = [&](char32_t letter) {
    return sheet.after([=](test::Stage& on) { on.press(letter, ui::kCtrl); }).kind;
  };
  CHECK(after_ctrl(U'h') == Kind::Hidden);
  CHECK(after_ctrl(U't') == Kind::All);
}

TEST_CASE("F4 browser: Space ticks, and is a blank once a name is being typed") {
  Sheet sheet;
  sheet.stage.settle();
  const BrowserAction ticked = sheet.after(kBlank);
  CHECK(ticked.kind == Kind::Tick);
  CHECK(ticked.row == 4);
  CHECK(sheet.after([](test::Stage& on) { on.type("a"); }).text == "a");
  CHECK(sheet.after(kBlank).text == "a ");
  CHECK(sheet.after(Key::Backspace).text == "a");
  sheet.view = test::browser_sample(false, "");  // one file only
  CHECK(sheet.after(kBlank).kind != Kind::Tick);
}

TEST_CASE("F4 browser: a click chooses a file, two open it; a folder opens at once") {
  Sheet sheet;
  sheet.stage.settle();
  const BrowserAction chosen = sheet.after_click("browser.file.6");
  CHECK(chosen.kind == Kind::Choose);
  CHECK(chosen.row == 5);
  CHECK(sheet.stage.focus() == "browser.query");  // and the keys go on
  CHECK(sheet.after_click("browser.file.6").kind == Kind::Open);
  CHECK(sheet.after_click("browser.file.1").kind == Kind::Open);
  CHECK(sheet.after_click("browser.file.7.tick").kind == Kind::Tick);
  CHECK(sheet.after_click("browser.crumb.1").path == "/home");
  CHECK(sheet.after_click("browser.place.2").path == "/home/ada/Documents");
  CHECK(sheet.after_click("browser.up").kind == Kind::Up);
  CHECK(sheet.after_click("browser.accept").kind == Kind::Accept);
  CHECK(sheet.after_click("browser.close").kind == Kind::Cancel);
}

TEST_CASE("F4 browser: of ten thousand files only those are drawn that can be seen") {
  Sheet sheet;
  for (int i = 0; i < 10'000; ++i)
    sheet.view.rows.push_back({"x", "x", false, false, "1 kB", "1 May"});
  sheet.stage.settle();
  CHECK(sheet.stage.widgets().size() < 120);
  sheet.view.chosen = 9'000;
  ++sheet.view.reveal;
  sheet.stage.settle();
  CHECK(sheet.stage.at("browser.file.9001").value.ends_with("chosen"));
}
