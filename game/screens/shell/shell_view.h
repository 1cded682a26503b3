// What stands around every page: the side bar, the line of messages, palette and help above it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "game/screens/commands/commands.h"
#include "game/screens/palette/palette_view.h"

namespace recto::screens {

/// A line at the bottom of the page.
struct Message {
  enum class Kind {
    Done,
    Problem,
    Working,  ///< goes on in the background; gives way by itself
  };
  Kind kind = Kind::Done;
  std::string text;       ///< one sentence or two; can be copied
  bool can_undo = false;  ///< "… · Undo": UndoMessage takes back what the text tells

  bool operator==(const Message&) const = default;
};

struct ShellView {
  Place place{};
  bool bare = false;  ///< the page has the whole window: it is on a wall
  std::optional<Message> message{};
  std::optional<PaletteView> palette{};  ///< stands above everything
  std::vector<KeyGroup> keys{};          ///< not empty: the help stands above everything
};

/// What a person did around the page.
struct ShellAction {
  enum class Kind {
    None,
    Run,      ///< `command`
    Palette,  ///< `palette` says what was done in it
    CloseKeys,
    DismissMessage,
    UndoMessage,
  };
  Kind kind = Kind::None;
  CommandId command = CommandId::Quit;
  PaletteAction palette{};
};

[[nodiscard]] inline ShellAction run(CommandId command) {
  return {ShellAction::Kind::Run, command, {}};
}

}  // namespace recto::screens
