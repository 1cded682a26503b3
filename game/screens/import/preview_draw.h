// Draws a draft that is being looked through.
#pragma once

#include <cstdint>

#include "game/screens/import/preview_view.h"
#include "game/ui/long_column.h"
#include "game/ui/ui.h"

namespace recto::screens {

/// What drawing a preview remembers from frame to frame: how tall things came out.
struct PreviewLayout {
  ui::LongColumn article, cards;
  std::uint64_t revealed = 0;    ///< PreviewView::reveal that was followed
  bool follows = false;          ///< what is chosen is still being brought into view
  std::uint64_t words_step = 0;  ///< PreviewView::words_step that was selected
  bool shows_article = false;    ///< where there is room for one of the two only
};

/// Keys as F9, F10 and F12 say.
PreviewAction draw(const PreviewView& view, PreviewLayout& layout, ui::Ui& ui,
                   const ui::Rect& area);

}  // namespace recto::screens
