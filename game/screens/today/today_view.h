// The day's plan, as values: what is to be studied, from which decks, and by when.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "content/base/id.h"
#include "game/progress/today.h"
#include "game/screens/decks/decks_view.h"

namespace recto::screens {

struct TodayAction {
  enum class Kind {
    None,
    Start,    ///< all that the day brings
    Study,    ///< `deck`
    CatchUp,  ///< `way`
    ShowDecks,
    ShowImport,
  };
  Kind kind = Kind::None;
  DeckId deck{};
  progress::CatchingUp::Way way = progress::CatchingUp::Way::Spread;
};

/// One way to catch up (F26).
struct CatchUpChoice {
  progress::CatchingUp::Way way = progress::CatchingUp::Way::Spread;
  std::string title;    ///< "Spread it"
  std::string meaning;  ///< "30 a day, done on 3 December"
  char32_t key = 0;
};

/// What one deck needs by a day (F25).
struct ExamLine {
  DeckId deck;
  std::string title;  ///< "The Treaty of Tordesillas: needed by 3 December, in 8 days"
  std::string plan;   ///< "5 new cards and about 20 answers a day …"
  bool fits = true;
};

struct TodayView {
  std::string date;      ///< "Thursday, 26 November"
  std::string headline;  ///< "24 cards, about 6 minutes"; empty without decks
  std::string detail;    ///< "12 to repeat, 12 new"; may be empty
  std::string done;      ///< "Today so far: 8 cards in 2 minutes"; may be empty
  std::string away;      ///< "You were away 12 days. 340 cards are due."; empty: no proposal
  std::vector<CatchUpChoice> choices;
  std::vector<ExamLine> exams;
  std::vector<DeckRow> rows;  ///< the decks of today, the newest first
  std::string button;         ///< "Start"; empty: there is nothing to start
  std::string invitation;     ///< F1: how to get a deck, until something was answered
  // Where there is nothing to do.
  std::string empty_title, empty_advice;
  bool offers_decks = false;  ///< there are decks to look at
};

[[nodiscard]] TodayView look(const progress::Today& today, const DeckId& newest = {});

}  // namespace recto::screens
