// What a quiz came to, for the teacher: what the class missed, and every question.
#pragma once

#include <string>
#include <vector>

#include "game/classroom/rules/results.h"

namespace recto::screens {

struct AfterQuestion {
  std::string prompt;
  std::string answer;    ///< empty for polls
  std::string share;     ///< "38 % right", "12 answered" for polls
  std::string detail;    ///< "12 answered, half of them within 8 s"
  std::string evidence;  ///< of missed ones
  float right = 0;       ///< 0 to 1
  bool scored = true;

  bool operator==(const AfterQuestion&) const = default;
};

/// Names stand in the export: the page may be on the wall.
struct AfterView {
  std::string title;
  std::string line;                   ///< "28 players, 15 questions, 71 % right"
  std::string missed_line;            ///< "3 questions that fewer than 70 % had right"
  std::vector<AfterQuestion> missed;  ///< the least known first
  std::vector<AfterQuestion> questions;
  bool is_live = false;      ///< phones are still in the room
  std::string kept;          ///< where it is kept, or why not
  bool can_delete = false;   ///< it is one of earlier
  bool asks_delete = false;  ///< a box asks whether it is meant

  bool operator==(const AfterView&) const = default;
};

[[nodiscard]] AfterView look_after(const classroom::QuizResult& result);

struct AfterAction {
  enum class Kind {
    None,
    MakeDeck,    ///< of what was missed
    PlayMissed,  ///< a quiz of it
    Export,      ///< a spreadsheet
    Print,       ///< what was missed, or all, on paper
    AskDelete,
    Delete,  ///< for good
    Keep,    ///< not after all
    Leave,   ///< closes the room
  };
  Kind kind = Kind::None;
};

}  // namespace recto::screens
