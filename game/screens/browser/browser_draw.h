// Draws the browser of files, above the page.
#pragma once

#include "game/screens/browser/browser_view.h"
#include "game/ui/ui.h"

namespace recto::screens {

/// What drawing remembers from frame to frame.
struct BrowserLayout {
  std::uint64_t revealed = 0;  ///< BrowserView::reveal that was followed
};

/// A modal: to be drawn before the page.
BrowserAction draw(const BrowserView& view, BrowserLayout& layout, ui::Ui& ui);

}  // namespace recto::screens
