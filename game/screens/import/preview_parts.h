// The two halves of a preview. Included by the preview's drawing alone.
#pragma once

#include "game/screens/import/preview_draw.h"
#include "game/ui/widgets.h"

namespace recto::screens {

/// The article, what was asked of it underlined, what the chosen card was made from marked.
PreviewAction draw_article(const PreviewView& view, PreviewLayout& layout, ui::Ui& ui,
                           const ui::Rect& frame);
/// A card of the words that are selected in the article, by C, Q and T.
PreviewAction hear_selection(const PreviewView& view, ui::Ui& ui);

/// The cards under the article's headings, then those that were left out.
PreviewAction draw_cards(const PreviewView& view, PreviewLayout& layout, ui::Ui& ui,
                         const ui::Rect& frame);

inline void take(PreviewAction& action, PreviewAction other) {
  if (other.kind != PreviewAction::Kind::None) action = std::move(other);
}

}  // namespace recto::screens
