// What widgets have in common. Included by the .cpp files that draw widgets alone.
#pragma once

#include <string_view>

#include "game/ui/ui.h"

namespace recto::ui {

inline constexpr float kRing = 2;  ///< thickness of the focus ring

/// The ring around a widget that the keyboard acts on.
void ring(Ui& ui, const Touch& touch, const Rect& rect, float radius);

/// What can be pressed, for the list of the frame.
[[nodiscard]] Recorded entry(std::string_view kind, std::string_view id, std::string_view text,
                             const Rect& rect, const Touch& touch);
/// What can only be read.
[[nodiscard]] Recorded plain_entry(std::string_view kind, std::string_view text, const Rect& rect);

/// What a pressable surface looks like by what the mouse does to it.
[[nodiscard]] Color surface_of(Ui& ui, const Touch& touch);

/// Ground and edge of what can be pressed; filled with the accent when `chosen`. `radius` in
/// logical units.
void draw_pressable(Ui& ui, const Touch& touch, const Rect& rect, bool chosen, float radius);

/// Of a line, in logical units.
[[nodiscard]] float text_height(const TextStyle& style);

}  // namespace recto::ui
