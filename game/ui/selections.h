// What other programs hand over: drops (XDND, version 5) and the clipboard, by X's selections.
// Included by this folder's .cpp files alone: it shows Xlib.
#pragma once

#include <X11/Xlib.h>
#undef None  // a macro of Xlib; ours is Key::None

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "game/ui/desktop.h"

namespace recto::ui {

/// Answers drop sources and asks owners of selections, a step an event; never waits for anyone.
///
/// SFML selects no drops. A window of our own connection is named as the proxy of SFML's window
/// (XdndProxy), so that all messages of a drop come here.
class Selections {
 public:
  /// Offers `target`, a window of any connection, for drops.
  Selections(Display* display, Window target);
  Selections(const Selections&) = delete;
  Selections& operator=(const Selections&) = delete;
  ~Selections();

  /// Asks for what is on the clipboard. What was asked for before and has not come is given up.
  void paste();
  /// Whether the event was about a drop or a selection.
  bool take(const XEvent& event);
  [[nodiscard]] bool has_brought() const { return !brought_.empty(); }
  [[nodiscard]] std::vector<Brought> take_brought();

 private:
  /// What is being asked for, a form after the other.
  struct Asked {
    Atom selection = 0;
    Time time = CurrentTime;
    std::deque<Atom> forms;  ///< still to come, the first is asked for
    Brought got{};
    Window source = 0;  ///< of a drop: it is told when all has come
    bool in_pieces = false;
    std::string pieces{};
  };

  [[nodiscard]] Atom atom(const char* name) const;
  void offer(Window window) const;
  bool take_message(const XClientMessageEvent& message);
  void enter(const XClientMessageEvent& message);
  void answer_position() const;
  void drop(Time time);
  void ask();
  void take_answer(const XSelectionEvent& event);
  bool take_piece(const XPropertyEvent& event);
  void keep(std::string bytes);
  void finish();
  /// The property's bytes, which is taken away; its type.
  std::string read(Atom& type) const;
  [[nodiscard]] std::deque<Atom> wanted_of(const std::vector<Atom>& offered) const;
  void tell_source(Window source, const char* message, long flags, long action) const;

  Display* display_;
  Window target_;
  Window own_;
  Window source_ = 0;          ///< of the drop that hovers over the window
  std::vector<Atom> offered_;  ///< by it
  std::optional<Asked> asked_;
  std::vector<Brought> brought_;
};

}  // namespace recto::ui
