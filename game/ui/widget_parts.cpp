#include "game/ui/widget_parts.h"

#include <cmath>
#include <string>

namespace recto::ui {

void ring(Ui& ui, const Touch& touch, const Rect& rect, float radius) {
  constexpr float kRingAway = 2;  // air between a widget and its ring
  if (!touch.ring) return;
  const float away = kRingAway + kRing;
  ui.outline(rect.inset(-away, -away), ui.color(Role::Focus), radius + away, kRing);
}

Recorded entry(std::string_view kind, std::string_view id, std::string_view text, const Rect& rect,
               const Touch& touch) {
  return {.kind = std::string(kind),
          .name = std::string(id),
          .text = std::string(text),
          .rect = rect,
          .focused = touch.focused,
          .hovered = touch.hovered,
          .disabled = false,
          .focusable = true};
}

Recorded plain_entry(std::string_view kind, std::string_view text, const Rect& rect) {
  return {
      .kind = std::string(kind),
      .text = std::string(text),
      .rect = rect,
  };
}

/// What a pressable surface looks like by what the mouse does to it.
Color surface_of(Ui& ui, const Touch& touch) {
  if (touch.held && touch.hovered) return ui.color(Role::Pressed);
  return ui.color(touch.hovered ? Role::Hover : Role::Surface);
}

void draw_pressable(Ui& ui, const Touch& touch, const Rect& rect, bool chosen, float radius) {
  if (chosen) {
    ui.fill(rect, ui.color(touch.hovered ? Role::AccentHover : Role::Accent), radius);
    return;
  }
  ui.fill(rect, surface_of(ui, touch), radius);
  ui.outline(rect, ui.color(Role::Control), radius);
}

float text_height(const TextStyle& style) {
  return std::ceil(style.size * style.line_height);
}

}  // namespace recto::ui
