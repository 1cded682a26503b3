// What a person decides with: one of several ways, one of several values.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "game/ui/ui.h"

namespace recto::ui {

/// A way to go on, with what it means; the preferred one is filled.
struct ChoiceLook {
  std::string_view title, meaning, key;
  bool preferred = false;
};
bool choice_button(Ui& ui, std::string_view id, const Rect& rect, const ChoiceLook& look);

/// Values side by side, in as many rows as they need; the one that holds is marked. `id`.1, `id`.2
/// … are its parts. Gives the index of the one that was pressed.
inline constexpr float kSegmentHeight = 40;
[[nodiscard]] float segments_height(Ui& ui, std::span<const std::string_view> labels, float width);
std::optional<std::size_t> segments(Ui& ui, std::string_view id, const Rect& rect,
                                    std::span<const std::string_view> labels,
                                    std::optional<std::size_t> chosen);

/// A sentence in a frame, with a picture in front of it. Returns its height.
float note(Ui& ui, std::string_view id, Vec top_left, float width, std::string_view icon,
           std::string_view text);

}  // namespace recto::ui
