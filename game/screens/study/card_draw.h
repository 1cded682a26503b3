// Draws what stands on the card: what is asked, what was answered, where it comes from.
#pragma once

#include <string>

#include "game/screens/study/study_view.h"
#include "game/ui/ui.h"

namespace recto::screens {

/// A field for each card, so that none begins with what was typed for another.
[[nodiscard]] std::string answer_field(const StudyView& view);

/// The card, as tall as its content, scrolling inside `frame`. Every prompt begins at the top.
StudyAction draw_card(const StudyView& view, ui::Ui& ui, const ui::Rect& frame);

/// Windows so low that everything else makes room for the card.
[[nodiscard]] bool is_low(const ui::Ui& ui);

}  // namespace recto::screens
