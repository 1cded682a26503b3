// Draws the end of a session.
#pragma once

#include "game/screens/summary/summary_view.h"
#include "game/ui/ui.h"

namespace recto::screens {

/// Any key leaves, but for those that scroll and those on the buttons.
SummaryAction draw(const SummaryView& view, ui::Ui& ui, const ui::Rect& area);

}  // namespace recto::screens
