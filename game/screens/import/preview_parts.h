// The two halves of a preview. Included by the preview's drawing alone.
#pragma once

#include <optional>

#include "game/screens/import/preview_draw.h"
#include "game/ui/widgets.h"

namespace recto::screens {

/// The article, what was asked of it underlined, what the chosen card was made from marked.
PreviewAction draw_article(const PreviewView& view, PreviewLayout& layout, ui::Ui& ui,
                           const ui::Rect& frame);
/// What is selected in the article, by mouse or by keys.
std::optional<draft::WordChoice> selected_words(const PreviewView& view, const ui::Ui& ui);
/// While words are chosen by keys: the next ones, or the end of it.
PreviewAction hear_words(const PreviewView& view, ui::Ui& ui);
/// Selects the words that were chosen by keys, where these are others than in the last frame.
void select_words(const PreviewView& view, PreviewLayout& layout, ui::Ui& ui);
/// A card of the words that are selected in the article, by C, Q and T.
PreviewAction hear_selection(const PreviewView& view, ui::Ui& ui);

/// The cards under the article's headings, then those that were left out.
PreviewAction draw_cards(const PreviewView& view, PreviewLayout& layout, ui::Ui& ui,
                         const ui::Rect& frame);

inline void take(PreviewAction& action, PreviewAction other) {
  if (other.kind != PreviewAction::Kind::None) action = std::move(other);
}

}  // namespace recto::screens
