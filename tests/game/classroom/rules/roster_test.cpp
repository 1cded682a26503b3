#include <array>
#include <set>
#include <string>

#include "game/classroom/rules/names.h"
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

TEST_CASE("L10 classroom: coming back is the same seat, answer and points") {
  Class a;
  const SeatId ann = a.join("Ann");
  a.join("Idle");
  a.go_to(sample::kChoice);
  a.answer(ann, {{0}, ""});
  a.apply(event::Disconnect{ann});
  a.pass(3s);
  const Effect again = a.apply(event::Join{"token of Ann", "Whoever"});
  CHECK(again.seat == ann);
  CHECK(a.room.roster()[ann].name == "Ann");
  CHECK(taken(a.apply(event::Connect{ann})));
  a.reveal();
  CHECK(a.score(ann) == 1000);
}

TEST_CASE("L10 classroom: another phone takes a seat only when the teacher confirms") {
  Class a;
  const SeatId ann = a.join("Ann");
  CHECK(reason(a.apply(event::Claim{"new phone", "Ann"})) == Reason::NameTaken);  // she is here
  a.apply(event::Disconnect{ann});
  CHECK(reason(a.apply(event::Join{"new phone", "ann"})) == Reason::NameTaken);
  CHECK(taken(a.apply(event::Claim{"new phone", "ann"})));
  CHECK_FALSE(a.room.roster().seat_of("new phone"));
  CHECK(taken(a.apply(event::ConfirmClaim{ann})));
  CHECK(a.room.roster().seat_of("new phone") == ann);
  CHECK_FALSE(a.room.roster().seat_of("token of Ann"));
  CHECK(reason(a.apply(event::ConfirmClaim{ann})) == Reason::NotNow);
}

TEST_CASE("L11 classroom: who joins late has nothing, or the median") {
  for (const LateJoin late : {LateJoin::Zero, LateJoin::Median}) {
    Class a({.late_join = late});
    const SeatId ann = a.join("Ann"), bob = a.join("Bob"), cleo = a.join("Cleo");
    a.go_to(sample::kChoice);
    a.answer(ann, {{0}, ""});
    a.answer(bob, {{0}, ""});
    a.answer(cleo, {{1}, ""});
    a.reveal();
    CHECK(a.score(a.join("Dan")) == (late == LateJoin::Median ? 1000 : 0));
  }
  Class locked;
  locked.apply(event::Lock{true});
  CHECK(reason(locked.apply(event::Join{"t", "Late"})) == Reason::Locked);
}

TEST_CASE("L12 classroom: a phone that left does not hold up the round") {
  Class a;
  const SeatId ann = a.join("Ann"), bob = a.join("Bob");
  a.go_to(sample::kChoice);
  a.answer(ann, {{0}, ""});
  CHECK(a.room.stage() == Stage::Answering);
  const Effect left = a.apply(event::Disconnect{bob});
  CHECK(left.change == Effect::Change::Everyone);
  CHECK(a.room.stage() == Stage::Closed);
}

TEST_CASE("L13 classroom: names are refused with a reason, taken ones with a suggestion") {
  Room room(sample::sample_quiz(),
            {.naming = Naming::ClassList, .class_list = {"Anna", "Bert", "damnit"}}, nullptr,
            {"damn"});
  const auto join = [&](const char* token, const char* name) {
    return room.apply(0ms, event::Join{token, name});
  };
  CHECK(reason(join("1", "\u200B ")) == Reason::NameEmpty);
  CHECK(reason(join("2", "123456789012345678901")) == Reason::NameTooLong);
  CHECK(reason(join("3", "Zoe")) == Reason::NotOnList);
  CHECK(taken(join("4", "anna")));
  const Effect again = join("5", "\u0410nna");
  CHECK(reason(again) == Reason::NameTaken);
  CHECK(again.refusal->suggestion == "\u0410nna 2");
  CHECK(taken(room.apply(0ms, event::Rename{SeatId{0}, "Anna B."})));
  CHECK(taken(join("5", "Anna")));
  CHECK(reason(room.apply(0ms, event::Rename{SeatId{1}, "anna b."})) == Reason::NameTaken);
}

TEST_CASE("L13 classroom: an unwelcome word asks for another name") {
  Room room(sample::sample_quiz(), {}, nullptr, {"bugger"});
  CHECK(reason(room.apply(0ms, event::Join{"t", "The Bugger"})) == Reason::NameUnwelcome);
}

