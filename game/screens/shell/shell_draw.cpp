#include "game/screens/shell/shell_draw.h"

#include "game/ui/widgets.h"

namespace recto::screens {
namespace {

using namespace ui;

constexpr float kSideBar = 216;
constexpr float kIconBar = 64;
constexpr float kIconsBelow = 900;  ///< width of the window at which labels leave (U1)
constexpr float kNavHeight = 44;

bool icons_only(const Ui& ui) {
  return ui.area().w < kIconsBelow;
}

std::string_view name_of(Page page) {
  switch (page) {
    case Page::Decks: return "decks";
    case Page::Study: return "study";
    case Page::Summary: return "summary";
  }
  return {};
}

ShellAction draw_side_bar(const ShellView& view, Ui& ui) {
  const bool narrow = icons_only(ui);
  const Rect bar{0, 0, narrow ? kIconBar : kSideBar, ui.area().h};
  ui.fill(bar, ui.color(Role::Side));
  ui.fill({bar.right() - 1, 0, 1, bar.h}, ui.color(Role::Hairline));
  const float margin = narrow ? kGap8 : kGap12;
  Flow flow{margin, kGap16, bar.w - 2 * margin};
  const Rect name = flow.take(kTarget, kGap16);
  if (narrow)
    ui.label(name, "R", kTitle, ui.color(Role::Accent), Align::Center);
  else
    ui.label({name.x + kGap12, name.y, name.w - kGap12, name.h}, "Recto", kTitle,
             ui.color(Role::Text));
  ShellAction action = ShellAction::None;
  const auto item = [&](std::string_view id, std::string_view icon, std::string_view label,
                        bool current, ShellAction leads_to) {
    if (nav_item(ui, id, flow.take(kNavHeight, 4), icon, label, current, narrow)) action = leads_to;
  };
  item("nav.decks", "library_books", "Decks", view.page == Page::Decks, ShellAction::Decks);
  if (view.page == Page::Study || view.can_resume)
    item("nav.study", "school", "Study", view.page == Page::Study, ShellAction::Study);
  const Rect theme{margin, bar.bottom() - kNavHeight - margin, flow.width, kNavHeight};
  if (nav_item(ui, "nav.theme", theme, ui.theme().dark ? "brightness_7" : "brightness_4",
               ui.theme().dark ? "Light colours" : "Dark colours", false, narrow))
    action = ShellAction::SwitchTheme;
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
    case ToastResult::Action: return ShellAction::UndoMessage;
    case ToastResult::Dismiss: return ShellAction::DismissMessage;
    case ToastResult::None: break;
  }
  if (message.can_undo && ui.pressed(U'z', kCtrl)) return ShellAction::UndoMessage;
  // Elsewhere Escape leaves the page.
  if (view.page == Page::Decks && ui.pressed(Key::Escape)) return ShellAction::DismissMessage;
  return ShellAction::None;
}

/// What the side bar leaves.
Rect place_beside_bar(const Ui& ui) {
  const Rect area = ui.area();
  const float left = icons_only(ui) ? kIconBar : kSideBar;
  return {left, 0, area.w - left, area.h};
}

}  // namespace

ShellAction draw(const ShellView& view, Ui& ui, const std::function<void(const Rect& area)>& page) {
  ui.recorder().set_screen(name_of(view.page));
  const ShellAction beside = draw_side_bar(view, ui);
  const Rect whole = place_beside_bar(ui);
  Rect area = whole;
  if (view.message) area.h -= toast_height(ui, whole, look_of(*view.message));
  page(area);
  const ShellAction above = view.message ? draw_message(view, ui, whole) : ShellAction::None;
  return above == ShellAction::None ? beside : above;
}

}  // namespace recto::screens
