// The mouse, from our own connection to the X server. Included by this folder's .cpp files alone:
// it shows Xlib.
#pragma once

#include <X11/Xlib.h>
#undef None  // a macro of Xlib; ours is Key::None

#include <optional>

#include "game/ui/input.h"

namespace recto::ui {

/// Keys come through our connection, and the mouse through SFML's would come before or behind keys
/// as it happens: a click right after typing was lost, for the text came to a field without focus.
/// One connection keeps the order of the hands.
///
/// Core button presses can be selected by one client only, SFML. XInput 2 offers them to us first,
/// and what we take SFML does not see.
class Pointer {
 public:
  /// Begins to listen to the mouse on `window`. Absent where the server has no XInput 2: then SFML
  /// goes on telling of the mouse.
  [[nodiscard]] static std::optional<Pointer> listen(Display* display, Window window);

  /// Whether the event was about the mouse; what it means goes to `queue`.
  bool take(XEvent& event, InputQueue& queue) const;

 private:
  Pointer(Display* display, int extension) : display_(display), extension_(extension) {}

  Display* display_;
  int extension_;  ///< the opcode of XInput's events
};

}  // namespace recto::ui
