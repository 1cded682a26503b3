// Pictures of our own: strokes on a grid of 24 by 24, drawn as lines, so that they are sharp in any
// size and weigh the same side by side. Included by this folder's .cpp files alone: it shows Dear
// ImGui.
#pragma once

#include <imgui.h>
#include <string_view>

namespace recto::ui {

/// Draws the picture of a name into a square of `size` pixels. Whether there is one.
bool draw_icon(ImDrawList& canvas, std::string_view name, ImVec2 corner, float size, float stroke,
               ImU32 color);

}  // namespace recto::ui
