// What the teacher's window shows of a hosted quiz, for a projector: plain values.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "game/classroom/rules/room.h"

namespace recto::screens {

/// A square of squares; true is dark.
struct QrPicture {
  std::size_t side = 0;
  std::vector<bool> dark{};

  bool operator==(const QrPicture&) const = default;
};

/// Where phones go.
struct DoorLook {
  std::string address;  ///< "192.168.1.20:8765"
  std::string pin;      ///< "123 456"
  QrPicture code;
  std::string help;  ///< what to try when no phone has come for long; empty until then
  std::size_t networks = 1;

  bool operator==(const DoorLook&) const = default;
};

struct WallName {
  std::size_t seat = 0;
  std::string name;
  enum class State { In, Away, Waiting, Claimed, Removed };
  State state = State::In;
  std::string team{};  ///< empty without teams

  bool operator==(const WallName&) const = default;
};

struct WallOption {
  std::string letter;  ///< "A"
  std::string text;
  // From the reveal on:
  int count = 0;
  float share = 0;  ///< of those who answered
  bool right = false;

  bool operator==(const WallOption&) const = default;
};

/// What was typed, by all who wrote the same.
struct WallText {
  std::string text;
  int count = 0;
  bool right = false;
  bool can_grant = false;  ///< almost right or wrong: the teacher may count it

  bool operator==(const WallText&) const = default;
};

struct WallPlace {
  std::string place;  ///< "1."
  std::string name;
  std::string points;
  float share = 0;  ///< of the best

  bool operator==(const WallPlace&) const = default;
};

struct PodiumStep {
  int place = 1;
  std::string names;  ///< those who share it
  std::string points;

  bool operator==(const PodiumStep&) const = default;
};

struct WallView {
  classroom::Stage stage = classroom::Stage::Lobby;
  bool paused = false;
  std::string title;  ///< of the quiz
  DoorLook door;
  bool locked = false;
  bool flooded = false;  ///< it locked itself: too many similar names at once

  std::vector<WallName> names;  ///< of everyone who has not left for good
  std::string present;          ///< "12 are in"
  int question = -1;            ///< its place
  std::string number;           ///< "Question 3 of 15"; empty when none is asked
  std::string prompt;
  std::vector<WallOption> options;
  std::vector<int> hands;  ///< cards counted so far, by option in the order of the question
  bool revealed = false;
  std::vector<WallText> texts;  ///< once it is revealed
  std::string answer;           ///< once it is revealed; of typed ones
  std::string evidence;
  std::string progress;      ///< "17 of 28 have answered"
  float progress_share = 0;  ///< 0 to 1
  std::optional<classroom::Millis> left;
  classroom::Millis lasts{0};  ///< what `left` began with, as far as it is known

  std::vector<WallPlace> board;
  std::size_t more_on_board = 0;  ///< who stand below it
  std::vector<WallPlace> teams;
  std::vector<PodiumStep> podium;

  std::string next;  ///< what Space does: "Start", "Show the answer"; empty for nothing
  bool can_pause = false, can_add_time = false, can_reopen = false, can_skip = false;
  bool can_end = false;
  bool can_count = false;  ///< cards may be held up for it

  std::string trouble;  ///< why it cannot be written down; empty when all is well

  bool operator==(const WallView&) const = default;
};

/// What stands on the wall; `door` and `trouble` are the caller's to fill in.
/// Before the reveal nothing in it depends on what is right.
[[nodiscard]] WallView look(const classroom::Room& room, classroom::Millis now);

/// What a person does at the wall.
struct WallAction {
  enum class Kind {
    None,
    Next,
    Pause,  ///< or goes on
    MoreTime,
    Reopen,
    Skip,
    End,
    Lock,      ///< or unlocks
    OpenName,  ///< `seat`: what can be done about it
    CloseName,
    Remove,  ///< of the open name; and so on
    Readmit,
    Approve,
    Confirm,
    StartRename,
    Rename,        ///< `text`
    Grant,         ///< `text`
    OtherNetwork,  ///< the next address of this machine
    CountHands,    ///< opens what cards are counted in
    SaveHands,     ///< `counts`
    CloseHands,
    OpenTeacher,  ///< the way to the teacher's own view
    CloseTeacher,
    CopyTeachLink,
    ShowTeachCode,
    Leave,  ///< of a room that nobody has answered in
  };
  Kind kind = Kind::None;
  std::size_t seat = 0;
  std::string text{};
  std::vector<int> counts{};

  bool operator==(const WallAction&) const = default;
};

/// The name that was clicked.
struct NamePanel {
  WallName name;
  bool renaming = false;
  std::string problem{};  ///< why the new name was not taken

  bool operator==(const NamePanel&) const = default;
};

/// The way to the teacher's own view. The secret in it never stands on the wall as text.
struct TeacherPanel {
  QrPicture code{};  ///< empty: what can be done is asked

  bool operator==(const TeacherPanel&) const = default;
};

/// Where the teacher writes how many cards were held up (L20).
struct HandsPanel {
  std::vector<std::string> options;  ///< "A", "B", …
  std::vector<int> counts;           ///< so far; empty for none

  bool operator==(const HandsPanel&) const = default;
};

struct WallScreen {
  WallView wall;
  std::optional<NamePanel> panel{};
  std::optional<TeacherPanel> teacher{};
  std::optional<HandsPanel> hands{};

  bool operator==(const WallScreen&) const = default;
};

}  // namespace recto::screens
