// What stands around every page: the side bar and the line of messages.
#pragma once

#include <optional>
#include <string>

namespace recto::screens {

enum class Page { Decks, Study, Summary };

/// A line at the bottom of the page.
struct Message {
  enum class Kind {
    Done,
    Problem,
    Working,  ///< goes on in the background; gives way by itself
  };
  Kind kind = Kind::Done;
  std::string text;       ///< one sentence or two; can be copied
  bool can_undo = false;  ///< "… · Undo": ShellAction::UndoMessage takes back what the text tells

  bool operator==(const Message&) const = default;
};

struct ShellView {
  Page page = Page::Decks;
  bool can_resume = false;  ///< a session is waiting: the side bar offers Study
  std::optional<Message> message;
};

enum class ShellAction { None, Decks, Study, DismissMessage, UndoMessage, SwitchTheme };

}  // namespace recto::screens
