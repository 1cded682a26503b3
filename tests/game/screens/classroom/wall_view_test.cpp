#include "game/screens/classroom/wall_view.h"

#include <algorithm>

#include "game/screens/classroom/after_view.h"
#include "game/screens/classroom/setup_view.h"
#include "tests/game/classroom/rules/classroom.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::screens;
using classroom::Millis;
using classroom::SeatId;
using classroom::Stage;
using classroom::sample::Class;
namespace event = classroom::event;
namespace sample = classroom::sample;

namespace {

WallView wall_of(const Class& a) {
  return look(a.room, a.now);
}

}  // namespace

TEST_CASE("L13 wall: the newest names come first, those who were taken out last") {
  Class a;
  const SeatId ada = a.join("Ada");
  a.join("Ben");
  a.join("Cem");
  a.apply(event::Remove{ada});
  a.apply(event::Disconnect{SeatId{1}});
  const WallView wall = wall_of(a);
  REQUIRE(wall.names.size() == 3);
  CHECK(wall.names[0] == WallName{2, "Cem", WallName::State::In});
  CHECK(wall.names[1].state == WallName::State::Away);
  CHECK(wall.names[2] == WallName{0, "Ada", WallName::State::Removed});
  CHECK(wall.present == "1 is in");
  CHECK(wall.next == "Start");
}

TEST_CASE("L16 wall: before the reveal nothing on it depends on what is right") {
  // The same quiz with other keys shows the same wall, whatever was answered.
  for (const int question : {sample::kChoice, sample::kTrueFalse, sample::kSeveral, sample::kOrder,
                             sample::kText, sample::kNumber}) {
    CAPTURE(question);
    classroom::Quiz other = sample::sample_quiz();
    for (classroom::Question& one : other.questions) {
      std::ranges::reverse(one.key);
      if (one.kind == classroom::QuestionKind::Choice) one.key = {3};
      if (one.kind == classroom::QuestionKind::TrueFalse) one.key = {1};
      if (one.kind == classroom::QuestionKind::Several) one.key = {2, 3};
      one.card.answer = "17";
      one.evidence = "Another sentence.";
    }
    Class a, b({}, other);
    for (Class* const each : {&a, &b}) {
      each->join("Ada");
      each->join("Ben");
      each->go_to(question);
      const bool typed =
          each->room.quiz().questions[static_cast<std::size_t>(question)].options.empty();
      each->answer(SeatId{0}, typed                        ? classroom::Response{{}, "Raffles"}
                              : question == sample::kOrder ? classroom::Response{{0, 1, 2}, {}}
                                                           : classroom::Response{{0}, {}});
    }
    CHECK(wall_of(a) == wall_of(b));
    a.apply(event::Next{});
    b.apply(event::Next{});
    REQUIRE(a.room.stage() == Stage::Closed);
    CHECK(wall_of(a) == wall_of(b));
    CHECK_FALSE(wall_of(a).revealed);
    a.reveal();
    CHECK(wall_of(a).revealed);
  }
}

TEST_CASE("3.1 wall: the histogram has counts, the right option and the sentence") {
  Class a;
  a.join("Ada");
  a.join("Ben");
  a.go_to(sample::kChoice);
  CHECK(wall_of(a).progress == "0 of 2 have answered");
  a.answer(SeatId{0}, {{0}, {}});
  CHECK(wall_of(a).progress == "1 of 2 have answered");
  CHECK(wall_of(a).left);
  a.answer(SeatId{1}, {{3}, {}});
  a.reveal();
  const WallView wall = wall_of(a);
  REQUIRE(wall.options.size() == 4);
  CHECK(wall.options[0] == WallOption{"A", "Sumbawa", 1, 0.5F, true});
  CHECK(wall.options[3].count == 1);
  CHECK_FALSE(wall.options[3].right);
  CHECK(wall.evidence == "Mount Tambora stands on the island of Sumbawa.");
  CHECK(wall.number == "Question 1 of 8");
}

