#include "game/classroom/rules/room.h"

#include "game/classroom/rules/scoring.h"
#include "game/classroom/rules/standings.h"
#include "tests/game/classroom/rules/classroom.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::classroom;
using namespace std::chrono_literals;
using sample::Class;
using sample::reason;
using sample::taken;

TEST_CASE("classroom: a question goes through its stages") {
  Class a;
  const SeatId ann = a.join("Ann");
  CHECK(a.room.stage() == Stage::Lobby);
  a.apply(event::Next{});
  CHECK(a.room.stage() == Stage::Reading);
  a.apply(event::Ready{ann, 0});
  a.pass(1999ms);
  CHECK(a.room.stage() == Stage::Reading);
  a.pass(1ms);
  CHECK(a.room.stage() == Stage::Answering);
  CHECK(a.room.time_left(a.now) == 20s);
  a.pass(20s);
  CHECK(a.room.stage() == Stage::Answering);  // on the dot is in time
  a.pass(1ms);
  CHECK(a.room.stage() == Stage::Closed);
  a.apply(event::Next{});
  CHECK(a.room.stage() == Stage::Reveal);
  a.apply(event::Next{});
  CHECK(a.room.stage() == Stage::Scoreboard);
  a.apply(event::Next{});
  CHECK(a.room.question() == 1);
  CHECK(a.room.stage() == Stage::Reading);
  a.apply(event::End{});
  CHECK(a.room.stage() == Stage::Podium);
  a.apply(event::Next{});
  CHECK(a.room.stage() == Stage::Finished);
  CHECK(reason(a.apply(event::Next{})) == Reason::NotNow);
}

TEST_CASE("classroom: slides have no answers, polls no points and no scoreboard") {
  Class a;
  const SeatId ann = a.join("Ann");
  a.go_to(sample::kPoll);
  CHECK(taken(a.answer(ann, {{1}, ""})));
  a.reveal();
  CHECK(a.score(ann) == 0);
  CHECK(tally_of(a.room, sample::kPoll).options == std::vector<int>{0, 1});
  a.apply(event::Next{});
  CHECK(a.room.question() == sample::kSlide);
  CHECK(a.room.stage() == Stage::Reveal);
  a.apply(event::Next{});
  CHECK(a.room.stage() == Stage::Podium);
}

TEST_CASE("3.3 classroom: what counts as right, by kind") {
  struct Row {
    int question;
    Response response;
    int points;
  };
  for (const Row& row : {
           Row{sample::kChoice, {{0}, ""}, 1000}, Row{sample::kChoice, {{3}, ""}, 0},
           Row{sample::kTrueFalse, {{0}, ""}, 1000}, Row{sample::kTrueFalse, {{1}, ""}, 0},
           Row{sample::kSeveral, {{0, 1}, ""}, 1000}, Row{sample::kSeveral, {{0}, ""}, 0},
           Row{sample::kSeveral, {{0, 1, 2}, ""}, 0}, Row{sample::kOrder, {{0, 1, 2}, ""}, 1000},
           Row{sample::kOrder, {{1, 0, 2}, ""}, 0},
           Row{sample::kText, {{}, "stamford raffles"}, 1000},
           Row{sample::kText, {{}, "Stamford Rafles"}, 1000},  // a slip
           Row{sample::kText, {{}, "Napoleon"}, 0}, Row{sample::kText, {{}, ""}, 0},
           Row{sample::kNumber, {{}, "2851 m"}, 1000},
           Row{sample::kNumber, {{}, "2850"}, 0},  // almost (G6) counts as wrong until granted
       }) {
    CAPTURE(row.question);
    CAPTURE(row.response.text);
    Class a;
    const SeatId ann = a.join("Ann");
    a.go_to(row.question);
    REQUIRE(taken(a.answer(ann, row.response)));
    a.reveal();
    CHECK(a.score(ann) == row.points);
  }
}

