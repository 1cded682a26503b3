// Before a quiz: which deck, which questions, by which rules. Plain values.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "content/deck/deck.h"
#include "game/classroom/rules/quiz.h"
#include "game/progress/store.h"

namespace recto::screens {

struct SetupDeck {
  DeckId id;
  std::string title;
  std::string cards;  ///< "42 cards"

  bool operator==(const SetupDeck&) const = default;
};

struct SetupCard {
  std::size_t place = 0;  ///< in the deck
  std::string prompt;
  std::string kind;    ///< "Choice", "True or false", …
  std::string answer;  ///< in a line
  bool ticked = false;

  bool operator==(const SetupCard&) const = default;
};

/// One setting: choices side by side.
struct SetupOption {
  std::string title;
  std::string meaning;  ///< of the chosen one, a line
  std::vector<std::string> choices;
  std::size_t chosen = 0;

  bool operator==(const SetupOption&) const = default;
};

/// A quiz of earlier, kept.
struct PastQuiz {
  std::int64_t id = 0;
  std::string title;
  std::string detail;  ///< "26 November 2026, 28 players, 15 questions"

  bool operator==(const PastQuiz&) const = default;
};

struct SetupView {
  std::vector<SetupDeck> decks;
  std::vector<PastQuiz> past;  ///< the newest first
  std::string resume;          ///< the quiz that was cut off; empty for none

  // Once a deck is chosen:
  bool chosen = false;
  std::string title;
  std::vector<SetupOption> options;
  std::vector<SetupCard> cards;
  std::optional<std::string> names;  ///< "24 names on the class list"; only where one is wanted
  std::optional<std::string> list;   ///< it is being written: a name a line
  std::string count;                 ///< "15 of 42 questions"
  bool can_print = false;            ///< some are ticked
  bool can_host = false;             ///< some are ticked, and the list that is wanted is there
  std::size_t left_out = 0;          ///< cards that no program can judge in class

  std::string problem;  ///< why it could not be hosted; empty when nothing went wrong

  bool operator==(const SetupView&) const = default;
};

struct SetupAction {
  enum class Kind {
    None,
    ChooseDeck,
    OtherDeck,
    Tick,  ///< `place`: or take the tick off
    TickBest,
    TickAll,
    TickNone,
    Choose,    ///< `place`: the option; `choice`
    EditList,  ///< of the class
    SaveList,  ///< `text`
    KeepList,  ///< as it was
    Host,
    Print,  ///< the ticked ones, on paper
    Resume,
    Discard,
    OpenPast,  ///< `past`
  };
  Kind kind = Kind::None;
  DeckId deck{};
  std::size_t place = 0, choice = 0;
  std::int64_t past = 0;
  std::string text{};

  bool operator==(const SetupAction&) const = default;
};

/// The decks to choose from, those with cards, in their order.
[[nodiscard]] SetupView look(std::span<const progress::DeckLine> decks);

/// The questions and options of a deck. `ticked`: places of cards.
[[nodiscard]] SetupView look(const Deck& deck, const std::set<std::size_t>& ticked,
                             const classroom::Settings& settings);

/// The settings with one choice made, as SetupView::options has them.
[[nodiscard]] classroom::Settings with_choice(classroom::Settings settings, std::size_t option,
                                              std::size_t choice);

}  // namespace recto::screens
