// What the app remembers from one start to the next, beside the database (U15): a small text file.
#pragma once

#include <string>
#include <string_view>

#include "game/recto/common.h"

namespace recto::app {

/// The file in a profile's folder.
inline constexpr const char* kPreferencesName = "preferences.txt";

struct Preferences {
  // Of profiles that an older Recto made; the database keeps both now (settings_flow.h).
  std::string theme;  ///< name of a theme; empty: as the desktop
  float zoom = 1;     ///< 0.75 to 3
  screens::StudyHabits habits{};
  Memory memory{};

  bool operator==(const Preferences&) const = default;
};

/// "name = value" lines. What is unknown, damaged or out of range is as by default: preferences are
/// never a reason not to start.
[[nodiscard]] Preferences read_preferences(std::string_view text);
[[nodiscard]] std::string write_preferences(const Preferences& preferences);

}  // namespace recto::app
