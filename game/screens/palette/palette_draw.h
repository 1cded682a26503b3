// Draws the palette above the page.
#pragma once

#include "game/screens/palette/palette_view.h"
#include "game/ui/ui.h"

namespace recto::screens {

/// A modal (Ui::begin_modal): to be drawn before the page.
PaletteAction draw(const PaletteView& view, ui::Ui& ui);

}  // namespace recto::screens
