// What a phone may know now (L4, L5, L16): what everyone sees, and what only its owner does.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "game/classroom/rules/room.h"
#include "game/classroom/rules/standings.h"

namespace recto::classroom {

/// One question before its reveal: no key, no evidence, no id (a card's id is made from its
/// answer).
struct AskedView {
  int number = 0, round = 1, of = 0;  ///< number from 0
  QuestionKind kind = QuestionKind::Choice;
  std::string prompt;
  std::size_t options = 0;         ///< how many; 0 while reading
  std::vector<std::string> texts;  ///< theirs; none when only the wall shows them

  bool operator==(const AskedView&) const = default;
};

/// What is right, and where it stands.
struct RevealView {
  std::vector<int> key;
  std::string answer;       ///< in words; empty for polls
  std::string explanation;  ///< may be empty
  std::string evidence;     ///< the sentence of the article; may be empty
  std::vector<int> counts;  ///< how many chose each option

  bool operator==(const RevealView&) const = default;
};

/// The same for every phone: written once for all.
struct SharedView {
  Stage stage = Stage::Lobby;
  bool paused = false;
  std::string title;
  std::string language;            ///< of the deck, BCP 47
  bool may_change = true;          ///< the last answer counts, not the first
  std::optional<Millis> left;      ///< time to answer; none without a limit
  std::optional<AskedView> asked;  ///< none in OwnSpeed, where each phone has its own
  std::optional<RevealView> reveal;
  std::vector<std::pair<std::string, int>> podium;  ///< names and places, ten at most

  bool operator==(const SharedView&) const = default;
};

struct MissView {
  QuestionKind kind = QuestionKind::Choice;
  std::string prompt, yours, answer, evidence;

  bool operator==(const MissView&) const = default;
};

/// For one phone.
struct OwnView {
  std::string name;
  std::string team;  ///< empty without teams
  Seat::Status status = Seat::Status::In;
  std::optional<Millis> left;      ///< only with extra time
  std::optional<AskedView> asked;  ///< OwnSpeed: the question this phone is at; none when done
  std::optional<Response> given;   ///< to the question that is asked
  struct Outcome {
    study::Verdict verdict = study::Verdict::Wrong;
    int points = 0;
    bool answered = false;

    bool operator==(const Outcome&) const = default;
  };
  std::optional<Outcome> outcome;  ///< from the reveal on
  std::optional<Standing> standing;
  std::vector<MissView> misses;  ///< at the end

  bool operator==(const OwnView&) const = default;
};

[[nodiscard]] SharedView shared_view(const Room& room, Millis now);

/// `ranking` is standings_by_seat(room), made once for all phones; seats it does not reach have
/// none.
[[nodiscard]] OwnView own_view(const Room& room, SeatId id, Millis now,
                               const std::vector<std::optional<Standing>>& ranking);

/// The key in words: the text of the right options, of the order, or the typed answer.
[[nodiscard]] std::string answer_in_words(const Question& question);

/// A response in words; places that are not there are left out.
[[nodiscard]] std::string response_in_words(const Question& question, const Response& response);

}  // namespace recto::classroom
