// What can happen to a room: everything that changes it comes in as one of these, with its time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "game/classroom/rules/quiz.h"

namespace recto::classroom {

/// A place in the room, from 0 in the order of joining; never given to anyone else.
enum class SeatId : std::size_t {};

/// What somebody answers: of `options` (places) and `text` the question's kind needs one.
struct Response {
  std::vector<int> options;  ///< Several: ascending; Order: all of them, first to last
  std::string text;

  bool operator==(const Response&) const = default;
};

namespace event {

// Of phones. `token` is the phone's secret.
struct Join {
  std::string token, name;
  bool operator==(const Join&) const = default;
};
/// Another phone wants the seat of this name: the teacher confirms.
struct Claim {
  std::string token, name;
  bool operator==(const Claim&) const = default;
};
struct Connect {
  SeatId seat{};
  bool operator==(const Connect&) const = default;
};
struct Disconnect {
  SeatId seat{};
  bool operator==(const Disconnect&) const = default;
};
/// The host measured the way there and back: the least of the last five.
struct Latency {
  SeatId seat{};
  Millis round_trip{};
  bool operator==(const Latency&) const = default;
};
/// The phone shows the question.
struct Ready {
  SeatId seat{};
  int question = 0;
  bool operator==(const Ready&) const = default;
};
struct Answer {
  SeatId seat{};
  int question = 0, round = 0;
  Response response;
  bool operator==(const Answer&) const = default;
};

// Of the teacher.
/// The next step, whatever it is: start, close, reveal, scoreboard, next question, podium.
struct Next {
  bool operator==(const Next&) const = default;
};
struct Pause {
  bool operator==(const Pause&) const = default;
};
struct Resume {
  bool operator==(const Resume&) const = default;
};
struct AddTime {
  Millis time{};
  bool operator==(const AddTime&) const = default;
};
/// Lets the class answer once more: a new round of a closed question.
struct Reopen {
  bool operator==(const Reopen&) const = default;
};
/// The question does not count; on to the next one.
struct Skip {
  bool operator==(const Skip&) const = default;
};
/// To the podium. A question that was not revealed does not count.
struct End {
  bool operator==(const End&) const = default;
};
struct Lock {
  bool locked = true;
  bool operator==(const Lock&) const = default;
};
struct Remove {
  SeatId seat{};
  bool operator==(const Remove&) const = default;
};
struct Readmit {
  SeatId seat{};
  bool operator==(const Readmit&) const = default;
};
struct Rename {
  SeatId seat{};
  std::string name;
  bool operator==(const Rename&) const = default;
};
struct Approve {
  SeatId seat{};
  bool operator==(const Approve&) const = default;
};
/// The seat now belongs to the phone that claimed it last.
struct ConfirmClaim {
  SeatId seat{};
  bool operator==(const ConfirmClaim&) const = default;
};
struct ExtraTime {
  SeatId seat{};
  int percent = 0;  ///< of the time of each question, 0 to 300
  bool operator==(const ExtraTime&) const = default;
};
/// Counts a typed text as right for all who wrote it.
struct Grant {
  int question = 0;
  std::string text;
  bool operator==(const Grant&) const = default;
};
/// So many cards were held up for each option (L20), beside what phones answered; another count of
/// the same question takes the place of an earlier one.
struct Hands {
  int question = 0;
  std::vector<int> counts;
  bool operator==(const Hands&) const = default;
};

// Of the host.
/// Time has passed: what was due by now happens.
struct Tick {
  bool operator==(const Tick&) const = default;
};
/// The host came back after its end: nobody is connected yet, and a running clock stands.
struct Restart {
  bool operator==(const Restart&) const = default;
};

}  // namespace event

using Event =
    std::variant<event::Join, event::Claim, event::Connect, event::Disconnect, event::Latency,
                 event::Ready, event::Answer, event::Next, event::Pause, event::Resume,
                 event::AddTime, event::Reopen, event::Skip, event::End, event::Lock, event::Remove,
                 event::Readmit, event::Rename, event::Approve, event::ConfirmClaim,
                 event::ExtraTime, event::Grant, event::Hands, event::Tick, event::Restart>;

struct TimedEvent {
  Millis at{};
  Event event;

  bool operator==(const TimedEvent&) const = default;
};

/// Why an event had no effect.
enum class Reason {
  UnknownSeat,
  Removed,
  NotApproved,  ///< the teacher has not nodded yet
  Locked,
  Full,
  NameEmpty,
  NameTooLong,
  NameTaken,  ///< or one that looks like it
  NameUnwelcome,
  NotOnList,
  Early,
  Late,
  OtherQuestion,  ///< or another round of it
  Already,        ///< Speed: the first answer counts
  Paused,
  Malformed,
  NotNow,  ///< a step that the present stage does not have
};

[[nodiscard]] std::string_view name_of(Reason reason);  ///< "unknown_seat", … as in messages

}  // namespace recto::classroom
