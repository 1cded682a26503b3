#include "tests/game/ui/stage.h"

#include "content/base/utf8.h"
#include "tests/support/support.h"

namespace recto::test {

using namespace ui;

Stage::Stage(Draw draw, Vec pixels, float scale)
    : draw_(std::move(draw)),
      ui_(value(Ui::make(value(load_theme("light"))))),
      pixels_(pixels),
      scale_(scale) {
  settle();
}

void Stage::frame() {
  constexpr double kStep = 0.05;
  now_ += kStep;
  ++frames_;
  ui_.begin(queue_.take_frame(ui_.typing()), pixels_, scale_, now_);
  draw_(ui_);
  ui_.end();
}

void Stage::run() {
  do
    frame();
  while (!queue_.empty());
}

void Stage::settle() {
  constexpr int kMost = 200;
  run();
  frame();
  for (int i = 0; i < kMost && ui_.next_frame_at(); ++i)
    frame();
}

void Stage::push(Stroke stroke) {
  Event event;
  event.kind = Event::Kind::Stroke;
  event.stroke = std::move(stroke);
  queue_.push(std::move(event));
}

void Stage::press(Key key, Mods mods) {
  push({key, key == Key::Space ? U' ' : 0, 0, mods, false, key == Key::Space ? " " : ""});
}

void Stage::press(char32_t character, Mods mods) {
  std::string text;
  if (!mods.ctrl) append_utf8(text, character);
  push({Key::None, character, 0, mods, false, text});
}

void Stage::type(std::string_view text) {
  for (const char32_t c : code_points(text))
    press(c);
}

void Stage::move(Vec at) {
  queue_.push({Event::Kind::MouseMove, {}, {at.x * scale_, at.y * scale_}, MouseButton::Left, 0});
}

void Stage::mouse(bool down, Vec at) {
  queue_.push({down ? Event::Kind::MousePress : Event::Kind::MouseRelease,
               {},
               {at.x * scale_, at.y * scale_},
               MouseButton::Left,
               0});
}

void Stage::click(std::string_view name_or_text) {
  const Vec middle = at(name_or_text).rect.center();
  move(middle);
  mouse(true, middle);
  mouse(false, middle);
}

const Recorded& Stage::at(std::string_view name_or_text) const {
  const Recorded* const found = ui_.recorder().find(name_or_text);
  if (found == nullptr)
    FAIL("not on the screen: " << name_or_text << "\n" << ui_.recorder().json());
  return *found;
}

std::string Stage::focus() const {
  for (const Recorded& widget : widgets())
    if (widget.focused) return widget.name;
  return {};
}

}  // namespace recto::test
