// Draws the card that is asked.
#pragma once

#include "game/screens/study/study_view.h"
#include "game/ui/ui.h"

namespace recto::screens {

/// What is being typed is kept by `ui` until the answer is shown.
StudyAction draw(const StudyView& view, ui::Ui& ui, const ui::Rect& area);

}  // namespace recto::screens
