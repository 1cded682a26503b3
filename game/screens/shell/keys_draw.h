// Draws the help: the keys of this page.
#pragma once

#include <vector>

#include "game/screens/commands/commands.h"
#include "game/ui/ui.h"

namespace recto::screens {

/// A modal (Ui::begin_modal), to be drawn before the page; whether it is to be closed.
[[nodiscard]] bool draw_keys(const std::vector<KeyGroup>& groups, ui::Ui& ui);

}  // namespace recto::screens
