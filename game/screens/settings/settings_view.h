// What a person can set (F31), as values: one table, searched and drawn line by line.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "game/progress/settings.h"
#include "game/progress/today.h"

namespace recto::screens {

/// How the window looks.
struct Appearance {
  std::string theme;   ///< "light", "dark", "contrast"; empty: as the desktop
  float zoom = 1;      ///< 0.75 to 3
  bool still = false;  ///< nothing moves

  bool operator==(const Appearance&) const = default;
};

/// All that the page sets.
struct SettingValues {
  Appearance look{};
  std::size_t new_a_day = 20;
  double retention = 0.9;
  progress::Budget budget{};

  bool operator==(const SettingValues&) const = default;
};

enum class SettingId { Theme, Zoom, Motion, NewCards, Retention, Budget };

/// One setting: its values stand side by side.
struct SettingRow {
  SettingId id = SettingId::Theme;
  std::string name;     ///< of its widgets: "theme"
  std::string title;    ///< "Colours"
  std::string meaning;  ///< one line
  std::vector<std::string> values{};
  std::optional<std::size_t> chosen{};  ///< none: `other` holds
  std::string other{};                  ///< "27", a value that is not among them
  std::string usual{};                  ///< the default; empty while that holds
};

struct SettingGroup {
  std::string title;
  std::vector<SettingRow> rows;
};

/// A backup to choose from (F32).
struct BackupLine {
  std::string made;      ///< "Thursday, 26 November, 09:12"
  std::string contents;  ///< "4 decks, 180 cards, 950 answers"; empty while it is not read
};

/// What is known of the data besides the settings.
struct DataLook {
  std::string folder;  ///< where it lies, in full
  std::vector<BackupLine> backups;
  bool restoring = false;
};

struct SettingsView {
  std::string query;
  std::vector<SettingGroup> groups;  ///< those with something that was found
  bool shows_data = true;
  DataLook data;
  std::string not_found;
  /// The backup that stands in question: "Restore the backup of …?", what it does; else empty.
  std::string question, consequence;
};

struct SettingsAction {
  enum class Kind {
    None,
    Search,        ///< for `text`
    Choose,        ///< value `index` of `id`
    Reset,         ///< `id`
    CopyFolder,    ///< its path
    ChooseBackup,  ///< a file that lies elsewhere
    Ask,           ///< whether backup `index` is to be restored
    Restore,       ///< the one in question
    Close,         ///< the question
  };
  Kind kind = Kind::None;
  SettingId id = SettingId::Theme;
  std::size_t index = 0;
  std::string text{};
};

/// `asked`: the backup in question.
[[nodiscard]] SettingsView look(const SettingValues& values, const std::string& query,
                                const DataLook& data, std::optional<std::size_t> asked = {});

/// The values with another one of `id`; out of range: as they are.
[[nodiscard]] SettingValues with_value(SettingValues values, SettingId id, std::size_t index);
/// The values with the default of `id`.
[[nodiscard]] SettingValues with_default(SettingValues values, SettingId id);
/// The next zoom up or down, for Ctrl with + and −.
[[nodiscard]] float next_zoom(float zoom, int steps);

}  // namespace recto::screens