TEST_CASE("3.3 classroom: several with shares gives part of the points, never less than none") {
  Class a({.shares = true});
  const SeatId half = a.join("Half"), mixed = a.join("Mixed"), wrong = a.join("Wrong");
  a.go_to(sample::kSeveral);
  a.answer(half, {{0}, ""});
  a.answer(mixed, {{0, 1, 2}, ""});
  a.answer(wrong, {{2, 3}, ""});
  a.reveal();
  CHECK(a.score(half) == 500);
  CHECK(a.score(mixed) == 500);
  CHECK(a.score(wrong) == 0);
}

TEST_CASE("3.3 classroom: the nearest number wins when the teacher likes") {
  Class a({.nearest_wins = true});
  const SeatId near = a.join("Near"), also = a.join("Also"), far = a.join("Far");
  a.go_to(sample::kNumber);
  a.answer(near, {{}, "2,900"});
  a.answer(also, {{}, "2802"});
  a.answer(far, {{}, "3000 m"});
  a.reveal();
  CHECK(a.score(near) == 1000);
  CHECK(a.score(also) == 1000);
  CHECK(a.score(far) == 0);
}

TEST_CASE("section 5 classroom: almost is granted for all who wrote it, also after the reveal") {
  Class a;
  const SeatId one = a.join("One"), two = a.join("Two"), three = a.join("Three");
  a.go_to(sample::kNumber);
  a.answer(one, {{}, "2,850 metres"});
  a.answer(two, {{}, "2,850  METRES"});
  a.answer(three, {{}, "12"});
  REQUIRE(a.room.stage() == Stage::Closed);
  const Tally tally = tally_of(a.room, sample::kNumber);
  REQUIRE(tally.groups.size() == 2);
  CHECK(tally.groups[0].count == 2);
  CHECK(tally.groups[0].verdict == study::Verdict::Almost);
  a.reveal();
  CHECK(a.score(one) == 0);
  CHECK(taken(a.apply(event::Grant{sample::kNumber, "2,850 metres"})));
  CHECK(a.score(one) == 1000);
  CHECK(a.score(two) == 1000);
  CHECK(a.score(three) == 0);
  CHECK(reason(a.apply(event::Grant{sample::kChoice, "Bali"})) == Reason::NotNow);
}

TEST_CASE("L6 classroom: speed scoring along its formula") {
  struct Row {
    Millis taken;
    int points;
  };
  for (const Row& row : {Row{0ms, 1000}, Row{500ms, 1000}, Row{501ms, 987}, Row{10s, 750},
                         Row{20s, 500}, Row{60s, 500}}) {
    CAPTURE(row.taken.count());
    CHECK(points_for(Scoring::Speed, 1, row.taken, 20s) == row.points);
    CHECK(points_for(Scoring::Accuracy, 1, row.taken, 20s) == 1000);
    CHECK(points_for(Scoring::Speed, 0, row.taken, 20s) == 0);
  }
  CHECK(points_for(Scoring::Speed, 1, 10s, 0ms) == 1000);  // no limit
}

TEST_CASE("L6 classroom: a team has the mean of its members") {
  Class a({.teams = {"Red", "Blue"}});
  const SeatId r1 = a.join("Ann"), b1 = a.join("Bob"), r2 = a.join("Cleo");
  CHECK(a.room.roster()[r1].team == 0);
  CHECK(a.room.roster()[b1].team == 1);
  CHECK(a.room.roster()[r2].team == 0);
  a.go_to(sample::kChoice);
  a.answer(r1, {{0}, ""});
  a.answer(r2, {{1}, ""});
  a.answer(b1, {{0}, ""});
  a.reveal();
  CHECK(team_standings(a.room) == std::vector<TeamStanding>{{1, 1000, 1}, {0, 500, 2}});
}

TEST_CASE("L6 classroom: a streak counts only when it is switched on") {
  for (const bool bonus : {false, true}) {
    Class a({.streak_bonus = bonus});
    const SeatId ann = a.join("Ann");
    for (const int question : {sample::kChoice, sample::kTrueFalse, sample::kSeveral}) {
      a.go_to(question);
      a.answer(ann, {a.room.quiz().questions[static_cast<std::size_t>(question)].key, ""});
      a.reveal();
    }
    CHECK(a.score(ann) == (bonus ? 3300 : 3000));
  }
}

