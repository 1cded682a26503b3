// Draws the settings.
#pragma once

#include "game/screens/settings/settings_view.h"
#include "game/ui/ui.h"

namespace recto::screens {

SettingsAction draw(const SettingsView& view, ui::Ui& ui, const ui::Rect& area);

}  // namespace recto::screens
