// The pages of the wall, each in its own file. Inside this folder only; `area` is what the buttons
// leave.
#pragma once

#include <string_view>

#include "game/screens/classroom/wall_view.h"
#include "game/ui/ui.h"

namespace recto::screens {

struct Drawn {
  WallAction action{};
  float bottom = 0;  ///< of what was drawn, where that is more than the area
};

Drawn draw_lobby(const WallView& view, ui::Ui& ui, const ui::Rect& area);
Drawn draw_question(const WallView& view, ui::Ui& ui, const ui::Rect& area);
Drawn draw_own_speed(const WallView& view, ui::Ui& ui, const ui::Rect& area);
Drawn draw_board(const WallView& view, ui::Ui& ui, const ui::Rect& area);
Drawn draw_podium(const WallView& view, ui::Ui& ui, const ui::Rect& area);

/// A QR code on white, with its quiet zone.
void draw_code(const QrPicture& code, ui::Ui& ui, const ui::Rect& square, std::string_view id);

/// What is open above the page; drawn before it.
WallAction draw_hands(const HandsPanel& panel, ui::Ui& ui, const ui::Rect& area);
WallAction draw_teacher(const TeacherPanel& panel, ui::Ui& ui, const ui::Rect& area);
WallAction draw_panel(const NamePanel& panel, ui::Ui& ui, const ui::Rect& area);

}  // namespace recto::screens