TEST_CASE("L13 classroom: a removed phone stays out until the teacher takes it back") {
  Class a;
  const SeatId ann = a.join("Ann");
  CHECK(a.apply(event::Remove{ann}).change == Effect::Change::OneSeat);
  CHECK(reason(a.apply(event::Join{"token of Ann", "Other"})) == Reason::Removed);
  CHECK(reason(a.apply(event::Connect{ann})) == Reason::Removed);
  a.join("Bob");
  a.go_to(sample::kChoice);
  CHECK(reason(a.answer(ann, {{0}, ""})) == Reason::Removed);
  CHECK(standings(a.room).size() == 1);
  CHECK(taken(a.apply(event::Readmit{ann})));
  CHECK(taken(a.apply(event::Connect{ann})));
}

TEST_CASE("L13 classroom: with approval first, nobody plays before the nod") {
  Class a({.approve_first = true});
  const SeatId ann = a.join("Ann");
  a.go_to(sample::kChoice);
  CHECK(reason(a.answer(ann, {{0}, ""})) == Reason::NotApproved);
  CHECK(taken(a.apply(event::Approve{ann})));
  CHECK(taken(a.answer(ann, {{0}, ""})));
}

TEST_CASE("L14 classroom: no more than the set number of players") {
  Class a({.most_seats = 2});
  a.join("Ann");
  const SeatId bob = a.join("Bob");
  CHECK(reason(a.apply(event::Join{"t", "Cleo"})) == Reason::Full);
  CHECK(taken(a.apply(event::Join{"token of Ann", "Ann"})));  // who has a seat comes in
  a.apply(event::Remove{bob});
  CHECK(taken(a.apply(event::Join{"t", "Cleo"})));
}

TEST_CASE("L14 classroom: twenty similar names in five seconds lock the lobby, a school does not") {
  Class flood;
  int in = 0;
  for (int i = 0; i < 50; ++i) {
    flood.pass(200ms);
    if (taken(flood.apply(event::Join{std::to_string(i), "bot" + std::to_string(i)}))) ++in;
  }
  CHECK(in == 20);
  CHECK(flood.room.roster().locked_by_flood());
  flood.apply(event::Lock{false});  // the teacher knows them
  CHECK(taken(flood.apply(event::Join{"t", "bot99"})));

  Class slow;
  for (int i = 0; i < 50; ++i) {
    slow.pass(300ms);
    CHECK(taken(slow.apply(event::Join{std::to_string(i), "bot" + std::to_string(i)})));
  }
  Class school;
  for (int i = 0; i < 300; ++i)
    school.join(sample::name_number(i));
  CHECK_FALSE(school.room.roster().locked());
}

TEST_CASE("L13 classroom: on a class list, a name is taken as the list has it") {
  sample::Class a({.naming = Naming::ClassList, .class_list = {"Zoë Ångström"}});
  CHECK(reason(a.apply(event::Join{"t1", "Somebody"})) == Reason::NotOnList);
  const SeatId zoe = *a.apply(event::Join{"t2", "  zoë ångström "}).seat;
  CHECK(a.room.roster()[zoe].name == "Zoë Ångström");
  CHECK(reason(a.apply(event::Join{"t3", "Zoë Ångström"})) == Reason::NameTaken);
}

TEST_CASE("3.1 classroom: given names are no one's choice, and no two alike") {
  sample::Class a({.most_seats = 700, .naming = Naming::Given});
  std::set<std::string> skeletons;
  for (int i = 0; i < 700; ++i) {
    const auto joined = a.apply(event::Join{"t" + std::to_string(i), i % 2 == 0 ? "" : "Rude"});
    REQUIRE(joined.seat);
    const Seat& seat = a.room.roster()[*joined.seat];
    CHECK(seat.name.find("Rude") == std::string::npos);
    CHECK(visible_length(seat.name) <= kLongestName);
    CHECK(skeletons.insert(seat.skeleton).second);
  }
  CHECK_FALSE(a.room.roster().locked());  // names that we gave are no flood
}

TEST_CASE("L6 classroom: teams are filled evenly") {
  sample::Class a({.teams = {"Red", "Blue", "Green"}});
  std::array<int, 3> members{};
  for (int i = 0; i < 10; ++i)
    ++members.at(static_cast<std::size_t>(a.room.roster()[a.join(sample::name_number(i))].team));
  CHECK(members == std::array<int, 3>{4, 3, 3});
}
