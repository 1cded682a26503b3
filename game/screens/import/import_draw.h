// Draws the page where articles come in.
#pragma once

#include "game/screens/import/import_view.h"
#include "game/ui/ui.h"

namespace recto::screens {

/// What is being typed is kept by `ui`.
ImportAction draw(const ImportView& view, ui::Ui& ui, const ui::Rect& area);

}  // namespace recto::screens
