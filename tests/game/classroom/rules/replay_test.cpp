// Laws of the room, on random events.
#include <map>
#include <optional>

#include "game/classroom/rules/event_log.h"
#include "game/classroom/rules/phone_view.h"
#include "game/classroom/rules/room.h"
#include "tests/game/classroom/rules/classroom.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::classroom;
using sample::Class;

namespace {

Settings random_settings(Random& random) {
  Settings settings;
  settings.scoring = random.below(2) == 0 ? Scoring::Accuracy : Scoring::Speed;
  settings.pace = random.below(4) == 0 ? Pace::OwnSpeed : Pace::Together;
  settings.deadline = Millis{static_cast<int>(random.below(2) * 90'000)};
  settings.shares = random.below(2) == 0;
  settings.nearest_wins = random.below(2) == 0;
  settings.streak_bonus = random.below(2) == 0;
  settings.approve_first = random.below(5) == 0;
  settings.most_seats = 5 + random.below(30);
  if (random.below(3) == 0) settings.teams = {"Red", "Blue"};
  return settings;
}

/// The points by seat, counted from what was accepted alone: knows neither Room nor its helpers.
/// Closed kinds and accuracy only.
class Recount {
 public:
  void hear(const Event& event, const Effect& effect, const Room& room) {
    if (const auto* answer = std::get_if<event::Answer>(&event); answer && !effect.refusal)
      answers_[{answer->question, static_cast<std::size_t>(answer->seat)}] = answer->response;
    for (int q = 0; q < static_cast<int>(room.quiz().questions.size()); ++q)
      if (room.asked(q) == Asked::Counted) counted_[q] = true;
  }

  [[nodiscard]] int score(std::size_t seat, const Quiz& quiz) const {
    int points = 0;
    for (const auto& [place, response] : answers_)
      if (place.second == seat && counted_.contains(place.first) && place.first < 4 &&
          response.options == quiz.questions[static_cast<std::size_t>(place.first)].key)
        points += 1000;
    return points;
  }

 private:
  std::map<std::pair<int, std::size_t>, Response> answers_;
  std::map<int, bool> counted_;
};

void check_invariants(const Room& room) {
  std::map<std::string, int> names;
  for (const Seat& seat : room.roster().seats()) {
    CHECK(++names[seat.skeleton] == 1);
    CHECK(!seat.name.empty());
    CHECK(!(seat.connected && seat.status == Seat::Status::Removed));
    CHECK(seat.given.size() == room.quiz().questions.size());
    CHECK(room.roster().seat_of(seat.token).has_value());
  }
  for (const int score : room.scores())
    CHECK(score >= 0);
  CHECK(room.question() < static_cast<int>(room.quiz().questions.size()));
  if (room.paused()) CHECK_FALSE(room.next_deadline().has_value());
}

}  // namespace

TEST_CASE("classroom: the log of any events, written and read, replays to the same room") {
  test::for_seeds(150, [](Random& random) {
    const Settings settings = random_settings(random);
    Class played(settings);
    std::string log;
    for (int step = 0; step < 300; ++step) {
      played.now += Millis{static_cast<int>(random.below(random.below(10) == 0 ? 9000 : 400))};
      const Event event = sample::random_event(random, played.room);
      log += write_event({played.now, event}) + '\n';
      const Effect effect = played.apply(event);
      if (effect.refusal) CHECK(!name_of(effect.refusal->reason).empty());
    }
    check_invariants(played.room);

    Room replayed(sample::sample_quiz(), test::value(read_settings(write_settings(settings))));
    std::string_view rest = log;
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      const TimedEvent event = test::value(read_event(rest.substr(0, end)));
      replayed.apply(event.at, event.event);
      rest.remove_prefix(end + 1);
    }
    CHECK(replayed == played.room);
  });
}

TEST_CASE("classroom: a refused event changes nothing but the time") {
  test::for_seeds(100, [](Random& random) {
    Class a(random_settings(random));
    for (int step = 0; step < 150; ++step) {
      a.now += Millis{static_cast<int>(random.below(600))};
      a.apply(event::Tick{});
      const Event event = sample::random_event(random, a.room);
      const Room before = a.room;
      if (a.apply(event).refusal) CHECK(a.room == before);
    }
  });
}

TEST_CASE("classroom: a recount of what was accepted gives the same scores") {
  test::for_seeds(100, [](Random& random) {
    Quiz quiz = sample::sample_quiz();
    quiz.questions.resize(4);
    Class a({.most_seats = 12}, quiz);
    Recount recount;
    for (int step = 0; step < 500; ++step) {
      a.now += Millis{static_cast<int>(random.below(700))};
      const Event event = sample::random_event(random, a.room);
      if (std::holds_alternative<event::End>(event) || std::holds_alternative<event::Skip>(event))
        continue;
      recount.hear(event, a.apply(event), a.room);
    }
    const std::vector<int> scores = a.room.scores();
    for (std::size_t seat = 0; seat < scores.size(); ++seat) {
      CAPTURE(seat);
      CHECK(scores[seat] == recount.score(seat, quiz));
    }
  });
}

TEST_CASE("classroom: lines that are no event are refused in words") {
  for (const char* line :
       {"", "{", "[]", "{\"t\":1}", "{\"t\":1,\"e\":\"fly\"}", "{\"t\":1,\"e\":\"answer\"}",
        "{\"t\":\"x\",\"e\":\"next\"}", "{\"t\":1,\"e\":\"connect\",\"seat\":\"a\"}"}) {
    CAPTURE(line);
    const auto read = read_event(line);
    REQUIRE_FALSE(read);
    CHECK(read.error().kind == Error::Kind::BadInput);
  }
}
