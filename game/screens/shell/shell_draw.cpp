#include "game/screens/shell/shell_draw.h"

#include <algorithm>
#include <cmath>

#include "game/screens/palette/palette_draw.h"
#include "game/screens/shell/keys_draw.h"
#include "game/ui/widgets.h"

namespace recto::screens {
namespace {

using namespace ui;
using Kind = ShellAction::Kind;

constexpr float kSideBar = 216;
constexpr float kIconBar = 64;
constexpr float kIconsBelow = 900;  ///< width of the window at which labels leave (U1)
constexpr float kNavHeight = 44, kNavGap = 4;
constexpr float kLeastNav = 32, kLeastNavGap = 2;  ///< in a low window
constexpr float kNameHeight = kTarget + kGap16;

bool icons_only(const Ui& ui) {
  return ui.area().w < kIconsBelow;
}

/// How the entries share the height of the bar: in a low window the name leaves, then they shrink.
struct BarPlan {
  bool has_name = true;
  float entry = kNavHeight, gap = kNavGap;
};

BarPlan plan_of(const ShellView& view, float height) {
  constexpr float kBelow = 2;  // entries at the bottom
  float entries = kBelow;
  for (const Command& command : all_commands())
    if (command.page && applies(command, view.place)) ++entries;
  const float room = height - kGap16 - kGap12;
  BarPlan plan;
  if (entries * (kNavHeight + kNavGap) + kNameHeight <= room) return plan;
  plan.has_name = false;
  if (entries * (kNavHeight + kNavGap) <= room) return plan;
  plan.gap = kLeastNavGap;
  plan.entry = std::max(kLeastNav, std::floor(room / entries) - kLeastNavGap);
  return plan;
}

ShellAction draw_side_bar(const ShellView& view, Ui& ui) {
  const bool narrow = icons_only(ui);
  const Rect bar{0, 0, narrow ? kIconBar : kSideBar, ui.area().h};
  ui.fill(bar, ui.color(Role::Side));
  ui.fill({bar.right() - 1, 0, 1, bar.h}, ui.color(Role::Hairline));
  const float margin = narrow ? kGap8 : kGap12;
  Flow flow{margin, kGap16, bar.w - 2 * margin};
  const BarPlan plan = plan_of(view, bar.h);
  const Rect name = plan.has_name ? flow.take(kTarget, kGap16) : Rect{};
  if (!plan.has_name)
    flow.y = kGap8;
  else if (narrow)
    ui.label(name, "R", kTitle, ui.color(Role::Accent), Align::Center);
  else
    ui.label({name.x + kGap12, name.y, name.w - kGap12, name.h}, "Recto", kTitle,
             ui.color(Role::Text));
  ShellAction action;
  const auto item = [&](const Command& command, const Rect& rect, std::string_view icon,
                        std::string_view title) {
    const Page shown = view.place.page == Page::Preview ? Page::Import : view.place.page;
    const bool current = command.page == shown;
    if (nav_item(ui, command.name, rect, icon, title, current, narrow)) action = run(command.id);
  };
  for (const Command& command : all_commands())
    if (command.page && applies(command, view.place))
      item(command, flow.take(plan.entry, plan.gap), command.icon, command.title);
  const float lowest = plan.has_name ? margin : kGap8;
  const Rect find{margin, bar.bottom() - 2 * plan.entry - plan.gap - lowest, flow.width,
                  plan.entry};
  item(command(CommandId::OpenPalette), find, "search", "Find");
  const bool dark = ui.theme().dark;
  item(command(CommandId::SwitchTheme), find.moved(0, plan.entry + plan.gap),
       dark ? "brightness_7" : "brightness_4", dark ? "Light colours" : "Dark colours");
  return action;
}

ToastLook look_of(const Message& message) {
  const bool working = message.kind == Message::Kind::Working;
  const bool problem = message.kind == Message::Kind::Problem;
  return {message.text, message.can_undo ? "Undo" : "",
          working   ? "hourglass_empty"
          : problem ? "error_outline"
                    : "",
          !working};
}

ShellAction draw_message(const ShellView& view, Ui& ui, const Rect& area) {
  const Message& message = *view.message;
  switch (toast(ui, area, look_of(message))) {
    case ToastResult::Action: return {Kind::UndoMessage};
    case ToastResult::Dismiss: return {Kind::DismissMessage};
    case ToastResult::None: break;
  }
  if (message.can_undo && ui.pressed(U'z', kCtrl)) return {Kind::UndoMessage};
  // Where Escape leaves the page, that has taken it.
  if (ui.pressed(Key::Escape)) return {Kind::DismissMessage};
  return {};
}

/// What the side bar leaves.
Rect place_beside_bar(const ShellView& view, const Ui& ui) {
  const Rect area = ui.area();
  if (view.bare) return area;
  const float left = icons_only(ui) ? kIconBar : kSideBar;
  return {left, 0, area.w - left, area.h};
}

/// What stands above the page, and leaves it deaf.
ShellAction draw_above(const ShellView& view, Ui& ui) {
  ShellAction action;
  if (view.palette) {
    action.palette = draw(*view.palette, ui);
    if (action.palette.kind != PaletteAction::Kind::None) action.kind = Kind::Palette;
  } else if (!view.keys.empty() && draw_keys(view.keys, ui)) {
    action.kind = Kind::CloseKeys;
  }
  return action;
}

ShellAction hear_keys(const ShellView& view, Ui& ui) {
  for (const Command& command : all_commands()) {
    const Shortcut& key = command.key;
    if (key.character == 0 || !applies(command, view.place)) continue;
    if (ui.pressed(key.character, {.ctrl = key.ctrl, .shift = key.shift})) return run(command.id);
  }
  // Where the plus is under Shift, and where it is the key of "=".
  if (ui.pressed(U'+', kCtrlShift) || ui.pressed(U'=', kCtrl)) return run(CommandId::Larger);
  return {};
}

}  // namespace

ShellAction draw(const ShellView& view, Ui& ui, const std::function<void(const Rect& area)>& page) {
  ui.recorder().set_screen(name_of(view.place.page));
  const ShellAction above = draw_above(view, ui);
  const ShellAction beside = view.bare ? ShellAction{} : draw_side_bar(view, ui);
  const Rect whole = place_beside_bar(view, ui);
  Rect area = whole;
  if (view.message) area.h -= toast_height(ui, whole, look_of(*view.message));
  page(area);
  const ShellAction message = view.message ? draw_message(view, ui, whole) : ShellAction{};
  // What the page has use for, it has taken.
  const ShellAction keyed = hear_keys(view, ui);
  for (const ShellAction& action : {above, message, beside, keyed})
    if (action.kind != Kind::None) return action;
  return {};
}

}  // namespace recto::screens
