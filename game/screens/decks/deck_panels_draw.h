// Draws what is open above the list of decks, about one of them.
#pragma once

#include "game/screens/decks/decks_view.h"
#include "game/ui/ui.h"

namespace recto::screens {

/// A modal (Ui::begin_modal), to be drawn before the list.
DecksAction draw_panel(const DeckPanel& panel, ui::Ui& ui, const ui::Rect& area);

}  // namespace recto::screens