TEST_CASE("3.3 wall: typed answers stand in groups, and what is not right can be granted") {
  Class a;
  a.join("Ada");
  a.join("Ben");
  a.go_to(sample::kText);
  a.answer(SeatId{0}, {{}, "Raffles"});
  a.answer(SeatId{1}, {{}, "Napoleon"});
  CHECK(wall_of(a).texts.empty());
  a.reveal();
  WallView wall = wall_of(a);
  CHECK(wall.answer == "Stamford Raffles");
  REQUIRE(wall.texts.size() == 2);
  const auto wrong = std::ranges::find(wall.texts, "Napoleon", &WallText::text);
  REQUIRE(wrong != wall.texts.end());
  CHECK(wrong->can_grant);
  a.apply(event::Grant{wall.question, "Napoleon"});
  wall = wall_of(a);
  CHECK(std::ranges::all_of(wall.texts, [](const WallText& text) { return text.right; }));
}

TEST_CASE("3.1 wall: Space says what it does at every stage") {
  Class a;
  a.join("Ada");
  const auto step = [&](Stage stage, const std::string& next) {
    CHECK(a.room.stage() == stage);
    CHECK(wall_of(a).next == next);
    a.apply(event::Next{});
  };
  step(Stage::Lobby, "Start");
  step(Stage::Reading, "Open the answers");
  step(Stage::Answering, "Close the answers");
  step(Stage::Closed, "Show the answer");
  step(Stage::Reveal, "Leaderboard");
  step(Stage::Scoreboard, "Next question");
  a.apply(event::End{});
  step(Stage::Podium, "What the class missed");
  CHECK(wall_of(a).next.empty());
}

TEST_CASE("3.1 wall: a paused clock goes on with Space, and nothing else") {
  Class a;
  a.join("Ada");
  a.go_to(sample::kChoice);
  CHECK(wall_of(a).can_pause);
  a.apply(event::Pause{});
  const WallView wall = wall_of(a);
  CHECK(wall.paused);
  CHECK(wall.next.empty());
  CHECK_FALSE(wall.can_skip);
}

TEST_CASE("3.1 wall: ties share a step of the podium") {
  Class a;
  for (const char* const name : {"Ada", "Ben", "Cem"})
    a.join(name);
  a.go_to(sample::kChoice);
  a.answer(SeatId{0}, {{0}, {}});
  a.answer(SeatId{1}, {{0}, {}});
  a.answer(SeatId{2}, {{1}, {}});
  a.reveal();
  a.apply(event::Next{});
  REQUIRE(a.room.stage() == Stage::Scoreboard);
  WallView wall = wall_of(a);
  REQUIRE(wall.board.size() == 3);
  CHECK(wall.board[1].place == "1.");
  CHECK(wall.board[2].place == "3.");
  CHECK(wall.board[2].share == 0);
  a.apply(event::End{});
  wall = wall_of(a);
  REQUIRE(wall.podium.size() == 2);
  CHECK(wall.podium[0].names == "Ada, Ben");
  CHECK(wall.podium[1].place == 3);
}

TEST_CASE("L19 after: what fewer than 70 % had right, with its sentence") {
  Class a;
  a.join("Ada");
  a.join("Ben");
  a.go_to(sample::kChoice);
  a.answer(SeatId{0}, {{0}, {}});
  a.answer(SeatId{1}, {{1}, {}});
  a.reveal();
  a.apply(event::End{});
  const AfterView after = look_after(classroom::result_of(a.room));
  CHECK(after.line == "2 players, 1 question, 50 % right");
  REQUIRE(after.missed.size() == 1);
  CHECK(after.missed[0].share == "50 % right");
  CHECK(after.missed[0].answer == "Sumbawa");
  CHECK_FALSE(after.missed[0].evidence.empty());
}

TEST_CASE("3.1 setup: every choice of every option can be made, and is the one that is shown") {
  const Deck deck = sample::sample_deck();
  const SetupView view = look(deck, {0, 2}, {});
  CHECK(view.count == "2 of 8 questions");
  CHECK(view.cards[0].ticked);
  CHECK_FALSE(view.cards[1].ticked);
  for (std::size_t i = 0; i < view.options.size(); ++i)
    for (std::size_t j = 0; j < view.options[i].choices.size(); ++j) {
      CAPTURE(view.options[i].title);
      CAPTURE(j);
      const SetupView made = look(deck, {}, with_choice({}, i, j));
      CHECK(made.options[i].chosen == j);
      CHECK_FALSE(made.options[i].meaning.empty());
      CHECK_FALSE(made.can_host);
    }
}
