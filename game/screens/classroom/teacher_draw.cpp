// The way to the teacher's own view, in a browser that the class does not see.
#include <algorithm>
#include <array>
#include <cmath>

#include "game/screens/classroom/wall_pages.h"
#include "game/screens/classroom/wall_parts.h"
#include "game/ui/menu.h"

namespace recto::screens {
namespace {

using namespace ui;
using Kind = WallAction::Kind;

constexpr float kPanelWidth = 420, kCodeSide = 300, kButtonHeight = 44;
constexpr const char* kMeaning = "Your own view: answers, notes, names";
constexpr const char* kWarning =
    "Whoever scans this steers the quiz and sees the answers. Close it before the class sees it.";

Rect centred(const Rect& area, float width, float height) {
  return {std::round(area.center().x - width / 2), std::round(area.center().y - height / 2), width,
          height};
}

WallAction draw_code_panel(const QrPicture& code, Ui& ui, const Rect& area) {
  const float width = std::min(kPanelWidth, area.w - kGap32), room = width - 2 * kGap24;
  const float side = std::min({kCodeSide, room, area.h - 260});
  const float text = ui.height_of(kWarning, kBody, room);
  const Rect box = centred(area, width, 2 * kGap24 + text + kGap16 + side + kGap16 + kButtonHeight);
  WallAction action;
  ui.begin_modal("wall.teacher_code", box);
  card(ui, box);
  Flow flow{box.x + kGap24, box.y + kGap24, room};
  flow.skip(wall_text(ui, "teacher.warning", {flow.x, flow.y}, room, kWarning, kBody, Role::Text) +
            kGap16);
  const Rect row = flow.take(side, kGap16);
  draw_code(code, ui, {std::round(row.center().x - side / 2), row.y, side, side}, "teacher.code");
  const ButtonLook done{"Close", "Esc", "", Weight::Filled};
  const float wide = button_width(ui, done);
  const Rect foot = flow.take(kButtonHeight);
  if (button(ui, "teacher.close", {foot.right() - wide, foot.y, wide, foot.h}, done))
    action.kind = Kind::CloseTeacher;
  if (ui.end_modal()) action.kind = Kind::CloseTeacher;
  return action;
}

}  // namespace

WallAction draw_teacher(const TeacherPanel& panel, Ui& ui, const Rect& area) {
  if (panel.code.side > 0) return draw_code_panel(panel.code, ui, area);
  const std::array<MenuEntry, 2> entries = {
      {{"content_copy", "Copy its link, for this computer", "C", U'c'},
       {"smartphone", "Show a code for my phone (projector off)", "S", U's'}}};
  const Rect box =
      centred(area, std::min(kPanelWidth, area.w - kGap32), menu_height(kMeaning, entries));
  const MenuResult result = menu(ui, "wall.teacher", box, kMeaning, entries);
  if (result.pressed == 0) return {Kind::CopyTeachLink, 0, {}, {}};
  if (result.pressed == 1) return {Kind::ShowTeachCode, 0, {}, {}};
  if (result.closed) return {Kind::CloseTeacher, 0, {}, {}};
  return {};
}

}  // namespace recto::screens
