#include <algorithm>
#include <cmath>

#include "game/ui/widget_parts.h"
#include "game/ui/widgets.h"

namespace recto::ui {
namespace {

constexpr float kKnob = 9;  ///< radius
constexpr float kTrack = 4;

float word_width(Ui& ui, std::string_view word) {
  return std::ceil(ui.width_of(word, kSmall)) + 1;
}

}  // namespace

float slider_width(Ui& ui, const SliderLook& look, float line) {
  return word_width(ui, look.least) + kGap12 + line + kGap12 + word_width(ui, look.most);
}

std::optional<float> slider(Ui& ui, std::string_view id, const Rect& rect, const SliderLook& look) {
  const float left = word_width(ui, look.least), right = word_width(ui, look.most);
  const Rect line{rect.x + left + kGap12, rect.y, rect.w - left - right - 2 * kGap12, rect.h};
  const Touch touch = ui.touch(id, line);
  const auto steps = static_cast<float>(look.steps);
  const float begin = line.x + kKnob, room = line.w - 2 * kKnob;
  float share = look.share;
  if (touch.held || touch.pressed) share = std::clamp((ui.mouse().x - begin) / room, 0.0F, 1.0F);
  if (touch.focused && ui.stepped(Key::Right)) share += 1 / steps;
  if (touch.focused && ui.stepped(Key::Left)) share -= 1 / steps;
  share = std::clamp(std::round(share * steps) / steps, 0.0F, 1.0F);
  const float middle = rect.center().y, knob = begin + room * share;
  ui.line({rect.x, rect.y, left, rect.h}, look.least, kSmall, ui.color(Role::Muted));
  ui.line({rect.right() - right, rect.y, right, rect.h}, look.most, kSmall, ui.color(Role::Muted));
  ui.fill({begin, middle - kTrack / 2, room, kTrack}, ui.color(Role::Track), kTrack / 2);
  ui.fill({begin, middle - kTrack / 2, knob - begin, kTrack}, ui.color(Role::Accent), kTrack / 2);
  const Rect round{knob - kKnob, middle - kKnob, 2 * kKnob, 2 * kKnob};
  ui.fill(round, ui.color(touch.hovered || touch.held ? Role::AccentHover : Role::Accent), kKnob);
  ring(ui, touch, line, kFieldRadius);
  Recorded widget = entry("slider", id, look.said, line, touch);
  widget.value = std::to_string(std::lround(share * 100)) + " %";
  ui.record(std::move(widget));
  const bool moved = std::abs(share - look.share) > 0.5F / steps;
  return moved ? std::optional(share) : std::nullopt;
}

}  // namespace recto::ui
