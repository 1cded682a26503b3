#include "game/screens/classroom/wall_draw.h"

#include <algorithm>

#include "game/screens/classroom/wall_pages.h"
#include "game/screens/classroom/wall_parts.h"

namespace recto::screens {
namespace {

using namespace ui;
using classroom::Stage;
using Kind = WallAction::Kind;

constexpr float kLeastPage = 400;  ///< where there is less, it scrolls

/// What can be done now, the next step last.
std::vector<WallButton> buttons_of(const WallView& view) {
  std::vector<WallButton> buttons;
  const auto add = [&](Kind kind, const char* id, ButtonLook look) {
    buttons.push_back({{kind, 0, {}, {}}, id, look});
  };
  const bool lobby = view.stage == Stage::Lobby;
  if (lobby) add(Kind::Leave, "wall.leave", {"Close the room", "Esc"});
  if (lobby && view.door.networks > 1)
    add(Kind::OtherNetwork, "wall.network", {"Other address", "A"});
  if (lobby) add(Kind::OpenTeacher, "wall.teacher", {"Your view", "T"});
  if (lobby || view.locked) add(Kind::Lock, "wall.lock", {view.locked ? "Unlock" : "Lock", "L"});
  if (view.can_end) add(Kind::End, "wall.end", {"End quiz"});
  if (view.can_count) add(Kind::CountHands, "wall.hands", {"Count cards", "C"});
  if (view.can_skip) add(Kind::Skip, "wall.skip", {"Skip", "N"});
  if (view.can_reopen) add(Kind::Reopen, "wall.reopen", {"Reopen", "R"});
  if (view.can_add_time) add(Kind::MoreTime, "wall.more", {"10 s more", "+"});
  if (view.can_pause && !view.paused) add(Kind::Pause, "wall.pause", {"Pause", "P"});
  if (view.paused) add(Kind::Pause, "wall.pause", {"Go on", "Space", "", Weight::Filled});
  if (!view.next.empty()) add(Kind::Next, "wall.next", {view.next, "Space", "", Weight::Filled});
  return buttons;
}

WallAction hear_keys(const WallView& view, Ui& ui) {
  const auto act = [](Kind kind) { return WallAction{kind, 0, {}, {}}; };
  const bool onward = ui.pressed(Key::Space) || ui.pressed(Key::PageDown);
  if (onward && view.paused) return act(Kind::Pause);
  if (onward && !view.next.empty()) return act(Kind::Next);
  // A presenter's back key: there is no way back, but the clock can stand.
  const bool pause = ui.pressed(U'p') || ui.pressed(Key::PageUp);
  if (pause && (view.can_pause || view.paused)) return act(Kind::Pause);
  if (view.can_add_time && (ui.pressed(U'+') || ui.pressed(U'='))) return act(Kind::MoreTime);
  if (view.can_reopen && ui.pressed(U'r')) return act(Kind::Reopen);
  if (view.can_skip && ui.pressed(U'n')) return act(Kind::Skip);
  if (ui.pressed(U'l')) return act(Kind::Lock);
  if (view.can_count && ui.pressed(U'c')) return act(Kind::CountHands);
  if (ui.pressed(U't')) return act(Kind::OpenTeacher);
  if (view.stage != Stage::Lobby) return {};
  if (view.door.networks > 1 && ui.pressed(U'a')) return act(Kind::OtherNetwork);
  if (ui.pressed(Key::Escape)) return act(Kind::Leave);
  return {};
}

Drawn draw_page(const WallView& view, Ui& ui, const Rect& area) {
  switch (view.stage) {
    case Stage::Lobby: return draw_lobby(view, ui, area);
    case Stage::Reading:
    case Stage::Answering:
    case Stage::Closed:
    case Stage::Reveal: return draw_question(view, ui, area);
    case Stage::Scoreboard: return draw_board(view, ui, area);
    case Stage::OwnSpeed: return draw_own_speed(view, ui, area);
    case Stage::Podium:
    case Stage::Finished: return draw_podium(view, ui, area);
  }
  return {};
}

}  // namespace

WallAction draw(const WallScreen& screen, Ui& ui, const Rect& area) {
  const WallView& view = screen.wall;
  WallAction action;
  if (screen.panel) action = draw_panel(*screen.panel, ui, area);
  if (screen.hands) action = draw_hands(*screen.hands, ui, area);
  if (screen.teacher) action = draw_teacher(*screen.teacher, ui, area);
  const std::vector<WallButton> buttons = buttons_of(view);
  Rect page = area;
  if (!view.trouble.empty()) {
    const float width = area.w - 2 * kGap24;
    const float height = ui.height_of(view.trouble, kBodyBold, width) + 2 * kGap8;
    wall_text(ui, "wall.trouble", {area.x + kGap24, area.y + kGap8}, width, view.trouble, kBodyBold,
              Role::Bad);
    page.y += height;
    page.h -= height;
  }
  page.h -= buttons_height(ui, buttons, area.w);
  // Before the page: what scrolls has a use for Page Down, what has the focus for Space.
  const WallAction keyed = hear_keys(view, ui);
  Rect content = ui.begin_scroll("wall", page);
  content.h = std::max(content.h, kLeastPage);
  const Drawn drawn = draw_page(view, ui, content);
  ui.end_scroll(std::max(content.bottom(), drawn.bottom));
  const WallAction pressed =
      draw_buttons(ui, buttons, {area.x, page.bottom(), area.w, area.bottom() - page.bottom()});
  for (const WallAction& other : {drawn.action, pressed, keyed})
    if (action.kind == Kind::None) action = other;
  return action;
}

}  // namespace recto::screens
