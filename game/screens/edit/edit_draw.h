// Draws the fields of a card above the page.
#pragma once

#include "game/screens/edit/edit_view.h"
#include "game/ui/ui.h"

namespace recto::screens {

/// A modal; before the page under it is drawn. What is being typed is kept by `ui`.
EditAction draw(const EditView& view, ui::Ui& ui, const ui::Rect& area);

}  // namespace recto::screens
