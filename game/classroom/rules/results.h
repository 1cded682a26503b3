// What a quiz came to, as values that are kept: per question and per player.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/deck/deck.h"
#include "game/classroom/rules/room.h"
#include "game/classroom/rules/standings.h"

namespace recto::classroom {

/// One question that counted.
struct AskedResult {
  CardId card;
  QuestionKind kind = QuestionKind::Choice;
  std::string prompt;
  std::string answer;                ///< in words; empty for polls
  std::string evidence;              ///< the sentence of the article; may be empty
  std::vector<std::string> options;  ///< in the order in which the class saw them
  std::vector<int> key;              ///< places in `options`
  Tally tally;

  bool operator==(const AskedResult&) const = default;
};

struct PlayerAnswer {
  std::string text;  ///< in words; empty when there was none
  bool answered = false;
  bool right = false;
  int points = 0;

  bool operator==(const PlayerAnswer&) const = default;
};

struct PlayerResult {
  int place = 1;
  std::string name;
  std::string team;  ///< empty without teams
  int points = 0;
  std::vector<PlayerAnswer> answers;  ///< by question

  bool operator==(const PlayerResult&) const = default;
};

struct QuizResult {
  std::string title;
  Deck deck;  ///< the cards that were asked, with the sentences they were made from
  std::vector<AskedResult> questions;
  std::vector<PlayerResult> players;  ///< best first

  bool operator==(const QuizResult&) const = default;
};

/// Of a room at any time; questions that were not revealed or were skipped are left out.
[[nodiscard]] QuizResult result_of(const Room& room);

/// How many of those who answered were right, 0 to 1; nobody: 0.
[[nodiscard]] double share_right(const AskedResult& question);

/// L19: the places of the questions that fewer than `threshold` of the class had right, the least
/// known first; polls and slides are none.
inline constexpr double kMissedBelow = 0.7;
[[nodiscard]] std::vector<std::size_t> missed_by_class(const QuizResult& result,
                                                       double threshold = kMissedBelow);

/// A deck of some of the result's questions, by their places: an id of its own, which the same
/// questions give again, and the title "… (missed)".
[[nodiscard]] Deck deck_of(const QuizResult& result, const std::vector<std::size_t>& questions);

/// L5: a deck of what a player answered wrongly or not at all, of what was counted. No cards when
/// there was nothing.
[[nodiscard]] Deck take_home(const Room& room, SeatId seat);

/// CSV (RFC 4180): a line a player with place, name, team, points, then per question the answer in
/// words and its points; before them one header line. A text that a spreadsheet would take for a
/// formula (= + - @, tab, carriage return) gets an apostrophe in front (OWASP, "CSV injection").
[[nodiscard]] std::string results_csv(const QuizResult& result);

/// As JSON text for a store, and back: read_result(write_result(result)) == result. Error:
/// BadInput.
[[nodiscard]] std::string write_result(const QuizResult& result);
[[nodiscard]] Result<QuizResult> read_result(std::string_view text);

}  // namespace recto::classroom
