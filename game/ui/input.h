// What the hands do: events as values, and a queue that hands them out frame by frame.
#pragma once

#include <array>
#include <deque>
#include <string>
#include <vector>

#include "game/ui/geometry.h"

namespace recto::ui {

/// Keys that have a name of their own. The others are known by their character.
enum class Key {
  None,
  Enter,
  Space,
  Tab,
  Escape,
  Backspace,
  Delete,
  Left,
  Right,
  Up,
  Down,
  Home,
  End,
  PageUp,
  PageDown,
};

struct Mods {
  bool ctrl = false, shift = false, alt = false;

  bool operator==(const Mods&) const = default;
};
inline constexpr Mods kCtrl{.ctrl = true};
inline constexpr Mods kShift{.shift = true};
inline constexpr Mods kCtrlShift{.ctrl = true, .shift = true};

/// One press of a key, or text that an input method hands over.
struct Stroke {
  Key key = Key::None;
  char32_t character = 0;     ///< on the key in the layout in use, letters small; 0 for none
  char32_t us_character = 0;  ///< on the same key of a US keyboard; 0 for none
  Mods mods;
  bool repeat = false;  ///< the key is held down
  std::string text;     ///< UTF-8 that it types; empty for commands

  bool operator==(const Stroke&) const = default;
};

enum class MouseButton { Left, Right, Middle };

struct Event {
  enum class Kind { Stroke, MouseMove, MousePress, MouseRelease, MouseLeave, Wheel };
  Kind kind = Kind::MouseMove;
  Stroke stroke;  ///< only for Stroke
  Vec at;         ///< mouse events: pixels of the window
  MouseButton button = MouseButton::Left;
  float wheel = 0;  ///< notches, positive away from the person

  bool operator==(const Event&) const = default;
};

/// What one frame gets to see.
struct FrameInput {
  std::vector<Stroke> strokes;
  Vec mouse{-1, -1};           ///< pixels; outside of the window negative
  std::array<bool, 3> down{};  ///< by MouseButton
  float wheel = 0;

  bool operator==(const FrameInput&) const = default;
};

/// Dear ImGui 1.86 sees one state a frame: what is pressed and released within it is lost. The
/// queue ends a frame before that happens, and before an event whose meaning depends on what an
/// earlier one does: text after a click or after Tab, a second command.
class InputQueue {
 public:
  void push(Event event) { events_.push_back(std::move(event)); }
  [[nodiscard]] bool empty() const { return events_.empty(); }

  /// The next frame's share. `typing`: a text field has the focus, so that characters and the keys
  /// that edit come together, in order; otherwise every stroke has a frame of its own.
  FrameInput take_frame(bool typing);

 private:
  std::deque<Event> events_;
  FrameInput state_;
};

}  // namespace recto::ui
