// The lobby: how to come in, and who is in.
#include <algorithm>
#include <cmath>

#include "game/screens/classroom/wall_pages.h"
#include "game/screens/classroom/wall_parts.h"
#include "game/ui/menu.h"

namespace recto::screens {
namespace {

using namespace ui;
using Kind = WallAction::Kind;

constexpr Color kPaper{255, 255, 255}, kInk{0, 0, 0};
constexpr float kQuietZone = 4;  // modules around a code, by its standard

/// Address and PIN, as large as there is room.
void draw_way_in(const WallView& view, Ui& ui, const Rect& area, float k) {
  const float label = 24 * k, gap = 6 * k;
  const TextStyle small{Font::Regular, 18 * k, 1.3F};
  const TextStyle address = fitted(ui, view.door.address, {area.w, 0}, 44 * k, 15 * k);
  const TextStyle pin = fitted(ui, view.door.pin, {area.w, 0}, 112 * k, 36 * k);
  const float help = view.door.help.empty() ? 0 : gap + ui.height_of(view.door.help, small, area.w);
  const float height = 2 * label + 3 * gap + (address.size + pin.size) * 1.25F + help;
  Flow flow{area.x, area.y + std::max(0.0F, (area.h - height) / 2), area.w};
  ui.label(flow.take(label, gap / 2), "Scan the code, or open in the browser", small,
           ui.color(Role::Muted));
  ui.label(flow.take(address.size * 1.25F, gap * 1.5F), view.door.address, address,
           ui.color(Role::Text));
  ui.label(flow.take(label), "PIN", small, ui.color(Role::Muted));
  ui.label(flow.take(pin.size * 1.25F, gap), view.door.pin, pin, ui.color(Role::Accent));
  if (!view.door.help.empty())
    wall_text(ui, "wall.help", {flow.x, flow.y}, flow.width, view.door.help, small, Role::Text);
}

std::string_view sign_of(const WallName& name) {
  switch (name.state) {
    case WallName::State::In: return name.team;
    case WallName::State::Away: return "away";
    case WallName::State::Waiting: return "let in?";
    case WallName::State::Claimed: return "other phone?";
    case WallName::State::Removed: return "out";
  }
  return {};
}

bool draw_name(const WallName& name, Ui& ui, const Rect& chip, const TextStyle& style) {
  const std::string id = "name." + std::to_string(name.seat);
  const Touch touch = ui.touch(id, chip);
  const bool asks =
      name.state == WallName::State::Waiting || name.state == WallName::State::Claimed;
  const bool here = name.state == WallName::State::In;
  ui.fill(chip, ui.color(touch.hovered ? Role::Hover : Role::Surface), chip.h / 2);
  ui.outline(chip,
             ui.color(asks         ? Role::Accent
                      : touch.ring ? Role::Focus
                                   : Role::Control),
             chip.h / 2, asks || touch.ring ? 2 : 1);
  const float pad = chip.h * 0.4F;
  const std::string_view sign = sign_of(name);
  const TextStyle small{Font::Regular, style.size * 0.7F, 1};
  const float tail = sign.empty() ? 0 : ui.width_of(sign, small) + pad / 2;
  const bool cut = ui.line({chip.x + pad, chip.y, chip.w - 2 * pad - tail, chip.h}, name.name,
                           style, ui.color(here || asks ? Role::Text : Role::Muted));
  if (!sign.empty())
    ui.line({chip.x, chip.y, chip.w - pad, chip.h}, sign, small,
            ui.color(asks ? Role::Accent : Role::Muted), Align::Right);
  ui.record({.kind = "name",
             .name = id,
             .text = name.name,
             .value = std::string(sign),
             .rect = chip,
             .focused = touch.focused,
             .hovered = touch.hovered,
             .cut = cut,
             .focusable = true});
  return touch.clicked;
}

Drawn draw_names(const WallView& view, Ui& ui, const Rect& content, float k) {
  Drawn drawn;
  const TextStyle style{Font::SemiBold, std::max(15.0F, 20 * k), 1};
  const TextStyle small{Font::Regular, style.size * 0.7F, 1};
  const float height = std::max(36.0F, style.size * 1.9F), gap = 8 * k;
  float x = content.x, y = content.y + 2;
  for (const WallName& name : view.names) {
    const std::string_view sign = sign_of(name);
    float width = std::ceil(ui.width_of(name.name, style)) + height * 0.8F + 2;
    if (!sign.empty()) width += std::ceil(ui.width_of(sign, small)) + height * 0.2F;
    width = std::min(width, content.w - 4);
    if (x + width > content.right() && x > content.x) {
      x = content.x;
      y += height + gap;
    }
    if (draw_name(name, ui, {x, y, width, height}, style))
      drawn.action = {Kind::OpenName, name.seat, {}, {}};
    x += width + gap;
  }
  drawn.bottom = view.names.empty() ? y : y + height + gap;
  return drawn;
}

}  // namespace

void draw_code(const QrPicture& code, Ui& ui, const Rect& square, std::string_view id) {
  if (code.side == 0) return;
  ui.fill(square, kPaper, kButtonRadius);
  ui.outline(square, ui.color(Role::Hairline), kButtonRadius);
  const float module = square.w / (static_cast<float>(code.side) + 2 * kQuietZone);
  const float left = square.x + kQuietZone * module, top = square.y + kQuietZone * module;
  const auto edge = [&](float from, std::size_t at) {
    return from + static_cast<float>(at) * module;
  };
  for (std::size_t y = 0; y < code.side; ++y)
    for (std::size_t x = 0; x < code.side;) {
      // A run at once, so that no seams show.
      std::size_t end = x;
      while (end < code.side && code.dark[y * code.side + end])
        ++end;
      if (end > x)
        ui.fill({edge(left, x), edge(top, y), edge(left, end) - edge(left, x),
                 edge(top, y + 1) - edge(top, y)},
                kInk);
      x = end + 1;
    }
  ui.record({.kind = "qr", .name = std::string(id), .text = "QR code", .rect = square});
}

Drawn draw_lobby(const WallView& view, Ui& ui, const Rect& area) {
  const float k = wall_scale(area);
  const Rect inner = area.inset(24 * k, 20 * k);
  const float top = std::round(inner.h * (view.names.empty() ? 0.8F : 0.6F));
  const float side = std::min(top, std::round(inner.w * 0.42F));
  const Rect square{inner.x, inner.y + std::round((top - side) / 2), side, side};
  draw_code(view.door.code, ui, square, "wall.code");
  const float left = square.right() + 32 * k;
  draw_way_in(view, ui, {left, inner.y, inner.right() - left, top}, k);
  Flow flow{inner.x, inner.y + top + 16 * k, inner.w};
  const TextStyle lead{Font::SemiBold, 20 * k, 1.2F};
  std::string line = view.present;
  if (view.flooded)
    line += " · Locked by itself: many names alike came at once. Look at them, then unlock.";
  else if (view.locked)
    line += " · Locked: nobody new can come in";
  ui.label(flow.take(lead.size * 1.3F, 8 * k), line, lead,
           ui.color(view.flooded ? Role::Warning : Role::Text));
  return draw_names(view, ui, {flow.x, flow.y, flow.width, inner.bottom() - flow.y}, k);
}

// What can be done about a name.

namespace {

constexpr float kPanelWidth = 360;

WallAction draw_renaming(const NamePanel& panel, Ui& ui, const Rect& area) {
  const float width = std::min(kPanelWidth, area.w - kGap32);
  const float problem =
      panel.problem.empty() ? 0 : ui.height_of(panel.problem, kBody, width - 2 * kGap24) + kGap12;
  const float height = kGap24 + 28 + kGap12 + kFieldHeight + kGap16 + problem + 44 + kGap24;
  const Rect box{std::round(area.center().x - width / 2), std::round(area.center().y - height / 2),
                 width, height};
  const std::string id = "rename." + std::to_string(panel.name.seat);
  std::string text = ui.was_there(id) ? ui.field_text(id) : panel.name.name;
  WallAction action;
  ui.begin_modal("wall.rename", box);
  card(ui, box);
  Flow flow{box.x + kGap24, box.y + kGap24, width - 2 * kGap24};
  ui.label(flow.take(28, kGap12), "Rename " + panel.name.name, kLead, ui.color(Role::Text));
  const bool sent =
      text_field(ui, id, flow.take(kFieldHeight, kGap16), text, {"New name", true}).submitted;
  if (!panel.problem.empty())
    flow.skip(wall_text(ui, "rename.problem", {flow.x, flow.y}, flow.width, panel.problem, kBody,
                        Role::Bad) +
              kGap12);
  const ButtonLook save{"Rename", "Enter", "", Weight::Filled};
  const float wide = button_width(ui, save);
  const Rect row = flow.take(44);
  if (button(ui, "rename.save", {row.right() - wide, row.y, wide, row.h}, save) || sent)
    action = {Kind::Rename, panel.name.seat, text, {}};
  if (ui.end_modal()) action = {Kind::CloseName, panel.name.seat, {}, {}};
  return action;
}

}  // namespace

WallAction draw_panel(const NamePanel& panel, Ui& ui, const Rect& area) {
  if (panel.renaming) return draw_renaming(panel, ui, area);
  struct Entry {
    Kind kind;
    MenuEntry look;
  };
  std::vector<Entry> entries;
  using State = WallName::State;
  if (panel.name.state == State::Waiting)
    entries.push_back({Kind::Approve, {"check", "Let in", "L", U'l'}});
  if (panel.name.state == State::Claimed)
    entries.push_back({Kind::Confirm, {"check", "It is them, with another phone", "C", U'c'}});
  if (panel.name.state == State::Removed) {
    entries.push_back({Kind::Readmit, {"undo", "Take back in", "B", U'b'}});
  } else {
    entries.push_back({Kind::StartRename, {"edit", "Rename", "R", U'r'}});
    entries.push_back({Kind::Remove, {"close", "Take out", "X", U'x'}});
  }
  std::vector<MenuEntry> looks;
  looks.reserve(entries.size());
  for (const Entry& entry : entries)
    looks.push_back(entry.look);
  const float height = menu_height(panel.name.name, looks);
  const float width = std::min(kPanelWidth, area.w - kGap32);
  const Rect box{std::round(area.center().x - width / 2), std::round(area.center().y - height / 2),
                 width, height};
  const MenuResult result = menu(ui, "wall.name", box, panel.name.name, looks);
  if (result.pressed >= 0)
    return {entries[static_cast<std::size_t>(result.pressed)].kind, panel.name.seat, {}, {}};
  if (result.closed) return {Kind::CloseName, panel.name.seat, {}, {}};
  return {};
}

}  // namespace recto::screens
