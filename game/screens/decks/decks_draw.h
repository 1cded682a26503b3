// Draws the list of decks.
#pragma once

#include "game/screens/decks/decks_view.h"
#include "game/ui/ui.h"

namespace recto::screens {

/// Enter studies the first deck that has work.
DecksAction draw(const DecksView& view, ui::Ui& ui, const ui::Rect& area);

}  // namespace recto::screens
