#include "game/ui/controls.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "game/ui/widget_parts.h"
#include "game/ui/widgets.h"

namespace recto::ui {
namespace {

constexpr float kSegmentPad = 14;
constexpr float kBetween = 8;

/// Where each label stands, from the top left.
std::vector<Rect> places_of(Ui& ui, std::span<const std::string_view> labels, float width) {
  std::vector<Rect> places;
  float x = 0, y = 0;
  for (const std::string_view label : labels) {
    const float wide = std::min(
        width,
        std::max(kSegmentHeight + 8, std::ceil(ui.width_of(label, kBodyBold)) + 2 * kSegmentPad));
    if (x > 0 && x + wide > width) {
      x = 0;
      y += kSegmentHeight + kBetween;
    }
    places.push_back({x, y, wide, kSegmentHeight});
    x += wide + kBetween;
  }
  return places;
}

bool draw_segment(Ui& ui, const std::string& id, const Rect& rect, std::string_view label,
                  bool chosen) {
  const Touch touch = ui.touch(id, rect);
  draw_pressable(ui, touch, rect, chosen, kFieldRadius);
  Recorded widget = entry("segment", id, label, rect, touch);
  widget.cut = ui.line(rect.inset(4, 0), label, chosen ? kBodyBold : kBody,
                       ui.color(chosen ? Role::OnAccent : Role::Text), Align::Center);
  ring(ui, touch, rect, kFieldRadius);
  if (chosen) widget.value = "chosen";
  ui.record(std::move(widget));
  return touch.clicked;
}

}  // namespace

bool choice_button(Ui& ui, std::string_view id, const Rect& rect, const ChoiceLook& look) {
  const Touch touch = ui.touch(id, rect);
  const bool filled = look.preferred;
  draw_pressable(ui, touch, rect, filled, kButtonRadius);
  const Color soft = ui.color(filled ? Role::OnAccent : Role::Muted);
  float right = rect.right() - kGap16;
  if (!look.key.empty()) {
    right -= key_cap_width(ui, look.key);
    key_cap(ui, {right, rect.center().y}, look.key, soft, filled ? soft : ui.color(Role::Hairline));
    right -= kGap12;
  }
  const float left = rect.x + 20, room = right - left;
  const float top = std::round(rect.center().y) - 22;
  bool cut = ui.line({left, top, room, 24}, look.title, kBodyBold,
                     ui.color(filled ? Role::OnAccent : Role::Text));
  cut |= ui.line({left, top + 24, room, 20}, look.meaning, kSmall, soft);
  ring(ui, touch, rect, kButtonRadius);
  Recorded widget = entry("choice", id, look.title, rect, touch);
  widget.value = look.meaning;
  widget.cut = cut;
  ui.record(std::move(widget));
  return touch.clicked;
}

float segments_height(Ui& ui, std::span<const std::string_view> labels, float width) {
  const auto places = places_of(ui, labels, width);
  return places.empty() ? 0 : places.back().bottom();
}

std::optional<std::size_t> segments(Ui& ui, std::string_view id, const Rect& rect,
                                    std::span<const std::string_view> labels,
                                    std::optional<std::size_t> chosen) {
  std::optional<std::size_t> pressed;
  const auto places = places_of(ui, labels, rect.w);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const std::string name = std::string(id) + "." + std::to_string(i + 1);
    if (draw_segment(ui, name, places[i].moved(rect.x, rect.y), labels[i], chosen == i))
      pressed = i;
  }
  return pressed;
}

float note(Ui& ui, std::string_view id, Vec top_left, float width, std::string_view icon,
           std::string_view text) {
  constexpr float kText = 56, kLeast = 56;
  const float room = width - kText - kGap24;
  const float high = ui.height_of(text, kBody, room);
  const Rect box{top_left.x, top_left.y, width, std::max(kLeast, std::ceil(high) + 2 * kGap16)};
  ui.outline(box, ui.color(Role::Hairline), kButtonRadius);
  ui.icon({box.x, box.y, kText, box.h}, icon, 22, ui.color(Role::Muted));
  paragraph(ui, id, {box.x + kText, std::round(box.center().y - high / 2)}, room, text,
            {.role = Role::Muted});
  return box.h;
}

}  // namespace recto::ui
