// A menu: a few things to do, above the page, each with its key.
#pragma once

#include <span>
#include <string_view>

#include "game/ui/ui.h"

namespace recto::ui {

struct MenuEntry {
  std::string_view icon = {};
  std::string_view label;
  std::string_view key = {};     ///< shown as a key cap; empty for none
  char32_t character = 0;        ///< that presses it
  bool chosen = false;           ///< what holds now: a tick
  std::string_view detail = {};  ///< small, in front of the key
  bool lit = false;              ///< what Enter takes in a list whose focus is elsewhere
};
/// One entry of a menu, or a line of another list. Whether it was pressed.
bool menu_entry(Ui& ui, std::string_view id, const Rect& row, const MenuEntry& entry);

inline constexpr float kMenuWidth = 288;
/// How tall a menu is, its title included.
[[nodiscard]] float menu_height(std::string_view title, std::span<const MenuEntry> entries);

struct MenuResult {
  int pressed = -1;     ///< index of the entry; −1 for none
  bool closed = false;  ///< by Escape, or a click beside it
};
/// A modal (ui.h) with the entries in `rect`; `title` may be empty. Arrows and Enter work in it,
/// and the entries' own keys.
MenuResult menu(Ui& ui, std::string_view id, const Rect& rect, std::string_view title,
                std::span<const MenuEntry> entries);

}  // namespace recto::ui
