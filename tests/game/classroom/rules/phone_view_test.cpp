#include "game/classroom/rules/phone_view.h"

#include "game/classroom/rules/results.h"
#include "tests/game/classroom/rules/classroom.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::classroom;
using namespace std::chrono_literals;
using sample::Class;

TEST_CASE("L16 classroom: a phone sees the prompt alone, then options, then the key") {
  Class a;
  const SeatId ann = a.join("Ann");
  CHECK_FALSE(shared_view(a.room, a.now).asked);
  a.apply(event::Next{});
  SharedView view = shared_view(a.room, a.now);
  CHECK(view.asked->prompt == "On which island does Mount Tambora stand?");
  CHECK(view.asked->options == 0);
  CHECK(view.asked->texts.empty());
  a.go_to(sample::kChoice);
  view = shared_view(a.room, a.now);
  CHECK(view.asked->texts.size() == 4);
  CHECK(view.left == 20s);
  CHECK_FALSE(view.reveal);
  a.answer(ann, {{1}, ""});
  REQUIRE(a.room.stage() == Stage::Closed);
  CHECK_FALSE(shared_view(a.room, a.now).reveal);
  CHECK_FALSE(own_view(a.room, ann, a.now, standings_by_seat(a.room)).outcome);
  a.reveal();
  view = shared_view(a.room, a.now);
  CHECK(view.reveal->key == std::vector<int>{0});
  CHECK(view.reveal->answer == "Sumbawa");
  CHECK(view.reveal->counts == std::vector<int>{0, 1, 0, 0});
}

TEST_CASE("L4 classroom: after the reveal a phone has its own verdict, points and place") {
  Class a;
  const SeatId ann = a.join("Ann"), bob = a.join("Bob");
  a.go_to(sample::kChoice);
  a.answer(ann, {{0}, ""});
  a.answer(bob, {{1}, ""});
  a.reveal();
  const OwnView own = own_view(a.room, bob, a.now, standings_by_seat(a.room));
  CHECK(own.given == Response{{1}, ""});
  CHECK(own.outcome->points == 0);
  CHECK(own.standing == Standing{bob, 0, 2});
  CHECK(own_view(a.room, ann, a.now, standings_by_seat(a.room)).outcome->points == 1000);
}

TEST_CASE("L5 classroom: at the end a phone has its own misses with sources") {
  Class a;
  const SeatId ann = a.join("Ann"), bob = a.join("Bob");
  a.go_to(sample::kChoice);
  a.answer(ann, {{0}, ""});
  a.answer(bob, {{1}, ""});
  a.reveal();
  a.apply(event::End{});
  CHECK(own_view(a.room, ann, a.now, standings_by_seat(a.room)).misses.empty());
  CHECK(
      own_view(a.room, bob, a.now, standings_by_seat(a.room)).misses ==
      std::vector<MissView>{{QuestionKind::Choice, "On which island does Mount Tambora stand?",
                             "Bali", "Sumbawa", "Mount Tambora stands on the island of Sumbawa."}});
}

TEST_CASE("classroom: options stay on the wall when the teacher likes") {
  Class a({.options_on_phones = false});
  a.join("Ann");
  a.go_to(sample::kChoice);
  CHECK(shared_view(a.room, a.now).asked->options == 4);
  CHECK(shared_view(a.room, a.now).asked->texts.empty());
}

TEST_CASE("classroom: nobody's points are shown when there is no leaderboard") {
  Class a({.leaderboard = Leaderboard::Never});
  const SeatId ann = a.join("Ann");
  a.go_to(sample::kChoice);
  a.answer(ann, {{0}, ""});
  a.reveal();
  CHECK_FALSE(own_view(a.room, ann, a.now, standings_by_seat(a.room)).standing);
  a.apply(event::End{});
  CHECK(shared_view(a.room, a.now).podium.empty());
}

TEST_CASE("L9 classroom: only the pupil with extra time is told another time") {
  Class a;
  const SeatId ann = a.join("Ann"), bob = a.join("Bob");
  a.apply(event::ExtraTime{ann, 50});
  a.go_to(sample::kChoice);
  CHECK(own_view(a.room, ann, a.now, {}).left == 30s);
  CHECK_FALSE(own_view(a.room, bob, a.now, {}).left);
}

TEST_CASE("classroom: in the results a formula is text") {
  Class a;
  const SeatId ann = a.join("=HYPERLINK(\"x\")");
  a.go_to(sample::kText);
  a.answer(ann, {{}, "+1\"2"});
  a.reveal();
  const std::string csv = results_csv(result_of(a.room));
  CHECK(csv.find("1,\"'=HYPERLINK(\"\"x\"\")\",\"\",") != std::string::npos);
  CHECK(csv.find(",\"'+1\"\"2\",0\r\n") != std::string::npos);
}
