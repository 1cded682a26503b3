// The window and its loop: sleeps until something happens, and draws only then.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "content/base/result.h"
#include "game/ui/desktop.h"
#include "game/ui/ui.h"

namespace recto::ui {

/// How a person likes to see it.
struct Look {
  std::string theme;  ///< "light", "dark", "contrast"; empty: as the desktop
  float zoom = 1;     ///< 0.75 to 3, on top of the desktop's scale

  bool operator==(const Look&) const = default;
};

/// Wakes the window's loop from any thread, so that it looks at what a job has done.
class Waker {
 public:
  void operator()() const;

 private:
  friend class Window;
  std::shared_ptr<int> event_;
};

class Window {
 public:
  struct Options {
    std::string title;
    int width = 1120, height = 760;  ///< logical units
    Look look = {};
    std::filesystem::path dump = {};  ///< where the list of each frame is written; empty: nowhere
  };
  /// Errors: no display, no OpenGL, no font, no theme.
  [[nodiscard]] static Result<Window> open(const Options& options);
  Window(Window&&) noexcept;
  Window& operator=(Window&&) noexcept;
  ~Window();

  /// Calls `frame` whenever something may have changed, until the window is closed. Ctrl with + − 0
  /// and Ctrl+Shift+L (next theme) are taken care of here.
  void run(const std::function<void(Ui&)>& frame);
  void close();

  [[nodiscard]] Waker waker() const;
  /// By which the X server knows it.
  [[nodiscard]] unsigned long id() const;
  /// Comes to the front and asks for the keyboard.
  void raise();
  [[nodiscard]] const Look& look() const;
  /// From light to dark and back.
  void switch_theme();
  /// A theme by its name; empty: as the desktop.
  void set_theme(const std::string& name);
  /// So many steps larger, or smaller; the same as Ctrl with + and −.
  void zoom(int steps);
  void set_zoom(float zoom);

  /// Asks for what is on the clipboard, links and HTML too; `take_brought` gives it later, or
  /// never.
  void paste();
  /// What was dropped on the window, or pasted, since the last call.
  [[nodiscard]] std::vector<Brought> take_brought();

  /// Sentences about what is not as designed (a font that is missing).
  [[nodiscard]] const std::vector<std::string>& notes() const;

  /// Writes the picture of the next frame as PNG, and another of every later call.
  void take_picture(std::filesystem::path file);

  /// Frames that were brought to the screen.
  [[nodiscard]] std::uint64_t frames() const;

 private:
  struct Parts;
  explicit Window(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace recto::ui
