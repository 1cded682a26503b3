// What stands on the screen, as a list: tests and the debug dump read it instead of pixels.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "game/ui/geometry.h"

namespace recto::ui {

/// One widget as it was drawn in this frame.
struct Recorded {
  std::string kind;        ///< "button", "field", "text", …
  std::string name = {};   ///< its id, unique on the screen; empty for mere text
  std::string text = {};   ///< what can be read on it
  std::string value = {};  ///< what a field holds, how far a bar is; empty for most
  Rect rect;               ///< logical units, before clipping
  Rect clip = {};          ///< what of the window it may draw in
  bool focused = false;
  bool hovered = false;
  bool disabled = false;
  bool cut = false;        ///< its text did not fit and ends with "…"
  bool focusable = false;  ///< Tab stops here
  bool behind = false;     ///< a modal stands above it: nothing reaches it

  bool operator==(const Recorded&) const = default;
};

/// The list of one frame, in the order of drawing, which is the order of reading.
class Recorder {
 public:
  void begin_frame(std::string_view screen);
  void add(Recorded widget) { widgets_.push_back(std::move(widget)); }

  /// A modal stands above all that was added.
  void put_behind();

  [[nodiscard]] const std::vector<Recorded>& widgets() const { return widgets_; }
  [[nodiscard]] std::uint64_t frames() const { return frames_; }
  [[nodiscard]] const std::string& screen() const { return screen_; }
  void set_screen(std::string_view screen) { screen_ = screen; }

  /// The widget of that name, or the first with that text; nullptr when there is none.
  [[nodiscard]] const Recorded* find(std::string_view name_or_text) const;

  /// {"screen", "frames", "focus", "widgets": [{"kind", "name", "text", …}]}; false flags and empty
  /// texts are left out.
  [[nodiscard]] std::string json() const;

 private:
  std::vector<Recorded> widgets_;
  std::string screen_;
  std::uint64_t frames_ = 0;
};

}  // namespace recto::ui
