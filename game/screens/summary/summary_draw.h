// Draws the end of a session.
#pragma once

#include "game/screens/summary/summary_view.h"
#include "game/ui/ui.h"

namespace recto::screens {

/// Any key leaves, but for those that scroll and U, which takes the last answer back.
SummaryAction draw(const SummaryView& view, ui::Ui& ui);

}  // namespace recto::screens