TEST_CASE("L7 classroom: half the round trip, at most 250 ms, is taken off and given as grace") {
  CHECK(credit_of(120ms) == 60ms);
  CHECK(credit_of(5s) == 250ms);
  CHECK(credit_of(-5s) == 0ms);

  Class a({.scoring = Scoring::Speed});
  const SeatId near = a.join("Near"), far = a.join("Far"), idle = a.join("Idle");
  a.apply(event::Latency{far, 10s});
  a.go_to(sample::kChoice);
  a.pass(10s);
  a.answer(near, {{0}, ""});
  a.pass(250ms);
  a.answer(far, {{0}, ""});
  a.pass(9s + 749ms);
  CHECK(reason(a.answer(near, {{1}, ""})) == Reason::Already);
  a.pass(2ms);  // 20.001 s: over for those without a slow line
  CHECK(a.room.stage() == Stage::Answering);
  CHECK(reason(a.answer(idle, {{0}, ""})) == Reason::Late);
  a.pass(249ms);
  CHECK(a.room.stage() == Stage::Answering);
  a.pass(1ms);
  CHECK(a.room.stage() == Stage::Closed);
  a.reveal();
  CHECK(a.score(near) == 750);
  CHECK(a.score(far) == 750);
}

TEST_CASE("L7 classroom: a phone that is not ready holds the class for two seconds at most") {
  Class a;
  const SeatId ann = a.join("Ann");
  a.join("Slow");
  a.apply(event::Next{});
  a.apply(event::Ready{ann, 0});
  a.pass(3999ms);
  CHECK(a.room.stage() == Stage::Reading);
  a.pass(1ms);
  CHECK(a.room.stage() == Stage::Answering);
}

TEST_CASE(
    "L8 classroom: what is late, early, foreign or malformed is refused and changes nothing") {
  Class a;
  const SeatId ann = a.join("Ann");
  a.join("Idle");
  const auto refused = [&](const event::Answer& answer, Reason why) {
    const auto given = a.room.roster()[ann].given;
    CHECK(reason(a.apply(answer)) == why);
    CHECK(a.room.roster()[ann].given == given);
  };
  refused({ann, 0, 1, {{0}, ""}}, Reason::OtherQuestion);  // in the lobby
  a.apply(event::Next{});
  refused({ann, 0, 1, {{0}, ""}}, Reason::Early);
  a.go_to(sample::kChoice);
  refused({ann, 1, 1, {{0}, ""}}, Reason::OtherQuestion);
  refused({ann, 99, 1, {{0}, ""}}, Reason::OtherQuestion);
  refused({ann, -1, 1, {{0}, ""}}, Reason::OtherQuestion);
  refused({ann, 0, 2, {{0}, ""}}, Reason::OtherQuestion);
  refused({ann, 0, 0, {{0}, ""}}, Reason::Late);
  for (const Response& response : {Response{{}, ""}, Response{{4}, ""}, Response{{-1}, ""},
                                   Response{{0, 1}, ""}, Response{{0}, "x"}, Response{{}, "x"}})
    refused({ann, 0, 1, response}, Reason::Malformed);
  CHECK(reason(a.apply(event::Answer{SeatId{99}, 0, 1, {{0}, ""}})) == Reason::UnknownSeat);
  a.apply(event::Pause{});
  refused({ann, 0, 1, {{0}, ""}}, Reason::Paused);
  a.apply(event::Resume{});
  a.reveal();
  refused({ann, 0, 1, {{0}, ""}}, Reason::Late);
}

TEST_CASE("L8 classroom: the last answer counts in accuracy, the first one in speed") {
  for (const Scoring scoring : {Scoring::Accuracy, Scoring::Speed}) {
    Class a({.scoring = scoring});
    const SeatId ann = a.join("Ann");
    a.join("Idle");
    a.go_to(sample::kChoice);
    CHECK(taken(a.answer(ann, {{0}, ""})));
    CHECK(taken(a.answer(ann, {{1}, ""})) == (scoring == Scoring::Accuracy));
    a.reveal();
    CHECK(a.score(ann) == (scoring == Scoring::Accuracy ? 0 : 1000));
  }
}

