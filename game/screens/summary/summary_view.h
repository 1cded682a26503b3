// The end of a session, as values (F27).
#pragma once

#include <string>
#include <vector>

#include "content/base/instant.h"
#include "content/deck/deck.h"
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
};

struct SummaryView {
  std::string deck_title;
  std::string headline;  ///< "12 cards in 4 minutes"
  std::vector<Figure> figures;
  std::vector<MissedCard> missed;
  std::string next;        ///< "The next card comes in 8 minutes." or "All done for today."
  bool can_go_on = false;  ///< there is more to study in this deck now
  bool can_undo = false;
};

struct SummaryAction {
  enum class Kind { None, Done, GoOn, Undo };
  Kind kind = Kind::None;
};

/// `more`: how many cards another session of the deck would bring now.
[[nodiscard]] SummaryView look_back(const study::Session& session, const Deck& deck, Instant now,
                                    std::size_t more);

}  // namespace recto::screens
