// Draws what stands around every page.
#pragma once

#include <functional>

#include "game/screens/shell/shell_view.h"
#include "game/ui/ui.h"

namespace recto::screens {

/// Side bar, then `page`, then the message above everything: the order of reading and of Tab.
ShellAction draw(const ShellView& view, ui::Ui& ui, const std::function<void()>& page);

/// What the side bar leaves to a page.
[[nodiscard]] ui::Rect page_area(const ui::Ui& ui);

}  // namespace recto::screens
