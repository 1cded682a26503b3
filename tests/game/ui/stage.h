// A ui without a window: feed it input, draw, read the list.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "game/ui/ui.h"

namespace recto::test {

class Stage {
 public:
  using Draw = std::function<void(ui::Ui&)>;

  explicit Stage(Draw draw, ui::Vec pixels = {1280, 800}, float scale = 1);

  /// Frames until all input is used up and nothing moves any more.
  void settle();
  /// As many frames as the input needs, and no more.
  void run();

  void push(ui::Stroke stroke);
  void press(ui::Key key, ui::Mods mods = {});
  void press(char32_t character, ui::Mods mods = {});
  /// As a keyboard types: one stroke a code point, with its text.
  void type(std::string_view text);
  void move(ui::Vec at);  ///< logical units
  void mouse(bool down, ui::Vec at);
  /// In the middle of the widget of that name or text, which must be there.
  void click(std::string_view name_or_text);

  [[nodiscard]] const std::vector<ui::Recorded>& widgets() const {
    return ui_.recorder().widgets();
  }
  [[nodiscard]] const ui::Recorded& at(std::string_view name_or_text) const;
  [[nodiscard]] std::string focus() const;
  [[nodiscard]] ui::Ui& ui() { return ui_; }
  [[nodiscard]] int frames() const { return frames_; }

 private:
  void frame();

  Draw draw_;
  ui::Ui ui_;
  ui::InputQueue queue_;
  ui::Vec pixels_;
  float scale_;
  double now_ = 0;
  int frames_ = 0;
};

}  // namespace recto::test
