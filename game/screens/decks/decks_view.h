// The list of decks, as values.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "content/base/id.h"
#include "game/progress/store.h"

namespace recto::screens {

struct DeckRow {
  DeckId id;
  std::string title;
  std::string cards;      ///< "42 cards"
  std::size_t fresh = 0;  ///< new facts that a session would bring today
  std::size_t due = 0;    ///< facts to repeat today, learning ones included
  std::string plan;       ///< "24 cards, about 6 minutes"; "Nothing due" when there is no work
  bool has_work = false;

  bool operator==(const DeckRow&) const = default;
};

struct DecksView {
  std::string plan;           ///< of all decks together (F15)
  std::vector<DeckRow> rows;  ///< the newest, then those with work, each by title
  std::string invitation;     ///< F1: what to do to get a deck
};

struct DecksAction {
  enum class Kind { None, Study };
  Kind kind = Kind::None;
  DeckId deck;
};

/// `new_facts`: how many a session brings at most. `newest`: the deck that was added just now,
/// which stands first while it has work; empty for none.
[[nodiscard]] DecksView look(std::span<const progress::DeckLine> decks, std::size_t new_facts,
                             const DeckId& newest = {});

}  // namespace recto::screens
