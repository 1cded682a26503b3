// Draws what is opened above the card: the menu, the reasons for a flag, the card's history.
#pragma once

#include "game/screens/study/study_view.h"
#include "game/ui/ui.h"

namespace recto::screens {

/// What is open, if anything; before the page under it is drawn (Ui::begin_modal).
StudyAction draw_panel(const StudyView& view, ui::Ui& ui, const ui::Rect& area);

}  // namespace recto::screens
