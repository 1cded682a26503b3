// What the pages of the wall are drawn of: type for the last row, badges of options, bars.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "game/screens/classroom/wall_view.h"
#include "game/ui/ui.h"
#include "game/ui/widgets.h"

namespace recto::screens {

/// How much larger than on a desk everything is, so that it fills the wall.
[[nodiscard]] float wall_scale(const ui::Rect& area);

/// The largest style, from `most` down to `least` units, in which the text fits.
[[nodiscard]] ui::TextStyle fitted(ui::Ui& ui, std::string_view text, ui::Vec room, float most,
                                   float least, ui::Font font = ui::Font::Display);

/// The letter of an option on its colour, with its shape: the same as on the phones.
void option_badge(ui::Ui& ui, const ui::Rect& rect, const std::string& letter);

/// A bar from the left, as long as `share` of the room, never quite nothing.
void wall_bar(ui::Ui& ui, const ui::Rect& room, float share, ui::Color color);

/// Text that is read only: in a paragraph, from the top left; its height.
float wall_text(ui::Ui& ui, std::string_view id, ui::Vec top_left, float width,
                std::string_view text, const ui::TextStyle& style, ui::Role role,
                ui::Align align = ui::Align::Left);

struct WallButton {
  WallAction action;
  std::string id;
  ui::ButtonLook look;
};
/// How high the buttons are in rows of that width, with air around them.
[[nodiscard]] float buttons_height(ui::Ui& ui, std::span<const WallButton> buttons, float width);
/// The buttons at the right of `strip`, the last one in the corner; what was pressed.
WallAction draw_buttons(ui::Ui& ui, std::span<const WallButton> buttons, const ui::Rect& strip);

}  // namespace recto::screens
