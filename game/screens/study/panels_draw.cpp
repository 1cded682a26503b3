#include "game/screens/study/panels_draw.h"

#include <algorithm>
#include <cmath>

#include "game/ui/menu.h"
#include "game/ui/widgets.h"

namespace recto::screens {
namespace {

using namespace ui;
using Kind = StudyAction::Kind;

constexpr float kUnderHeader = 64;
constexpr float kFlagsWidth = 360;
constexpr float kHistoryWidth = 420;
constexpr float kHistoryRow = 32;

/// The keys as they are to be pressed now: with Alt while an answer is being typed.
std::string key_of(const StudyCommand& command, bool typing) {
  return typing ? "Alt+" + command.key : command.key;
}

StudyAction draw_menu(const std::vector<StudyCommand>& commands, std::string_view id,
                      std::string_view title, const Rect& rect, bool typing, Ui& ui) {
  std::vector<std::string> keys;
  keys.reserve(commands.size());
  for (const StudyCommand& command : commands)
    keys.push_back(key_of(command, typing));
  std::vector<MenuEntry> entries;
  for (std::size_t i = 0; i < commands.size(); ++i) {
    const StudyCommand& command = commands[i];
    // A letter that means something else with Shift is left to the page.
    entries.push_back({command.icon, command.label, keys[i],
                       command.shifted ? U'\0' : command.character, command.chosen});
  }
  const MenuResult result = menu(ui, id, rect, title, entries);
  if (result.pressed >= 0) return commands[static_cast<std::size_t>(result.pressed)].action;
  if (result.closed) return {.kind = Kind::Open};
  return {};
}

StudyAction draw_actions(const StudyView& view, Ui& ui, const Rect& area) {
  std::vector<StudyCommand> all = view.decisions;
  all.insert(all.end(), view.commands.begin(), view.commands.end());
  std::vector<MenuEntry> entries(all.size());
  const Flow column = column_in(area);
  const float height = menu_height("", entries);
  const Rect rect{std::round(column.x + column.width - kMenuWidth + kGap8), area.y + kUnderHeader,
                  kMenuWidth, height};
  const bool typing = !view.revealed && view.way == study::Way::Type;
  return draw_menu(all, "actions", "", rect, typing, ui);
}

StudyAction draw_flags(const StudyView& view, Ui& ui, const Rect& area) {
  const std::string_view title = "What is wrong with this card?";
  const std::vector<MenuEntry> entries(view.flags.size());
  const float width = std::min(kFlagsWidth, area.w - kGap32);
  const float height = menu_height(title, entries);
  const Rect rect{std::round(area.center().x - width / 2), std::round(area.center().y - height / 2),
                  width, height};
  return draw_menu(view.flags, "flags", title, rect, false, ui);
}

StudyAction draw_history(const StudyView& view, Ui& ui, const Rect& area) {
  const float width = std::min(kHistoryWidth, area.w - kGap32);
  const float height = 2 * kGap24 + 40 + kHistoryRow * static_cast<float>(view.history.size());
  const Rect panel{std::round(area.center().x - width / 2),
                   std::round(area.center().y - height / 2), width, height};
  ui.begin_modal("history", panel);
  ui.push_opacity(ui.appear("history", 0.12));
  card(ui, panel);
  Flow flow{panel.x + kGap24, panel.y + kGap24, panel.w - 2 * kGap24};
  const Rect top = flow.take(32, kGap8);
  ui.label({top.x, top.y, top.w - kTarget, top.h}, "History and forecast", kLead,
           ui.color(Role::Text));
  const bool closes =
      icon_button(ui, "history.close", {top.right() - kTarget + kGap8, top.y - 4, kTarget, kTarget},
                  "close", "Close");
  for (const HistoryLine& line : view.history) {
    const Rect row = flow.take(kHistoryRow);
    const float value = std::ceil(ui.width_of(line.value, kBodyBold)) + 1;
    ui.label({row.x, row.y, row.w - value - kGap12, row.h}, line.name, kBody,
             ui.color(Role::Muted));
    ui.label({row.right() - value, row.y, value, row.h}, line.value, kBodyBold,
             ui.color(Role::Text));
  }
  const bool again = ui.pressed(U'i');
  ui.pop_opacity();
  const bool left = ui.end_modal();
  return closes || again || left ? StudyAction{.kind = Kind::Open} : StudyAction{};
}

}  // namespace

StudyAction draw_panel(const StudyView& view, Ui& ui, const Rect& area) {
  switch (view.panel) {
    case Panel::None: break;
    case Panel::Actions: return draw_actions(view, ui, area);
    case Panel::Flags: return draw_flags(view, ui, area);
    case Panel::History: return draw_history(view, ui, area);
  }
  return {};
}

}  // namespace recto::screens
