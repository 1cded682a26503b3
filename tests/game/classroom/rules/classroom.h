// A class to try the rules on.
#pragma once

#include <string>

#include "content/base/random.h"
#include "game/classroom/rules/room.h"

namespace recto::classroom::sample {

/// A deck with a card of each kind: choice (Sumbawa), truefalse (true), several (Bima, Dompu),
/// order (1815, 1816, 1817), text (Stamford Raffles), number (2,851 metres), poll, slide.
[[nodiscard]] Deck sample_deck();

/// Its quiz in the deck's order, with options in the deck's order: right ones first.
[[nodiscard]] Quiz sample_quiz();

/// Places in sample_quiz().
inline constexpr int kChoice = 0, kTrueFalse = 1, kSeveral = 2, kOrder = 3, kText = 4, kNumber = 5,
                     kPoll = 6, kSlide = 7;

/// A room with its clock and shorthands; the time of a question is 20 s.
class Class {
 public:
  explicit Class(Settings settings = {}, Quiz quiz = sample_quiz());

  Room room;
  Millis now{0};

  Effect apply(Event event) { return room.apply(now, event); }
  /// Lets time pass, with the ticks that the host would give.
  void pass(Millis time);
  /// Joins with a token of its own and connects. Must succeed.
  SeatId join(const std::string& name);
  Effect answer(SeatId seat, Response response);
  /// From wherever the room is to the answering stage of a question.
  void go_to(int question);
  /// Closes and reveals.
  void reveal();
  [[nodiscard]] int score(SeatId seat) const {
    return room.scores()[static_cast<std::size_t>(seat)];
  }
};

/// Why it was refused; it must have been.
[[nodiscard]] Reason reason(const Effect& effect);
[[nodiscard]] bool taken(const Effect& effect);

/// An event such as phones and a teacher make, senseless ones among them.
[[nodiscard]] Event random_event(Random& random, const Room& room);

/// A name that no other number has and that does not look like another's: "Ba Ko 17".
[[nodiscard]] std::string name_number(int number);

}  // namespace recto::classroom::sample
