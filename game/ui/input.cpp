#include "game/ui/input.h"

#include <utility>

namespace recto::ui {
namespace {

/// Whether a stroke only changes the text of the field that has the focus.
bool only_edits(const Stroke& stroke) {
  if (stroke.mods.ctrl || stroke.mods.alt) return false;
  switch (stroke.key) {
    case Key::None:
    case Key::Space: return !stroke.text.empty();
    case Key::Backspace:
    case Key::Delete:
    case Key::Left:
    case Key::Right:
    case Key::Home:
    case Key::End: return true;
    default: return false;
  }
}

}  // namespace

FrameInput InputQueue::take_frame(bool typing) {
  FrameInput& frame = state_;
  frame.strokes.clear();
  frame.wheel = 0;
  std::array<bool, 3> changed{};
  bool clicked = false;
  while (!events_.empty()) {
    Event& event = events_.front();
    const auto button = static_cast<std::size_t>(event.button);
    switch (event.kind) {
      case Event::Kind::MouseMove:
        if (clicked) return frame;  // the click belongs to the old place
        frame.mouse = event.at;
        break;
      case Event::Kind::MouseLeave:
        if (clicked) return frame;
        frame.mouse = {-1, -1};
        break;
      case Event::Kind::MousePress:
      case Event::Kind::MouseRelease:
        if (changed[button] || !frame.strokes.empty()) return frame;
        frame.mouse = event.at;
        frame.down[button] = event.kind == Event::Kind::MousePress;
        changed[button] = clicked = true;
        break;
      case Event::Kind::Wheel: frame.wheel += event.wheel; break;
      case Event::Kind::Stroke: {
        if (clicked) return frame;
        const bool more = typing && only_edits(event.stroke);
        if (!more && !frame.strokes.empty()) return frame;
        frame.strokes.push_back(std::move(event.stroke));
        if (!more) {
          events_.pop_front();
          return frame;
        }
        break;
      }
    }
    events_.pop_front();
  }
  return frame;
}

}  // namespace recto::ui
