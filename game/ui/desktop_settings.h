// What the desktop says about size and light: its settings as bytes → values. Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace recto::ui {

/// Settings of the XSETTINGS specification (0.5) by name; colours are left out.
using DesktopSettings = std::map<std::string, std::variant<int, std::string>, std::less<>>;

/// Reads the property _XSETTINGS_SETTINGS. Whatever is behind the first fault is left out.
[[nodiscard]] DesktopSettings read_xsettings(std::string_view text);

/// The value of `Xft.dpi` in the text of the resource manager.
[[nodiscard]] std::optional<double> xft_dpi(std::string_view resources);

/// Pixels per logical unit, 0.75 to 4: Xft/DPI, else Gdk/WindowScalingFactor, else Xft.dpi of the
/// resources, else `gdk_scale` (the variable GDK_SCALE), else 1.
[[nodiscard]] float scale_of(const DesktopSettings& settings, std::string_view resources,
                             std::string_view gdk_scale);

/// Whether the desktop is dark, where its theme's name tells.
[[nodiscard]] std::optional<bool> is_dark(const DesktopSettings& settings);

}  // namespace recto::ui
