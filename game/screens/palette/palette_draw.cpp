#include "game/screens/palette/palette_draw.h"

#include <algorithm>
#include <cmath>

#include "game/ui/menu.h"
#include "game/ui/widgets.h"

namespace recto::screens {
namespace {

using namespace ui;
using Kind = PaletteAction::Kind;

constexpr std::string_view kField = "palette.query";
constexpr float kWidest = 600;
constexpr float kRow = 44;
constexpr std::size_t kMostRows = 9;  ///< the rest scrolls

/// Up and down go through the entries and round the ends; the field keeps the focus.
PaletteAction step(const PaletteView& view, Ui& ui) {
  const std::size_t count = view.entries.size();
  const bool down = ui.stepped(Key::Down), up = !down && ui.stepped(Key::Up);
  if (count == 0 || (!down && !up)) return {};
  return {Kind::Move, {}, (view.chosen + (down ? 1 : count - 1)) % count};
}

PaletteAction draw_rows(const PaletteView& view, std::size_t chosen, Ui& ui, const Rect& frame) {
  PaletteAction action;
  const Rect content = ui.begin_scroll("palette.list", frame);
  Flow flow{content.x + kGap8, content.y, content.w - 2 * kGap8};
  for (std::size_t i = 0; i < view.entries.size(); ++i) {
    const Rect row = flow.take(kRow);
    if (chosen != view.chosen && i == chosen) ui.bring_into_view(row);
    const PaletteEntry& shown = view.entries[i];
    const MenuEntry look{.icon = shown.icon,
                         .label = shown.title,
                         .key = shown.key,
                         .detail = shown.detail,
                         .lit = i == chosen};
    if (menu_entry(ui, "palette." + std::to_string(i + 1), row, look)) action = {Kind::Take, {}, i};
  }
  if (view.entries.empty()) {
    const Rect row = flow.take(kRow);
    ui.label({row.x + kGap12, row.y, row.w - kGap24, row.h},
             "Nothing is called that. Fewer letters find more.", kBody, ui.color(Role::Muted));
  }
  ui.end_scroll(flow.y, Role::Surface);
  return action;
}

}  // namespace

PaletteAction draw(const PaletteView& view, Ui& ui) {
  const Rect area = ui.area();
  const float width = std::min(kWidest, area.w - kGap32);
  const auto rows = static_cast<float>(std::clamp<std::size_t>(view.entries.size(), 1, kMostRows));
  const float head = kFieldHeight + 2 * kGap12;
  const float top = std::round(std::min(96.0F, area.h * 0.1F));
  const float height = std::min(head + rows * kRow + kGap8, area.h - 2 * top);
  const Rect panel{std::round(area.center().x - width / 2), top, width, height};
  ui.begin_modal("palette", panel);
  ui.push_opacity(ui.appear("palette", 0.12));
  card(ui, panel);
  const PaletteAction stepped = step(view, ui);
  std::string query = ui.field_text(kField);
  const Rect field{panel.x + kGap12, panel.y + kGap12, panel.w - 2 * kGap12, kFieldHeight};
  const FieldResult typed =
      text_field(ui, kField, field, query, {"Find a command or a deck", true});
  PaletteAction action = stepped;
  if (typed.changed) action = {Kind::Move, {}, 0};
  if (typed.submitted && !view.entries.empty()) action = {Kind::Take, {}, view.chosen};
  const std::size_t chosen = action.kind == Kind::Move ? action.chosen : view.chosen;
  const PaletteAction clicked =
      draw_rows(view, chosen, ui, {panel.x, panel.y + head, panel.w, panel.h - head - kGap8});
  if (clicked.kind != Kind::None) action = clicked;
  ui.pop_opacity();
  if (ui.end_modal()) action = {Kind::Close, {}, 0};
  action.query = std::move(query);
  return action;
}

}  // namespace recto::screens