TEST_CASE("L3 classroom: an answer sent again is taken again and counts once, even when closed") {
  Class a({.scoring = Scoring::Speed});
  const SeatId ann = a.join("Ann");
  a.go_to(sample::kChoice);
  CHECK(taken(a.answer(ann, {{0}, ""})));
  CHECK(a.room.stage() == Stage::Closed);
  const Room before = a.room;
  CHECK(taken(a.answer(ann, {{0}, ""})));
  CHECK(a.room == before);
  CHECK(reason(a.answer(ann, {{1}, ""})) == Reason::Late);
}

TEST_CASE("L9 classroom: extra time is the pupil's own, and the class waits for it") {
  Class a;
  const SeatId ann = a.join("Ann"), bob = a.join("Bob");
  a.apply(event::ExtraTime{ann, 50});
  a.go_to(sample::kChoice);
  CHECK(a.room.time_left(a.now, ann) == 30s);
  CHECK(a.room.time_left(a.now, bob) == 20s);
  CHECK(a.room.time_left(a.now) == 20s);
  a.pass(25s);
  CHECK(reason(a.answer(bob, {{0}, ""})) == Reason::Late);
  CHECK(taken(a.answer(ann, {{0}, ""})));
  a.pass(1ms);
  CHECK(a.room.stage() == Stage::Closed);  // nobody is waited for any more
  CHECK(reason(a.apply(event::ExtraTime{ann, 301})) == Reason::Malformed);
}

TEST_CASE("L17 classroom: after a restart the clock stands until the teacher goes on") {
  Class a;
  const SeatId ann = a.join("Ann");
  a.join("Bob");
  a.go_to(sample::kChoice);
  a.pass(5s);
  a.apply(event::Restart{});
  CHECK(a.room.paused());
  CHECK_FALSE(a.room.roster()[ann].connected);
  a.pass(60s);
  a.apply(event::Connect{ann});
  a.apply(event::Resume{});
  CHECK(a.room.time_left(a.now) == 15s);
  CHECK(taken(a.answer(ann, {{0}, ""})));
  a.reveal();
  CHECK(a.score(ann) == 1000);
}

TEST_CASE("classroom: a pause stops the clock, ten seconds more are ten seconds more") {
  Class a;
  const SeatId ann = a.join("Ann");
  a.join("Idle");
  a.go_to(sample::kChoice);
  a.pass(5s);
  a.apply(event::Pause{});
  a.pass(100s);
  CHECK(a.room.stage() == Stage::Answering);
  CHECK(reason(a.apply(event::Next{})) == Reason::Paused);
  a.apply(event::Resume{});
  CHECK(a.room.time_left(a.now) == 15s);
  a.apply(event::AddTime{10s});
  CHECK(a.room.time_left(a.now) == 25s);
  a.pass(25s);
  CHECK(taken(a.answer(ann, {{0}, ""})));
}

TEST_CASE("classroom: a reopened question is a new round, and a skipped one does not count") {
  Class a({.scoring = Scoring::Speed});
  const SeatId ann = a.join("Ann"), bob = a.join("Bob");
  a.go_to(sample::kChoice);
  a.answer(ann, {{1}, ""});
  a.answer(bob, {{0}, ""});
  REQUIRE(a.room.stage() == Stage::Closed);
  CHECK(taken(a.apply(event::Reopen{})));
  CHECK(a.room.stage() == Stage::Answering);
  CHECK(a.room.round() == 2);
  CHECK(reason(a.apply(event::Answer{ann, 0, 1, {{2}, ""}})) == Reason::Late);
  a.pass(1s);
  CHECK(taken(a.answer(ann, {{0}, ""})));
  a.reveal();
  CHECK(a.score(ann) == 975);   // the clock of the first round goes on
  CHECK(a.score(bob) == 1000);  // and keeps what it gave
  a.go_to(sample::kTrueFalse);
  a.answer(ann, {{0}, ""});
  CHECK(taken(a.apply(event::Skip{})));
  CHECK(a.room.question() == sample::kSeveral);
  CHECK(a.room.asked(sample::kTrueFalse) == Asked::Void);
  CHECK(a.score(ann) == 975);
}

