// Draws the wall of a hosted quiz. Space and Page Down are always the next step.
#pragma once

#include "game/screens/classroom/wall_view.h"
#include "game/ui/ui.h"

namespace recto::screens {

WallAction draw(const WallScreen& screen, ui::Ui& ui, const ui::Rect& area);

}  // namespace recto::screens
