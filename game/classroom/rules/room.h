// The live quiz as a state machine: events in, effects out. Pure; start reading here.
//
//   Lobby → Reading → Answering → Closed → Reveal → Scoreboard → Reading … → Podium → Finished
//   Lobby → OwnSpeed → Podium → Finished                             (everyone at their own speed)
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "content/words/lexicon.h"
#include "game/classroom/rules/event.h"
#include "game/classroom/rules/quiz.h"
#include "game/classroom/rules/roster.h"

namespace recto::classroom {

enum class Stage {
  Lobby,
  Reading,    ///< the prompt alone
  Answering,  ///< options are out, answers count
  Closed,     ///< nobody knows yet; almost right texts can be granted
  Reveal,
  Scoreboard,
  OwnSpeed,
  Podium,
  Finished,
};

[[nodiscard]] std::string_view name_of(Stage stage);  ///< "lobby", "reading", … as in messages

/// What an event did.
struct Effect {
  enum class Change { None, OneSeat, Everyone };
  std::optional<Refusal> refusal;  ///< the event had no effect
  std::optional<SeatId> seat;      ///< whom it was about
  Change change = Change::None;    ///< whose view is another one now

  bool operator==(const Effect&) const = default;
};

/// Whether cards can be held up for it: one letter is an answer.
[[nodiscard]] bool takes_hands(QuestionKind kind);

/// What became of a question.
enum class Asked { NotYet, Open, Counted, Void };

/// The same events at the same times give the same room: the log of them is all that need be kept.
/// Times never go back; an earlier one counts as the last.
class Room {
 public:
  /// `lexicon` may be null; it must outlive the room. `unwelcome`: skeletons of words (names.h).
  Room(Quiz quiz, Settings settings, const Lexicon* lexicon = nullptr,
       std::vector<std::string> unwelcome = {});

  Effect apply(Millis now, const Event& event);

  /// When event::Tick may change something, unless something happens before.
  [[nodiscard]] std::optional<Millis> next_deadline() const;

  [[nodiscard]] const Quiz& quiz() const { return quiz_; }
  [[nodiscard]] const Settings& settings() const { return settings_; }
  [[nodiscard]] const Roster& roster() const { return roster_; }
  [[nodiscard]] Stage stage() const { return stage_; }
  [[nodiscard]] bool paused() const { return paused_since_.has_value(); }
  [[nodiscard]] int question() const { return question_; }  ///< −1 in the lobby
  [[nodiscard]] int round() const { return round_; }        ///< from 1 in each question
  [[nodiscard]] Asked asked(int question) const {
    return asked_[static_cast<std::size_t>(question)];
  }

  /// How many cards were held up for each option of a question; empty when none were counted.
  [[nodiscard]] const std::vector<int>& hands(int question) const {
    return hands_[static_cast<std::size_t>(question)];
  }

  /// Time left to answer (or, OwnSpeed, to the deadline), of the class or with the seat's extra
  /// time; none without a limit and in other stages.
  [[nodiscard]] std::optional<Millis> time_left(Millis now) const;
  [[nodiscard]] std::optional<Millis> time_left(Millis now, SeatId seat) const;

  /// Points by seat: what counted questions gave, streak bonus and head start. A streak of n right
  /// ones in a row adds 100 · min(n − 1, 5) to its last.
  [[nodiscard]] std::vector<int> scores() const;
  /// What one question gave a seat, without a streak's bonus; 0 when it does not count.
  [[nodiscard]] int points(SeatId seat, int question) const;

  bool operator==(const Room&) const = default;

 private:
  Effect on(Millis now, const event::Join& join);
  Effect on(Millis now, const event::Claim& claim);
  Effect on(Millis now, const event::Connect& connect);
  Effect on(Millis now, const event::Disconnect& disconnect);
  Effect on(Millis now, const event::Latency& latency);
  Effect on(Millis now, const event::Ready& ready);
  Effect on(Millis now, const event::Answer& answer);
  Effect on(Millis now, const event::Next& next);
  Effect on(Millis now, const event::Pause& pause);
  Effect on(Millis now, const event::Resume& resume);
  Effect on(Millis now, const event::AddTime& more);
  Effect on(Millis now, const event::Reopen& reopen);
  Effect on(Millis now, const event::Skip& skip);
  Effect on(Millis now, const event::End& end);
  Effect on(Millis now, const event::Lock& lock);
  Effect on(Millis now, const event::Remove& remove);
  Effect on(Millis now, const event::Readmit& readmit);
  Effect on(Millis now, const event::Rename& rename);
  Effect on(Millis now, const event::Approve& approve);
  Effect on(Millis now, const event::ConfirmClaim& confirm);
  Effect on(Millis now, const event::ExtraTime& extra);
  Effect on(Millis now, const event::Grant& grant);
  Effect on(Millis now, const event::Hands& hands);
  Effect on(Millis now, const event::Tick& tick);
  Effect on(Millis now, const event::Restart& restart);

  [[nodiscard]] Effect about(const Roster::Outcome& outcome, Effect::Change change) const;
  [[nodiscard]] std::optional<Refusal> refusal_of(const event::Answer& answer, Millis clock) const;

  // The game's clock stands while the room is paused.
  [[nodiscard]] Millis clock(Millis now) const;
  [[nodiscard]] std::optional<Millis> due_on_clock() const;
  bool run_due(Millis now);
  [[nodiscard]] bool all_ready() const;
  [[nodiscard]] bool all_answered() const;
  [[nodiscard]] Millis closing_time() const;
  [[nodiscard]] Millis limit_of(const Seat& seat) const;

  void begin(int question, Millis now);
  void begin_next(Millis now);
  void open(Millis now);
  void close();
  void reveal();
  void finish_questions();
  void settle(int question);
  void settle_texts(int question);
  [[nodiscard]] int median_score() const;
  [[nodiscard]] const Question& current() const {
    return quiz_.questions[static_cast<std::size_t>(question_)];
  }

  Quiz quiz_;
  Settings settings_;
  const Lexicon* lexicon_;
  Roster roster_;
  std::vector<Asked> asked_;                    ///< by question
  std::vector<std::set<std::string>> granted_;  ///< by question: texts, folded
  std::vector<std::vector<int>> hands_;         ///< by question: cards held up, by option
  Stage stage_ = Stage::Lobby;
  int question_ = -1;
  int round_ = 1;
  Millis last_{0};
  Millis began_{0};  ///< on the clock: when reading began, answers opened, OwnSpeed began
  Millis limit_{0};  ///< to answer, from `began_`, with what was added; 0: none
  Millis paused_total_{0};
  std::optional<Millis> paused_since_;
};

}  // namespace recto::classroom
