// What can be done from everywhere, in one table: the side bar, the keys, the palette and the help
// are drawn from it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recto::screens {

enum class Page { Today, Decks, Study, Summary, Import, Preview, Classroom, Settings };

/// Of the widgets and of the debug dump: "decks".
[[nodiscard]] std::string_view name_of(Page page);

/// A key with Ctrl, or a sign on its own; as Ui::pressed takes it.
struct Shortcut {
  char32_t character = 0;  ///< 0: there is no key
  bool ctrl = false, shift = false;

  bool operator==(const Shortcut&) const = default;
};
/// "Ctrl+Shift+Z"; empty where there is no key.
[[nodiscard]] std::string in_words(Shortcut shortcut);

enum class CommandId {
  ShowToday,
  ShowDecks,
  ShowStudy,
  ShowImport,
  ShowClassroom,
  ShowSettings,
  OpenFiles,
  OpenPalette,
  ShowKeys,
  Undo,
  Redo,
  Larger,
  Smaller,
  UsualSize,
  SwitchTheme,
  Quit,
};

struct Command {
  CommandId id = CommandId::Quit;
  std::string_view name;   ///< of what presses it: "nav.decks"
  std::string_view icon;   ///< by its name in game/ui/icons.cpp
  std::string_view title;  ///< "Decks"
  Shortcut key{};
  std::optional<Page> page{};  ///< that it leads to: it stands in the side bar
};

/// In the order of the side bar and the palette.
[[nodiscard]] std::span<const Command> all_commands();
[[nodiscard]] const Command& command(CommandId id);

/// Where a person is.
struct Place {
  Page page = Page::Today;
  bool can_resume = false;  ///< a session is waiting
};

/// Whether a command does anything there.
[[nodiscard]] bool applies(const Command& command, const Place& place);

/// A key and what it does.
struct KeyLine {
  std::string key, does;

  bool operator==(const KeyLine&) const = default;
};
struct KeyGroup {
  std::string title;
  std::vector<KeyLine> lines;

  bool operator==(const KeyGroup&) const = default;
};
/// The keys of a page: its own, then those that work everywhere.
[[nodiscard]] std::vector<KeyGroup> keys_of(const Place& place);

}  // namespace recto::screens
