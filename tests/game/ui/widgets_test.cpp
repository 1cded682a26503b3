#include "game/ui/widgets.h"

#include <array>

#include "content/base/utf8.h"
#include "game/ui/menu.h"
#include "tests/game/ui/stage.h"
#include "tests/support/support.h"

namespace recto::ui {
namespace {

/// Three buttons and a field, and what was done to them.
struct Form {
  std::array<int, 3> pressed{};
  std::string text;
  int submitted = 0, skipped = 0, letters = 0;
  bool disabled = false;

  void operator()(Ui& ui) {
    for (std::size_t i = 0; i < 3; ++i) {
      const Rect rect{20, 20 + 60 * static_cast<float>(i), 200, 40};
      const std::string name = "b" + std::to_string(i);
      const ButtonLook look{.label = name, .disabled = disabled && i == 1};
      if (button(ui, name, rect, look)) ++pressed[i];
    }
    const FieldResult field = text_field(ui, "field", {20, 220, 300, 48}, text, {"Type"});
    submitted += field.submitted ? 1 : 0;
    skipped += field.skipped ? 1 : 0;
    if (ui.pressed(U'u')) ++letters;
  }
};

struct Shown {
  Form form;
  test::Stage stage{[this](Ui& ui) { form(ui); }};
};

TEST_CASE("U6 widgets: five quick clicks count five") {
  Shown shown;
  for (int i = 0; i < 5; ++i)
    shown.stage.click("b0");
  shown.stage.run();
  CHECK(shown.form.pressed[0] == 5);
}

TEST_CASE("widgets: a press that leaves the button before its release does nothing") {
  Shown shown;
  shown.stage.mouse(true, {100, 40});
  shown.stage.move({600, 500});
  shown.stage.mouse(false, {600, 500});
  shown.stage.settle();
  CHECK(shown.form.pressed[0] == 0);
}

TEST_CASE("widgets: a disabled button stays silent and Tab passes it") {
  Shown shown;
  shown.form.disabled = true;
  shown.stage.settle();
  shown.stage.click("b1");
  shown.stage.settle();
  CHECK(shown.form.pressed[1] == 0);
  CHECK(shown.stage.at("b1").disabled);
  shown.stage.press(Key::Tab);
  shown.stage.press(Key::Tab);
  shown.stage.settle();
  CHECK(shown.stage.focus() == "b2");
}

TEST_CASE("U13 widgets: Tab goes in the order of reading, all around, and back with Shift") {
  Shown shown;
  std::string visited;
  for (int i = 0; i < 5; ++i) {
    shown.stage.press(Key::Tab);
    shown.stage.run();
    visited += shown.stage.focus() + " ";
  }
  shown.stage.press(Key::Tab, kShift);
  shown.stage.run();
  CHECK(visited == "b0 b1 b2 field b0 ");
  CHECK(shown.stage.focus() == "field");
}

TEST_CASE("U13 widgets: Enter and Space press what Tab reached, and not when held") {
  Shown shown;
  shown.stage.press(Key::Tab);
  shown.stage.press(Key::Space);
  shown.stage.press(Key::Enter);
  shown.stage.push({Key::Enter, 0, 0, {}, true, ""});
  shown.stage.settle();
  CHECK(shown.form.pressed == std::array{2, 0, 0});
}

TEST_CASE("U13 widgets: three quick backspaces erase three characters") {
  Shown shown;
  shown.stage.click("field");
  shown.stage.type("Castile");
  for (int i = 0; i < 3; ++i)
    shown.stage.press(Key::Backspace);
  shown.stage.run();
  CHECK(shown.form.text == "Cast");
}

TEST_CASE("U13 widgets: single letters are text in a field and commands outside") {
  Shown shown;
  shown.stage.press(U'u');
  shown.stage.settle();
  CHECK(shown.form.letters == 1);
  shown.stage.click("field");
  shown.stage.type("uu");
  shown.stage.settle();
  CHECK(shown.form.letters == 1);
  CHECK(shown.form.text == "uu");
}

TEST_CASE("U13 widgets: any text through a field is the same bytes") {
  test::for_seeds(40, [](Random& random) {
    Shown shown;
    shown.stage.click("field");
    std::string typed;
    for (int i = 0; i < 40; ++i) {
      const char32_t plane = random.below(3) == 0 ? 0x10FFFF : 0x2FFF;
      char32_t c = 0x21 + static_cast<char32_t>(random.below(plane - 0x21));
      if ((c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || (c >= 0xD800 && c < 0xE000))
        c = U'漢';
      append_utf8(typed, c);
    }
    shown.stage.type(typed);
    shown.stage.settle();
    CHECK(shown.form.text == typed);
    CHECK(shown.stage.at("field").value == typed);
  });
}

TEST_CASE("widgets: Enter submits a field, Ctrl+Enter skips it") {
  Shown shown;
  shown.stage.click("field");
  shown.stage.type("a");
  shown.stage.press(Key::Enter);
  shown.stage.press(Key::Enter, kCtrl);
  shown.stage.settle();
  CHECK(shown.form.submitted == 1);
  CHECK(shown.form.skipped == 1);
}

TEST_CASE("widgets: a field copies, cuts, pastes and takes back") {
  Shown shown;
  shown.stage.click("field");
  shown.stage.type("Castile 😀");
  shown.stage.press(U'a', kCtrl);
  shown.stage.press(U'x', kCtrl);
  shown.stage.settle();
  CHECK(shown.form.text.empty());
  shown.stage.press(U'v', kCtrl);
  shown.stage.press(U'v', kCtrl);
  shown.stage.settle();
  CHECK(shown.form.text == "Castile 😀Castile 😀");
  shown.stage.press(U'z', kCtrl);
  shown.stage.settle();
  CHECK(shown.form.text == "Castile 😀");
}

TEST_CASE("widgets: Ctrl+C works on a keyboard of another script") {
  Shown shown;
  shown.stage.click("field");
  shown.stage.type("текст");
  shown.stage.push({Key::None, 0xFFFD, U'a', kCtrl, false, ""});
  shown.stage.push({Key::None, 0xFFFD, U'c', kCtrl, false, ""});
  shown.stage.settle();
  CHECK(shown.stage.ui().pasted() == "текст");
}

TEST_CASE("U12 widgets: a paragraph is selected with the mouse and copied") {
  const std::string text = "The Treaty of Tordesillas, signed on 7 June 1494, divided the lands.";
  test::Stage stage([&](Ui& ui) { paragraph(ui, "p", {20, 20}, 200, text); });
  stage.move({20, 30});
  stage.mouse(true, {20, 30});
  stage.move({900, 500});
  stage.mouse(false, {900, 500});
  stage.press(U'c', kCtrl);
  stage.settle();
  CHECK(stage.ui().pasted() == text);
  stage.settle();
  stage.move({60, 30});
  for (int i = 0; i < 2; ++i) {
    stage.mouse(true, {60, 30});
    stage.mouse(false, {60, 30});
  }
  stage.press(U'c', kCtrl);
  stage.settle();
  CHECK(stage.ui().pasted() == "Treaty");
}

TEST_CASE("U6 widgets: nothing asks for a frame once it stands still") {
  Shown shown;
  CHECK_FALSE(shown.stage.ui().next_frame_at().has_value());
  shown.stage.click("field");
  shown.stage.settle();
  CHECK_FALSE(shown.stage.ui().next_frame_at().has_value());
}

TEST_CASE("widgets: the list of a frame is JSON that names what has the focus") {
  Shown shown;
  shown.stage.press(Key::Tab);
  shown.stage.settle();
  const std::string json = shown.stage.ui().recorder().json();
  CHECK(json.find("\"focus\": \"b0\"") != std::string::npos);
  CHECK(json.find("\"frames\"") != std::string::npos);
}

TEST_CASE("U4 widgets: a page of more characters than the texture holds is drawn in the end") {
  std::string many;
  for (char32_t c = 0x4E00; c < 0x4E00 + 4000; ++c)
    append_utf8(many, c);
  test::Stage stage(
      [&](Ui& ui) {
        ui.lines({0, 0}, 1900, many, kPrompt, {0, 0, 0, 255});
      },
      {1920, 3000}, 1);
  CHECK_FALSE(stage.ui().next_frame_at().has_value());
  CHECK(stage.frames() < 10);
}

TEST_CASE("widgets: Ctrl+Z is the screen's once a field has nothing to take back") {
  int undone = 0;
  std::string text = "abc";
  test::Stage stage([&](Ui& ui) {
    text_field(ui, "field", {20, 20, 300, 48}, text, {"Type", true});
    if (ui.pressed(U'z', kCtrl)) ++undone;
  });
  stage.settle();
  stage.type("d");
  stage.press(U'z', kCtrl);
  stage.settle();
  CHECK(text == "abc");
  CHECK(undone == 0);
  stage.press(U'z', kCtrl);
  stage.settle();
  CHECK(undone == 1);
}

TEST_CASE("widgets: letters with Alt are commands while typing; Shift is told apart where asked") {
  int hints = 0;
  std::string heard;
  std::string text;
  test::Stage stage([&](Ui& ui) {
    if (text.empty()) text_field(ui, "field", {20, 20, 300, 48}, text, {"Type", true});
    if (ui.pressed(U'h', {.alt = true})) ++hints;
    if (ui.pressed(U'a', kShift))
      heard += 'A';
    else if (ui.pressed(U'a'))
      heard += 'a';
  });
  stage.settle();
  stage.press(U'h', {.alt = true});
  stage.settle();
  CHECK(hints == 1);
  stage.type("x");
  stage.settle();
  stage.press(U'a');
  stage.press(U'a', kShift);
  stage.settle();
  CHECK(heard == "aA");
}

TEST_CASE("widgets: a field of many lines breaks with Enter and submits with Ctrl+Enter") {
  int submitted = 0;
  std::string text = "first";
  test::Stage stage([&](Ui& ui) {
    const float height = area_height(ui, text, 300);
    submitted += text_area(ui, "area", {20, 20, 300, height}, text, {"Words", true}).submitted;
  });
  stage.settle();
  const float one = stage.at("area").rect.h;
  stage.press(Key::Enter);
  stage.type("second");
  stage.settle();
  CHECK(text == "first\nsecond");
  CHECK(stage.at("area").rect.h > one);
  stage.press(Key::Up);
  stage.type("!");
  stage.press(Key::Enter, kCtrl);
  stage.settle();
  CHECK(text == "first!\nsecond");
  CHECK(submitted == 1);
}

TEST_CASE("U13 widgets: nothing behind a menu hears keys or mouse, and Tab stays inside") {
  const MenuEntry entries[] = {{"", "Bury", "B", U'b'}, {"", "Suspend", "S", U's'}};
  MenuResult last;
  std::string pressed;
  bool behind = false, open = true;
  test::Stage stage([&](Ui& ui) {
    if (open) {
      last =
          menu(ui, "menu", {300, 100, kMenuWidth, menu_height("What?", entries)}, "What?", entries);
      if (last.pressed >= 0) pressed += std::to_string(last.pressed);
      open = !last.closed;
    }
    behind |= button(ui, "behind", {20, 20, 200, 40}, {"Behind"});
    behind |= ui.pressed(U'x') || ui.pressed(U'b');
  });
  stage.settle();
  stage.press(U'x');
  stage.press(U'b');
  stage.settle();
  CHECK(pressed == "0");
  stage.press(Key::Tab);
  stage.press(Key::Tab);
  stage.press(Key::Tab);
  stage.settle();
  CHECK(stage.focus() == "menu.1");
  stage.press(Key::Down);
  stage.press(Key::Enter);
  stage.settle();
  CHECK(pressed == "01");
  stage.click("Suspend");
  stage.settle();
  CHECK(pressed == "011");
  CHECK(open);
  stage.click("behind");
  stage.settle();
  CHECK_FALSE(open);
  CHECK_FALSE(behind);
  stage.click("behind");
  stage.settle();
  CHECK(behind);
}

TEST_CASE("U6 widgets: a key right behind the one that closes a modal is heard by the page") {
  bool open = true, heard = false;
  std::string text;
  test::Stage stage([&](Ui& ui) {
    if (open) {
      ui.begin_modal("modal", {300, 100, 300, 200});
      text_area(ui, "words", {320, 120, 260, 60}, text, {"", true});
      if (ui.end_modal()) open = false;
    }
    heard |= ui.pressed(U'x');
  });
  stage.settle();
  stage.type("ab");
  stage.press(Key::Escape);
  stage.press(U'x');
  stage.settle();
  CHECK(text == "ab");
  CHECK(heard);
}

TEST_CASE("widgets: a cursor in a paragraph is found on its line") {
  test::Stage stage([&](Ui& ui) {
    const std::string text = "one\n\nthree";
    const Rect begin = ui.cursor_at(text, kBody, 400, 0);
    CHECK(begin.x == 0);
    CHECK(begin.y == 0);
    CHECK(ui.cursor_at(text, kBody, 400, 4).y == begin.h);
    const Rect end = ui.cursor_at(text, kBody, 400, text.size());
    CHECK(end.y == 2 * begin.h);
    CHECK(end.x == doctest::Approx(ui.width_of("three", kBody)).epsilon(0.02));
  });
  stage.settle();
}

}  // namespace
}  // namespace recto::ui
