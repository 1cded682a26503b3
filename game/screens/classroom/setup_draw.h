// Draws what comes before a quiz.
#pragma once

#include "game/screens/classroom/setup_view.h"
#include "game/ui/ui.h"

namespace recto::screens {

SetupAction draw(const SetupView& view, ui::Ui& ui, const ui::Rect& area);

}  // namespace recto::screens