TEST_CASE("classroom: ending early leaves out what was not revealed") {
  Class a;
  const SeatId ann = a.join("Ann");
  a.go_to(sample::kChoice);
  a.answer(ann, {{0}, ""});
  a.reveal();
  a.go_to(sample::kTrueFalse);
  a.answer(ann, {{0}, ""});
  a.apply(event::End{});
  CHECK(a.score(ann) == 1000);
}

TEST_CASE("classroom: at their own speed everyone is at their own question until the deadline") {
  Class a({.pace = Pace::OwnSpeed, .deadline = 60s});
  const SeatId ann = a.join("Ann"), bob = a.join("Bob");
  a.apply(event::Next{});
  CHECK(a.room.stage() == Stage::OwnSpeed);
  const auto answer = [&](SeatId seat, int question, Response response) {
    return a.apply(event::Answer{seat, question, 1, std::move(response)});
  };
  CHECK(taken(answer(ann, 0, {{0}, ""})));
  CHECK(taken(answer(ann, 0, {{0}, ""})));  // said twice
  CHECK(reason(answer(ann, 0, {{1}, ""})) == Reason::Already);
  CHECK(reason(answer(ann, 2, {{0, 1}, ""})) == Reason::OtherQuestion);
  CHECK(taken(answer(ann, 1, {{1}, ""})));
  CHECK(a.room.roster()[ann].at == 2);
  CHECK(a.room.roster()[bob].at == 0);
  CHECK(a.score(ann) == 0);  // nobody knows yet
  a.pass(60s);
  CHECK(a.room.stage() == Stage::Podium);
  CHECK(a.score(ann) == 1000);
  CHECK(a.score(bob) == 0);
}

TEST_CASE("classroom: ties share a place") {
  Class a;
  const SeatId ann = a.join("Ann"), bob = a.join("Bob"), cleo = a.join("Cleo");
  a.go_to(sample::kChoice);
  a.answer(ann, {{1}, ""});
  a.answer(bob, {{0}, ""});
  a.answer(cleo, {{0}, ""});
  a.reveal();
  CHECK(standings(a.room) == std::vector<Standing>{{bob, 1000, 1}, {cleo, 1000, 1}, {ann, 0, 3}});
}

TEST_CASE("L20 classroom: cards that are held up are counted beside the phones, and replaced") {
  Class a;
  const SeatId ann = a.join("Ann");
  a.join("Idle");
  CHECK(reason(a.apply(event::Hands{0, {1, 2, 3, 4}})) == Reason::OtherQuestion);
  a.go_to(sample::kChoice);
  a.answer(ann, {{0}, ""});
  CHECK(reason(a.apply(event::Hands{sample::kChoice, {1, 2}})) == Reason::Malformed);
  CHECK(reason(a.apply(event::Hands{sample::kChoice, {1, 2, -1, 0}})) == Reason::Malformed);
  CHECK(taken(a.apply(event::Hands{sample::kChoice, {9, 9, 9, 9}})));
  CHECK(taken(a.apply(event::Hands{sample::kChoice, {10, 3, 0, 2}})));
  a.reveal();
  const Tally tally = tally_of(a.room, sample::kChoice);
  CHECK(tally.answered == 16);
  CHECK(tally.right == 11);
  CHECK(tally.options == std::vector<int>{11, 3, 0, 2});
  CHECK(a.score(ann) == 1000);  // points are of phones alone
  a.go_to(sample::kSeveral);
  CHECK(reason(a.apply(event::Hands{sample::kSeveral, {1, 1, 1, 1}})) == Reason::NotNow);
}
