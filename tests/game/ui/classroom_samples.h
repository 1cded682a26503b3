// The teacher's pages full of content, for pictures and for checks of the layout.
#pragma once

#include <span>
#include <string_view>

#include "game/ui/ui.h"

namespace recto::test {

/// One page without its side bar, by name: "class-lobby", …; whether there is one of that name.
bool draw_classroom_sample(ui::Ui& ui, std::string_view name, const ui::Rect& area);
[[nodiscard]] std::span<const std::string_view> classroom_names();

}  // namespace recto::test
