// What is asked in class: questions made of a deck's cards, and the teacher's settings.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "content/base/random.h"
#include "content/deck/deck.h"

namespace recto::classroom {

/// Time on the host's monotonic clock, from the beginning of the session; and spans of it.
using Millis = std::chrono::milliseconds;

enum class QuestionKind {
  Choice,
  TrueFalse,
  Several,  ///< all and only the right options
  Order,
  Text,
  Number,  ///< a typed answer whose key is a number
  Poll,
  Slide,  ///< a poll without options: only looked at
};

[[nodiscard]] std::string_view name_of(QuestionKind kind);  ///< "choice", "truefalse", …

/// One question. The class sees kind, prompt and options before the reveal, and nothing else.
struct Question {
  Card card;
  QuestionKind kind = QuestionKind::Choice;
  /// In the order in which everyone sees them. TrueFalse: "true", "false". None when typed.
  std::vector<std::string> options;
  /// Places in `options`: the right ones, ascending; Order: all, in the right order. Empty when
  /// typed and for polls.
  std::vector<int> key;
  std::string evidence;             ///< the sentence of the article; may be empty
  std::vector<std::string> rivals;  ///< what a typed answer could be confused with
  Millis reading{2000};             ///< the prompt alone
  Millis time{0};                   ///< to answer; 0: no limit

  bool operator==(const Question&) const = default;
};

struct Quiz {
  DeckId deck;
  std::string title;
  std::string language;  ///< BCP 47
  Grading grading;       ///< the deck's
  std::vector<Question> questions;

  bool operator==(const Quiz&) const = default;
};

enum class Scoring { Accuracy, Speed };
enum class Pace { Together, OwnSpeed };
enum class Leaderboard { AfterEach, AtEnd, Never };
enum class LateJoin { Zero, Median };
enum class Naming {
  Free,
  ClassList,  ///< only names of `Settings::class_list`
  Given,      ///< nobody chooses: "Amber Otter"
};

/// What the teacher chooses before hosting.
struct Settings {
  Scoring scoring = Scoring::Accuracy;
  Pace pace = Pace::Together;
  Leaderboard leaderboard = Leaderboard::AfterEach;
  LateJoin late_join = LateJoin::Zero;
  std::size_t questions = 15;
  double time_factor = 1;     ///< of the time by length, 1 to 3; 0: no limit
  Millis deadline{0};         ///< OwnSpeed: for all questions together; 0: none
  bool all_cards = false;     ///< every card that can be asked: the teacher has chosen already
  bool shuffle = true;        ///< the questions; options always are
  bool shares = false;        ///< Several: part of the points for part of the options
  bool nearest_wins = false;  ///< Number: who is nearest is right
  bool streak_bonus = false;
  bool approve_first = false;     ///< who joins waits for the teacher's nod
  bool options_on_phones = true;  ///< false: letters on the phones, text on the wall
  std::size_t most_seats = 300;
  std::vector<std::string> teams{};  ///< none: everyone for themself
  Naming naming = Naming::Free;
  std::vector<std::string> class_list{};  ///< kept while another naming is chosen

  bool operator==(const Settings&) const = default;
};

/// The places of the cards that a program can ask and judge in class, in the deck's order.
[[nodiscard]] std::vector<std::size_t> askable_cards(const Deck& deck);

/// The places of a deck's best cards for a class, at most `most`: kinds mixed, one of each fact,
/// none that gives another away.
[[nodiscard]] std::vector<std::size_t> best_cards(const Deck& deck, std::size_t most);

/// The best questions of a deck, at most `settings.questions`, or all of them.
/// Options are shuffled without a look at the key (L16). Cards that no program can judge (answers
/// of over six words, G17) are left out; the quiz may be empty. Pure: same arguments, same quiz.
[[nodiscard]] Quiz make_quiz(const Deck& deck, const Settings& settings, Random& random);

}  // namespace recto::classroom
