// What a person can set (F31), as values: one table, searched and drawn line by line.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "game/progress/settings.h"
#include "game/progress/today.h"
#include "game/screens/study/study_view.h"
#include "game/study/queue.h"

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
  StudyHabits habits{};
  std::size_t new_a_day = 20;  ///< of each deck
  std::size_t reviews_a_day = study::kUnlimited;
  double retention = 0.9;
  progress::Budget budget{};

  bool operator==(const SettingValues&) const = default;
};

enum class SettingId {
  Theme,
  Zoom,
  CardText,
  Motion,
  NewCards,
  Reviews,
  Retention,
  Budget,
  Buttons,
  SpaceRates,
};

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

/// A deck in a backup.
struct BackupDeck {
  DeckId id;
  std::string title;
  std::string cards;  ///< "24 cards"
};

/// A backup to choose from (F32).
struct BackupLine {
  std::string made;      ///< "Thursday, 26 November, 09:12"
  std::string contents;  ///< "4 decks, 180 cards, 950 answers"; empty while it is not read
  std::vector<BackupDeck> decks{};
};

/// What is to be restored: all of a backup, or one deck of it.
struct RestoreWish {
  std::size_t backup = 0;
  std::optional<DeckId> deck{};

  bool operator==(const RestoreWish&) const = default;
};

/// What stands in question, to choose between: everything first, then deck by deck.
struct RestoreChoice {
  std::string title, detail;
  bool chosen = false;
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
  std::vector<RestoreChoice> choices{};
};

struct SettingsAction {
  enum class Kind {
    None,
    Search,      ///< for `text`
    Choose,      ///< value `index` of `id`
    Reset,       ///< `id`
    CopyFolder,  ///< its path
    Ask,         ///< whether backup `index` is to be restored
    Pick,        ///< choice `index` of the one in question
    Restore,     ///< what is chosen
    Close,       ///< the question
  };
  Kind kind = Kind::None;
  SettingId id = SettingId::Theme;
  std::size_t index = 0;
  std::string text{};
};

/// `asked`: what is to be restored, in question.
[[nodiscard]] SettingsView look(const SettingValues& values, const std::string& query,
                                const DataLook& data, const std::optional<RestoreWish>& asked = {});
/// What choice `index` stands for, of a backup in question; as it was where there is none.
[[nodiscard]] RestoreWish picked(const DataLook& data, RestoreWish wish, std::size_t index);

/// The values with another one of `id`; out of range: as they are.
[[nodiscard]] SettingValues with_value(SettingValues values, SettingId id, std::size_t index);
/// The values with the default of `id`.
[[nodiscard]] SettingValues with_default(SettingValues values, SettingId id);
/// The next zoom up or down, for Ctrl with + and −.
[[nodiscard]] float next_zoom(float zoom, int steps);

}  // namespace recto::screens
