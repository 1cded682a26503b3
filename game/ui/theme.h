// The colours of the app, by role. A theme is a file in assets/themes that a person may edit.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "content/base/result.h"

namespace recto::ui {

struct Color {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;

  bool operator==(const Color&) const = default;
};

/// What a colour is for. The names in the files are the members in snake_case.
enum class Role {
  Page,      ///< behind everything
  Side,      ///< the side bar
  Surface,   ///< cards, outlined buttons
  Field,     ///< text fields
  Hover,     ///< a surface under the mouse
  Pressed,   ///< a surface that is held down
  Text,      ///< what is read
  Muted,     ///< what is glanced at
  Hairline,  ///< separates; carries no meaning
  Control,   ///< outlines of what can be pressed or typed into
  Accent,    ///< the one thing to do next, progress
  OnAccent,  ///< text on Accent
  AccentHover,
  Track,      ///< the part of a progress bar that is still to come
  Good,       ///< right; always with sign and word
  Warning,    ///< recalled with effort, unclear
  Bad,        ///< wrong; always with sign and word
  Mark,       ///< behind the evidence sentence
  Selection,  ///< behind selected text
  Focus,      ///< the ring around what the keyboard acts on
  Shadow,     ///< under cards; mostly transparent
  Toast,      ///< the line at the bottom
  OnToast,
  ToastAction,  ///< what can be pressed in it
};
inline constexpr std::size_t kRoles = static_cast<std::size_t>(Role::ToastAction) + 1;

[[nodiscard]] std::string_view name_of(Role role);

struct Theme {
  std::string name;
  bool dark = false;
  std::array<Color, kRoles> colors{};

  [[nodiscard]] Color operator[](Role role) const { return colors[static_cast<std::size_t>(role)]; }
  bool operator==(const Theme&) const = default;
};

/// Two colours that meet on the screen, and the least contrast that they need.
struct Pair {
  Role front, back;
  double least;
};

/// Every pair in use: text 4.5 (WCAG 2.1 AA), outlines, rings and bars 3.
[[nodiscard]] std::span<const Pair> pairs_in_use();

/// WCAG 2.1 contrast ratio of two opaque colours, 1 to 21.
[[nodiscard]] double contrast(Color a, Color b);

/// "#rrggbb" or "#rrggbbaa". Error: BadInput.
[[nodiscard]] Result<Color> read_color(std::string_view text);

/// A theme from JSON: {"name", "kind": "light" | "dark", "colors": {role: "#rrggbb", …}} with every
/// role. Errors: BadInput with the JSON pointer in `where`.
[[nodiscard]] Result<Theme> read_theme(std::string_view text);

/// The theme `light`, `dark` or `contrast` (or a file that a person put beside them) of the assets.
[[nodiscard]] Result<Theme> load_theme(const std::string& name);

}  // namespace recto::ui
