#include "game/classroom/rules/results.h"

#include <algorithm>

#include "content/deck/deck_file.h"
#include "tests/game/classroom/rules/classroom.h"
#include "tests/support/support.h"

namespace recto::classroom {
namespace {

using sample::Class;

/// Ada has all right, Ben nothing; both were asked the first two questions and the typed one.
Class played() {
  Class a;
  const SeatId ada = a.join("Ada"), ben = a.join("Ben");
  const auto ask = [&](int question, Response right, Response wrong) {
    a.go_to(question);
    a.answer(ada, std::move(right));
    a.answer(ben, std::move(wrong));
    a.reveal();
  };
  ask(sample::kChoice, {{0}, {}}, {{2}, {}});
  ask(sample::kTrueFalse, {{0}, {}}, {{0}, {}});
  while (a.room.question() < sample::kText)
    a.apply(a.room.stage() == Stage::Answering || a.room.stage() == Stage::Reading
                ? Event(event::Skip{})
                : Event(event::Next{}));
  ask(sample::kText, {{}, "Raffles"}, {{}, "=1+1"});
  a.apply(event::End{});
  return a;
}

TEST_CASE(
    "L18 results: what was asked, per question and per player; what was skipped is left out") {
  const Class a = played();
  const QuizResult result = result_of(a.room);
  REQUIRE(result.questions.size() == 3);
  CHECK(result.questions[0].prompt == "On which island does Mount Tambora stand?");
  CHECK(result.questions[0].answer == "Sumbawa");
  CHECK(result.questions[0].evidence == "Mount Tambora stands on the island of Sumbawa.");
  CHECK(result.questions[0].tally.options == std::vector<int>{1, 0, 1, 0});
  CHECK(share_right(result.questions[0]) == 0.5);
  CHECK(share_right(result.questions[1]) == 1);
  REQUIRE(result.players.size() == 2);
  CHECK(result.players[0].name == "Ada");
  CHECK(result.players[0].points == 3000);
  REQUIRE(result.players[1].answers.size() == 3);
  CHECK(result.players[1].answers[0] == PlayerAnswer{"Lombok", true, false, 0});
  CHECK(result.players[1].answers[1].right);
}

TEST_CASE("L18 results: written and read back they are the same") {
  const QuizResult result = result_of(played().room);
  const auto read = read_result(write_result(result));
  REQUIRE(read);
  CHECK(*read == result);
  for (const char* const bad : {"", "{}", "[]", R"({"version":9})"}) {
    CAPTURE(bad);
    CHECK_FALSE(read_result(bad));
  }
}

TEST_CASE("L19 results: what the class missed becomes a deck, the least known first") {
  const QuizResult result = result_of(played().room);
  CHECK(missed_by_class(result) == std::vector<std::size_t>{0, 2});
  CHECK(missed_by_class(result, 0.4).empty());
  const Deck deck = deck_of(result, missed_by_class(result));
  CHECK(faults_of(deck).empty());
  CHECK(deck.title == "Tambora (missed)");
  CHECK(deck.id != result.deck.id);
  REQUIRE(deck.cards.size() == 2);
  CHECK(deck.cards[0].id.text == "c1");
  REQUIRE(deck.cards[0].evidence);
  CHECK(evidence_text(deck, *deck.cards[0].evidence) ==
        "Mount Tambora stands on the island of Sumbawa.");
  CHECK(deck_of(result, missed_by_class(result)) == deck);
  CHECK(deck_of(result, {1}).id != deck.id);
}

TEST_CASE("L5 results: a player takes home what they missed, as a deck file that is read") {
  const Class a = played();
  const Deck missed = take_home(a.room, SeatId{1});
  REQUIRE(missed.cards.size() == 2);
  CHECK(missed.cards[1].answer == "Stamford Raffles");
  const auto read = read_deck(write_deck(missed));
  REQUIRE(read);
  CHECK(*read == missed);
  CHECK(take_home(a.room, SeatId{0}).cards.empty());
}

TEST_CASE("L18 results: a spreadsheet takes no answer for a formula") {
  const std::string csv = results_csv(result_of(played().room));
  CHECK(csv.find("\"'=1+1\"") != std::string::npos);
}

}  // namespace
}  // namespace recto::classroom
