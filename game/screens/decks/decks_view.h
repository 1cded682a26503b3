// The list of decks, and what can be done with one, as values.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "content/base/id.h"
#include "game/progress/today.h"
#include "game/study/item.h"

namespace recto::screens {

struct DeckRow {
  DeckId id;
  std::string title;
  std::string cards;         ///< "42 in all, by 3 December"
  std::size_t fresh = 0;     ///< new facts that a session would bring today
  std::size_t due = 0;       ///< facts to repeat today
  std::size_t learning = 0;  ///< facts that are being learned
  std::string plan;          ///< "24 cards, about 6 minutes"; "Nothing due" when there is no work
  bool has_work = false;

  bool operator==(const DeckRow&) const = default;
};

/// What is open above the list, about one deck.
struct DeckPanel {
  enum class Kind { Menu, Rename, Exam, Answering };
  Kind kind = Kind::Menu;
  DeckId deck;
  std::string title;    ///< of the deck
  std::string text;     ///< that its field begins with
  std::string preview;  ///< what comes of what was typed, or what is wrong with it
  bool can_save = false;
  bool has_exam = false;
  study::Answering answering = study::Answering::Grow;  ///< that holds
};

struct DecksView {
  std::string plan;           ///< of all decks together (F15)
  std::string query;          ///< what the titles are searched for
  std::size_t decks = 0;      ///< in all, found or not
  std::vector<DeckRow> rows;  ///< the newest, then those with work, each by title
  std::string invitation;     ///< F1: what to do to get a deck
  std::string not_found;      ///< said where the search finds nothing
  std::optional<DeckPanel> panel{};
};

struct DecksAction {
  enum class Kind {
    None,
    Study,
    Search,  ///< for `text`
    Open,    ///< `panel` of `deck`
    Close,   ///< the panel
    Type,    ///< `text` stands in the field of the panel
    Save,    ///< it
    NoExam,
    Answer,  ///< by `answering`
    Delete,
    ShowImport,
  };
  Kind kind = Kind::None;
  DeckId deck{};
  std::string text{};
  DeckPanel::Kind panel = DeckPanel::Kind::Menu;
  study::Answering answering = study::Answering::Grow;
};

/// `newest`: the deck that was added just now, which stands first while it has work; empty for
/// none. `query`: words that a title must have, case and accents aside.
[[nodiscard]] DecksView look_at_decks(const progress::Today& today, const DeckId& newest = {},
                                      const std::string& query = {});

/// The panel with what was typed so far; Menu and Answering have no field. `today.find(deck)` is
/// there.
[[nodiscard]] DeckPanel look_at_deck(const progress::Today& today, const DeckId& deck,
                                     DeckPanel::Kind kind, const std::string& typed,
                                     study::Answering answering);

/// "Growing"
[[nodiscard]] std::string answering_in_words(study::Answering answering);
/// "choose first, later from memory"
[[nodiscard]] std::string answering_explained(study::Answering answering);

}  // namespace recto::screens
