// Draws what stands around every page.
#pragma once

#include <functional>

#include "game/screens/shell/shell_view.h"
#include "game/ui/ui.h"

namespace recto::screens {

/// Side bar, then `page`, then the message above everything: the order of reading and of Tab.
/// `page` is told its place: what the side bar leaves, and a problem, which must not cover the
/// buttons that are needed to go on.
ShellAction draw(const ShellView& view, ui::Ui& ui,
                 const std::function<void(const ui::Rect& area)>& page);

}  // namespace recto::screens
