// Any bytes as what a phone says: refused in a word, or a message that a room survives, and whose
// event is written to the journal and read from it unchanged.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <variant>

#include "game/classroom/host/protocol.h"
#include "game/classroom/host/teacher_view.h"
#include "game/classroom/rules/event_log.h"
#include "game/classroom/rules/room.h"

namespace {

using namespace recto;
using namespace recto::classroom;

void check(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "fuzz: it does not hold that %s\n", what);
  std::abort();
}

Quiz quiz() {
  Quiz made;
  for (const QuestionKind kind : {QuestionKind::Choice, QuestionKind::Order, QuestionKind::Text}) {
    Question question;
    question.kind = kind;
    question.card.answer = "a";
    if (kind != QuestionKind::Text) question.options = {"a", "b", "c"};
    question.key = {0};
    made.questions.push_back(question);
  }
  return made;
}

Event event_of(const Said& said) {
  if (const auto* join = std::get_if<said::Join>(&said))
    return event::Join{join->token, join->name};
  if (const auto* claim = std::get_if<said::Claim>(&said))
    return event::Claim{claim->token, claim->name};
  if (const auto* ready = std::get_if<said::Ready>(&said))
    return event::Ready{SeatId{0}, ready->question};
  if (const auto* answer = std::get_if<said::Answer>(&said))
    return event::Answer{SeatId{0}, answer->question, answer->round, answer->response};
  if (const auto* command = std::get_if<said::Command>(&said)) return command->event;
  return event::Tick{};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto said = read_said({reinterpret_cast<const char*>(data), size});
  if (!said) {
    check(!said.error().what.empty(), "a refusal has a word");
    return 0;
  }
  const TimedEvent timed{Millis{5}, event_of(*said)};
  const auto read = read_event(write_event(timed));
  check(read && *read == timed, "an event survives the journal");
  for (int stage = 0; stage < 4; ++stage) {
    Room room(quiz(), {});
    room.apply(Millis{0}, event::Join{"t", "Ann"});
    room.apply(Millis{0}, event::Connect{SeatId{0}});
    for (int step = 0; step < stage; ++step)
      room.apply(Millis{1}, event::Next{});
    room.apply(timed.at, timed.event);
    check(!own_part(own_view(room, SeatId{0}, Millis{9}, standings_by_seat(room))).empty(),
          "a phone has a state");
    check(!wall_message(room, Millis{9}).empty(), "a wall has a state");
    std::vector<SeatShown> shown;
    check(!seats_message(room, shown).empty(), "a wall has its seats");
    check(seats_message(room, shown).empty(), "and is told of them once");
  }
  return 0;
}
