// The palette: every command and every deck, found by a few letters.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "game/progress/store.h"
#include "game/screens/commands/commands.h"
#include "game/screens/study/study_view.h"

namespace recto::screens {

/// What an entry does: a command, studying a deck, or something with the card on show.
using PaletteTarget = std::variant<CommandId, DeckId, StudyAction>;

struct PaletteEntry {
  std::string icon, title;
  std::string detail;  ///< "deck"; may be empty
  std::string key;     ///< may be empty
  PaletteTarget target = CommandId::Quit;
};

struct PaletteView {
  std::vector<PaletteEntry> entries;  ///< the best match first
  std::size_t chosen = 0;             ///< that Enter takes
};

struct PaletteAction {
  enum class Kind {
    None,
    Move,  ///< `query` or `chosen` is another one
    Take,  ///< the entry `chosen`
    Close,
  };
  Kind kind = Kind::None;
  std::string query;
  std::size_t chosen = 0;
};

/// How well a text answers to what was typed, less is better; none: not at all. Every word of the
/// query must be found: at the beginning of the text, of a word, within, or as letters in this
/// order. Case and accents do not matter.
[[nodiscard]] std::optional<int> match(std::string_view query, std::string_view text);

/// Whether every word of the query is in the text, case and accents aside: for lists that are
/// searched.
[[nodiscard]] bool has_words(std::string_view query, std::string_view text);

/// What can be done there, and all decks; those that match `query`, equal ones in the order of the
/// table. `card`: what can be done with the card on show.
[[nodiscard]] PaletteView find_commands(std::string_view query, std::size_t chosen,
                                        const Place& place,
                                        std::span<const progress::DeckLine> decks,
                                        std::span<const StudyCommand> card);

}  // namespace recto::screens
