#include "game/ui/menu.h"

#include <cmath>
#include <string>

#include "game/ui/widget_parts.h"
#include "game/ui/widgets.h"

namespace recto::ui {
namespace {

constexpr float kEntryHeight = kTarget;
constexpr float kTitleHeight = 36;
constexpr float kIconSize = 20;

std::string name_of(std::string_view id, std::size_t index) {
  return std::string(id) + "." + std::to_string(index + 1);
}

/// Arrows go round; the entry that has the focus is known by its name.
void step(Ui& ui, std::string_view id, std::size_t count) {
  const bool down = ui.stepped(Key::Down), up = !down && ui.stepped(Key::Up);
  if (!down && !up) return;
  std::size_t next = down ? 0 : count - 1;
  for (std::size_t i = 0; i < count; ++i)
    if (ui.has_focus(name_of(id, i))) next = (i + (down ? 1 : count - 1)) % count;
  ui.set_focus(name_of(id, next), Ring::Shown);
}

}  // namespace

bool menu_entry(Ui& ui, std::string_view id, const Rect& row, const MenuEntry& entry_look) {
  const Touch touch = ui.touch(id, row);
  if (touch.hovered || touch.ring || entry_look.lit)
    ui.fill(row, ui.color(touch.held ? Role::Pressed : Role::Hover), kFieldRadius);
  float left = row.x + kGap12;
  if (!entry_look.icon.empty()) {
    ui.icon({left, row.y, kIconSize, row.h}, entry_look.icon, kIconSize,
            ui.color(entry_look.lit ? Role::Accent : Role::Muted));
    left += kIconSize + kGap12;
  }
  float right = row.right() - kGap12;
  if (!entry_look.key.empty()) {
    right -= key_cap_width(ui, entry_look.key);
    key_cap(ui, {right, row.center().y}, entry_look.key, ui.color(Role::Muted),
            ui.color(Role::Hairline));
    right -= kGap8;
  }
  if (!entry_look.detail.empty()) {
    const float width = std::ceil(ui.width_of(entry_look.detail, kSmall)) + 1;
    right -= width;
    ui.line({right, row.y, width, row.h}, entry_look.detail, kSmall, ui.color(Role::Muted));
    right -= kGap12;
  }
  if (entry_look.chosen) {
    right -= kIconSize;
    ui.icon({right, row.y, kIconSize, row.h}, "check", kIconSize, ui.color(Role::Good));
    right -= kGap8;
  }
  const bool cut =
      ui.line({left, row.y, right - left, row.h}, entry_look.label, kBody, ui.color(Role::Text));
  ring(ui, touch, row.inset(4, 4), kFieldRadius - 4);
  Recorded widget = entry("menu", id, entry_look.label, row, touch);
  widget.cut = cut;
  if (entry_look.chosen || entry_look.lit) widget.value = "chosen";
  ui.record(std::move(widget));
  return touch.clicked;
}

float menu_height(std::string_view title, std::span<const MenuEntry> entries) {
  return 2 * kGap8 + (title.empty() ? 0 : kTitleHeight) +
         kEntryHeight * static_cast<float>(entries.size());
}

MenuResult menu(Ui& ui, std::string_view id, const Rect& rect, std::string_view title,
                std::span<const MenuEntry> entries) {
  MenuResult result;
  ui.begin_modal(id, rect);
  ui.push_opacity(ui.appear(id, 0.12));
  card(ui, rect);
  Flow flow{rect.x + kGap8, rect.y + kGap8, rect.w - 2 * kGap8};
  if (!title.empty()) {
    const Rect row = flow.take(kTitleHeight);
    ui.label({row.x + kGap12, row.y, row.w - 2 * kGap12, row.h}, title, kSmallBold,
             ui.color(Role::Muted));
  }
  step(ui, id, entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const bool clicked = menu_entry(ui, name_of(id, i), flow.take(kEntryHeight), entries[i]);
    const bool keyed = entries[i].character != 0 && ui.pressed(entries[i].character);
    if (clicked || keyed) result.pressed = static_cast<int>(i);
  }
  ui.pop_opacity();
  result.closed = ui.end_modal();
  return result;
}

}  // namespace recto::ui
