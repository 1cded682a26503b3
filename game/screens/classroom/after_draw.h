// Draws what a quiz came to.
#pragma once

#include "game/screens/classroom/after_view.h"
#include "game/ui/ui.h"

namespace recto::screens {

AfterAction draw(const AfterView& view, ui::Ui& ui, const ui::Rect& area);

}  // namespace recto::screens
