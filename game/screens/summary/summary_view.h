// The end of a session or of a practice, as values (F27).
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "content/base/instant.h"
#include "content/deck/deck.h"
#include "game/screens/edit/edit_view.h"
#include "game/study/practice.h"
#include "game/study/session.h"

namespace recto::screens {

struct Figure {
  std::string number;  ///< "12", "83 %"
  std::string label;   ///< "cards"
};

struct MissedCard {
  std::string prompt;
  std::string answer;
  std::string sentence;  ///< its evidence; may be empty
  std::string deck{};    ///< its title, where there are several decks
};

struct SummaryView {
  std::string deck_title;  ///< "3 decks" where there are several
  std::string headline;    ///< "12 cards in 4 minutes"
  std::vector<Figure> figures;
  std::vector<MissedCard> missed;
  std::string next;        ///< "The next card comes in 8 minutes." or "All done for today."
  bool can_go_on = false;  ///< there is more to study in this deck now
  bool can_undo = false;
  bool can_practise = false;  ///< the missed ones again
  bool can_quiz = false;
  std::size_t flagged = 0;         ///< cards that can be put right now
  std::optional<EditView> edit{};  ///< stands above everything
};

struct SummaryAction {
  enum class Kind {
    None,
    Done,
    GoOn,
    Undo,
    Practise,  ///< the missed ones
    Quiz,
    Fix,     ///< the flagged cards, one after the other
    Edited,  ///< `edit` says what came of the fields
  };
  Kind kind = Kind::None;
  EditAction edit{};
};

/// `decks`: all that it is about. `more`: how many cards another session would bring now.
[[nodiscard]] SummaryView look_back(const study::Session& session, std::span<const Deck> decks,
                                    Instant now, std::size_t more);

/// `took`: from its first question to its last answer.
[[nodiscard]] SummaryView look_back(const study::Practice& practice, std::span<const Deck> decks,
                                    std::chrono::milliseconds took);

}  // namespace recto::screens
