// Draws the day's plan.
#pragma once

#include "game/screens/today/today_view.h"
#include "game/ui/ui.h"

namespace recto::screens {

/// Enter starts; where something is proposed, it takes the first way.
TodayAction draw(const TodayView& view, ui::Ui& ui, const ui::Rect& area);

}  // namespace recto::screens
