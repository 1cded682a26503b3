// Phones, honest and hostile, at a hall.
#include "game/classroom/host/hall.h"

#include <fstream>
#include <optional>
#include <string>

#include "content/deck/deck_file.h"
#include "content/files/files.h"
#include "tests/game/classroom/host/test_line.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::classroom;
using namespace std::chrono_literals;
using nlohmann::json;
using sample::answer_message;
using sample::join_message;
using sample::TestHall;
using sample::TestLine;

namespace {

std::string refusal(const TestLine& line) {
  return line.last("refused").value("reason", "");
}

/// Everything of the key that a phone could find: texts that only right answers have.
std::vector<std::string> traces_of_key(const Question& question) {
  std::vector<std::string> traces = {question.card.id.text, "\"key\"",    "\"reveal\"",
                                     "\"verdict\"",         "\"points\"", "evidence"};
  if (!question.evidence.empty()) traces.push_back(question.evidence);
  if (!question.card.explanation.empty() && question.card.explanation != question.card.prompt)
    traces.push_back(question.card.explanation);
  if (question.options.empty()) traces.push_back(question.card.answer);
  for (const std::string& accepted : question.card.accept)
    traces.push_back(accepted);
  return traces;
}

}  // namespace

TEST_CASE("classroom hall: a phone joins, answers, and hears what came of it") {
  TestHall test;
  const auto ann = test.join(1);
  CHECK(ann->last("state")["stage"] == "lobby");
  CHECK(ann->last("state")["you"]["name"] == sample::name_number(1));
  test.go_to(sample::kChoice);
  CHECK(ann->last("state")["question"]["texts"].size() == 4);
  test.say(*ann, answer_message(sample::kChoice, 0));
  CHECK(ann->last("taken")["question"] == sample::kChoice);
  CHECK(ann->last("state")["stage"] == "closed");
  test.hall.command(event::Next{});
  CHECK(ann->last("state")["reveal"]["key"] == json::array({0}));
  CHECK(ann->last("state")["you"]["points"] == 1000);
  CHECK(ann->last("state")["you"]["place"] == 1);
}

TEST_CASE("L16 classroom hall: no byte before the reveal tells anything of the key") {
  for (int question = 0; question < 6; ++question) {
    CAPTURE(question);
    TestHall test;
    const auto ann = test.join(1), idle = test.join(2);
    test.go_to(question);
    ann->bytes.clear();
    idle->bytes.clear();
    test.hall.command(event::Pause{});
    test.hall.command(event::Resume{});
    const Question& asked = test.hall.room().quiz().questions[static_cast<std::size_t>(question)];
    json right = asked.options.empty() ? json("nothing of the kind") : json(asked.key);
    if (asked.kind == QuestionKind::Choice || asked.kind == QuestionKind::TrueFalse)
      right = asked.key[0];
    test.say(*ann, answer_message(question, right));
    test.say(*ann, answer_message(question, right, 7));
    test.pass(30s);
    REQUIRE(test.hall.room().stage() == Stage::Closed);
    const auto again = test.open();
    test.say(*again, {{"type", "join"}, {"token", sample::token(1)}});  // comes back
    REQUIRE(ann->bytes.size() > 500);
    for (const std::string& trace : traces_of_key(asked)) {
      CAPTURE(trace);
      CHECK(ann->bytes.find(trace) == std::string::npos);
      CHECK(idle->bytes.find(trace) == std::string::npos);
      CHECK(again->bytes.find(trace) == std::string::npos);
    }
  }
}

TEST_CASE(
    "L16 classroom hall: the same quiz with another key sends the same bytes before the reveal") {
  std::string bytes[2];
  for (int key = 0; key < 2; ++key) {
    Quiz quiz = sample::sample_quiz();
    for (Question& question : quiz.questions)
      if (!question.key.empty() && question.kind != QuestionKind::Order) question.key = {key};
    quiz.questions[sample::kText].card.answer = key == 0 ? "Raffles" : "somebody else altogether";
    TestHall test({}, nullptr, quiz);
    const auto ann = test.join(1);
    test.join(2);
    for (int question = 0; question < 6; ++question) {
      test.go_to(question);
      test.say(*ann, answer_message(question, question < 2 ? json(0) : json("Raffles")));
      test.hall.command(event::Skip{});
    }
    bytes[key] = ann->bytes;
  }
  CHECK(bytes[0] == bytes[1]);
}

TEST_CASE("L10 classroom hall: a lost line comes back to its seat, in the middle of a question") {
  TestHall test;
  const auto ann = test.join(1), bob = test.join(2);
  test.go_to(sample::kChoice);
  test.say(*ann, answer_message(sample::kChoice, 2));
  test.pass(5s);
  test.hall.closed(*ann);
  const auto again = test.open();
  test.say(*again, {{"type", "join"}, {"token", sample::token(1)}});
  const json state = again->last("state");
  CHECK(state["you"]["name"] == sample::name_number(1));
  CHECK(state["you"]["given"] == json::array({2}));
  CHECK(state["left"] == 15'000);
  CHECK(state["question"]["texts"].size() == 4);
}

TEST_CASE("L10 classroom hall: the newest line of a phone counts, the older one is hung up") {
  TestHall test;
  const auto ann = test.join(1);
  const auto tab = test.open();
  test.say(*tab, {{"type", "join"}, {"token", sample::token(1)}});
  CHECK(ann->closed == "elsewhere");
  test.hall.closed(*ann);
  CHECK(test.hall.room().roster()[SeatId{0}].connected);
  test.go_to(sample::kChoice);
  test.say(*ann, answer_message(sample::kChoice, 0));  // it has no seat any more
  CHECK_FALSE(test.hall.room().roster()[SeatId{0}].given[sample::kChoice]);
}

TEST_CASE("L10 classroom hall: another phone gets the seat when the teacher confirms, not before") {
  TestHall test;
  const auto ann = test.join(1);
  test.hall.closed(*ann);
  const auto other = test.open();
  json claim = join_message(9);
  claim["type"] = "claim";
  claim["name"] = sample::name_number(1);
  test.say(*other, claim);
  CHECK(refusal(*other) == "claimed");
  CHECK(other->last("state").is_null());
  test.hall.command(event::ConfirmClaim{SeatId{0}});
  CHECK(other->last("state")["you"]["name"] == sample::name_number(1));
}

TEST_CASE("L15 hostile: a wrong PIN, and a thousand of them") {
  TestHall test;
  int told_wrong = 0;
  for (int guess = 0; guess < 1000; ++guess) {
    const auto line = test.open("10.0.0.66");
    test.say(*line, join_message(guess, std::to_string(200'000 + guess)));
    if (refusal(*line) == "wrong_pin") ++told_wrong;
    test.hall.closed(*line);
  }
  CHECK(told_wrong == 60);
  const auto lucky = test.open("10.0.0.66");
  test.say(*lucky, join_message(1));
  CHECK(refusal(*lucky) == "wait");  // the right one tells nothing now
  const auto honest = test.open("10.0.0.7");
  test.say(*honest, join_message(1));
  CHECK(honest->last("state").is_object());
}

TEST_CASE("L15 hostile: a phone does not become the host by saying so") {
  TestHall test;
  const auto ann = test.join(1);
  test.say(*ann, {{"type", "command"}, {"do", "next"}});
  CHECK(refusal(*ann) == "not_teacher");
  CHECK(test.hall.room().stage() == Stage::Lobby);
  for (const std::string& secret : {std::string(), sample::kPin, std::string(32, '0')}) {
    test.say(*ann, {{"type", "teach"}, {"secret", secret}});
    CHECK(refusal(*ann) == "wrong_secret");
  }
  test.say(*ann, {{"type", "command"}, {"do", "end"}});
  CHECK(test.hall.room().stage() == Stage::Lobby);
  const auto teacher = test.open();
  test.say(*teacher, {{"type", "teach"}, {"secret", sample::kSecret}});
  CHECK(teacher->last("wall")["stage"] == "lobby");
  CHECK(teacher->last("seats")["seats"].size() == 1);
  test.say(*teacher, {{"type", "command"}, {"do", "next"}});
  CHECK(test.hall.room().stage() == Stage::Reading);
}

TEST_CASE(
    "classroom hall: a teacher hears of a seat when it changes, and of its question's answer") {
  TestHall test;
  const auto ann = test.join(1), bob = test.join(2);
  const auto teacher = test.open();
  test.say(*teacher, {{"type", "teach"}, {"secret", sample::kSecret}});
  CHECK(teacher->last("seats")["seats"].size() == 2);
  test.pass(1s);
  teacher->heard.clear();
  test.hall.closed(*bob);
  test.pass(1s);
  REQUIRE(teacher->last("seats").is_object());
  REQUIRE(teacher->last("seats")["seats"].size() == 1);
  CHECK(teacher->last("seats")["seats"][0]["seat"] == 1);
  CHECK(teacher->last("seats")["seats"][0]["connected"] == false);
  test.go_to(sample::kText);
  const json wall = teacher->last("wall");
  CHECK(wall["asked"]["answer"] == "Stamford Raffles");
  CHECK(wall["asked"]["kind"] == "text");
  CHECK(ann->bytes.find("Raffles") == std::string::npos);
  CHECK(wall.dump().size() < 4000);
}

TEST_CASE("L8 hostile: other people's tokens, points and times of one's own") {
  TestHall test;
  const auto ann = test.join(1), bob = test.join(2);
  test.go_to(sample::kChoice);
  const auto eve = test.open();
  test.say(*eve, {{"type", "join"}, {"token", sample::token(77)}});
  CHECK(refusal(*eve) == "unknown_seat");
  test.say(*eve, {{"type", "join"}, {"token", "1' OR '1'='1"}});
  CHECK(refusal(*eve) == "malformed");
  test.say(*eve, answer_message(sample::kChoice, 0));
  CHECK(refusal(*eve) == "no_seat");
  json answer = answer_message(sample::kChoice, 0);
  answer["seat"] = 1;  // Bob's
  answer["points"] = 5000;
  answer["time"] = -9999;
  test.say(*ann, answer);
  CHECK(ann->last("taken").is_object());
  CHECK_FALSE(test.hall.room().roster()[SeatId{1}].given[sample::kChoice]);
  test.hall.command(event::Next{});
  test.hall.command(event::Next{});
  CHECK(test.hall.room().scores() == std::vector<int>{1000, 0});
}

TEST_CASE("L8 hostile: replayed and late answers do nothing, and are in the journal") {
  test::TemporaryFolder folder;
  auto journal = test::value(Journal::begin(folder.path() / "j", {"1", "2", 3, {}, "deck"}));
  TestHall test({.scoring = Scoring::Speed}, &journal);
  const auto ann = test.join(1), bob = test.join(2);
  test.go_to(sample::kChoice);
  for (int i = 0; i < 5; ++i)
    test.say(*ann, answer_message(sample::kChoice, 0));
  test.say(*ann, answer_message(sample::kChoice, 1));
  CHECK(refusal(*ann) == "already");
  test.pass(30s);
  test.say(*bob, answer_message(sample::kChoice, 0));
  CHECK(refusal(*bob) == "late");
  test.hall.command(event::Next{});
  CHECK(test.hall.room().scores() == std::vector<int>{1000, 0});
  const std::string text = test::value(read_file(folder.path() / "j", 1 << 20));
  std::size_t logged = 0;
  for (std::size_t at = 0; (at = text.find("\"e\":\"answer\"", at)) != std::string::npos; ++at)
    ++logged;
  CHECK(logged == 7);
}

TEST_CASE("L14 hostile: one line floods, is slowed down and hung up; the others notice nothing") {
  TestHall test;
  const auto ann = test.join(1), eve = test.join(2);
  test.go_to(sample::kChoice);
  for (int i = 0; i < 200; ++i)
    test.say(*eve, answer_message(sample::kChoice, i % 4));
  CHECK(refusal(*eve) == "too_fast");
  CHECK(eve->closed == "too_many_refusals");
  test.say(*ann, answer_message(sample::kChoice, 0));
  CHECK(ann->last("taken").is_object());
}

TEST_CASE("L14 hostile: a storm of bots does not get past the seats; a school of 300 gets in") {
  TestHall school;
  for (int i = 0; i < 300; ++i)
    school.join(i);
  CHECK(school.hall.room().roster().seats().size() == 300);
  CHECK_FALSE(school.hall.room().roster().locked());
  for (int i = 300; i < 1000; ++i) {
    const auto bot = school.open();
    school.say(*bot, join_message(i));
    CHECK(!refusal(*bot).empty());
    school.hall.closed(*bot);
  }
  CHECK(school.hall.room().roster().seats().size() == 300);
}

TEST_CASE("hostile: frames that are no messages are refused, and cost the line in the end") {
  TestHall test;
  const std::string deep(2000, '[');
  for (const std::string& text :
       {std::string(), std::string("\0\1\2", 3), deep, std::string("{\"v\":1}"),
        std::string(5000, ' '), std::string("{\"v\":1,\"type\":\"answer\",\"question\":1e9}"),
        std::string("{\"v\":1,\"type\":\"join\",\"token\":[]}"), std::string("\xFF\xFE{}")}) {
    CAPTURE(text.substr(0, 40));
    const auto line = test.open();
    test.hall.heard(*line, text);
    CHECK((refusal(*line) == "malformed" || refusal(*line) == "too_long"));
  }
  const auto old = test.open();
  test.hall.heard(*old, R"({"v":0,"type":"here"})");
  CHECK(refusal(*old) == "version");
  const auto eve = test.open();
  for (int i = 0; i < 60; ++i) {
    test.pass(1s);
    test.hall.heard(*eve, "{");
  }
  CHECK(eve->closed == "too_many_refusals");
}

TEST_CASE("hostile: script in a name and an answer stays text all the way") {
  TestHall test;
  const auto line = test.open();
  json join = join_message(1);
  join["name"] = "<img src=x>\"'&";
  test.say(*line, join);
  CHECK(line->last("state")["you"]["name"] == "<img src=x>\"'&");
  test.go_to(sample::kText);
  test.say(*line, answer_message(sample::kText, "</script><script>alert(1)</script>"));
  test.hall.command(event::Next{});
  CHECK(line->last("state")["you"]["given"] == "</script><script>alert(1)</script>");
}

TEST_CASE(
    "L5 classroom hall: own misses are taken home as a deck file, after the end and not before") {
  TestHall test;
  const auto ann = test.join(1), bob = test.join(2);
  test.go_to(sample::kChoice);
  test.say(*ann, answer_message(sample::kChoice, 0));
  test.say(*bob, answer_message(sample::kChoice, 2));
  const nlohmann::json wish = {{"type", "take_home"}};
  for (int step = 0; step < 2; ++step) {
    test.say(*bob, wish);
    CHECK(bob->last("refused")["reason"] == "not_now");
    test.hall.command(event::Next{});
  }
  REQUIRE(test.hall.room().stage() == Stage::Scoreboard);
  test.say(*bob, wish);
  CHECK(bob->last("deck").is_null());
  test.hall.command(event::End{});
  test.pass(10s);
  test.say(*bob, wish);
  const Deck deck = test::value(read_deck(bob->last("deck").at("deck").get<std::string>()));
  REQUIRE(deck.cards.size() == 1);
  CHECK(deck.cards[0].id.text == "c1");
  test.say(*ann, wish);  // all right: there is nothing to take
  CHECK(ann->last("deck").is_null());
  const auto stranger = test.open();
  test.say(*stranger, wish);
  CHECK(stranger->last("refused")["reason"] == "no_seat");
}

TEST_CASE("L9 classroom hall: nobody else's bytes tell of a pupil's extra time") {
  std::string bytes[2];
  for (int extra = 0; extra < 2; ++extra) {
    TestHall test;
    const auto ann = test.join(1), bob = test.join(2);
    test.hall.command(event::ExtraTime{SeatId{0}, extra * 50});
    test.go_to(sample::kChoice);
    CHECK(ann->last("state")["you"].value("left", 0) == extra * 30'000);
    bytes[extra] = bob->bytes;
  }
  CHECK(bytes[0] == bytes[1]);
}

TEST_CASE("L17 classroom hall: after the host's end, seats, answers and points are as they were") {
  test::TemporaryFolder folder;
  const auto path = folder.path() / "quiz.journal";
  const JournalHead head{sample::kPin, sample::kSecret, 5, {}, "{}"};
  std::optional<Room> before;
  {
    auto journal = test::value(Journal::begin(path, head));
    TestHall test({}, &journal);
    const auto ann = test.join(1), bob = test.join(2);
    test.go_to(sample::kChoice);
    test.pass(4s);
    test.say(*ann, answer_message(sample::kChoice, 0));
    before = test.hall.room();
  }
  {
    std::ofstream torn(path, std::ios::app);
    torn << "{\"t\":99,\"e\":\"ans";  // cut off in the middle of a line
  }
  auto kept = test::value(Journal::resume(path));
  CHECK(kept.head == head);
  CHECK_FALSE(Journal::resume(path).has_value());  // two hosts of one quiz
  Room room(sample::sample_quiz(), kept.head.settings);
  for (const TimedEvent& event : kept.events)
    room.apply(event.at, event.event);
  CHECK(room == *before);
  test::value(kept.journal.append({Millis{9000}, event::Restart{}}));
  CHECK_FALSE(Journal::begin(path, head).has_value());
}

TEST_CASE("3.1 classroom hall: a phone hears how names are had, and no name of the class list") {
  for (const auto& [naming, word] :
       {std::pair{Naming::Free, "free"}, std::pair{Naming::ClassList, "list"},
        std::pair{Naming::Given, "given"}}) {
    TestHall test({.naming = naming, .class_list = {"Anna Secret"}});
    const auto phone = test.open();
    test.say(*phone, {{"type", "join"}, {"token", sample::token(5)}});
    CHECK(phone->last("refused")["names"] == word);
    test.say(*phone, {{"type", "join"},
                      {"token", sample::token(5)},
                      {"pin", sample::kPin},
                      {"name", naming == Naming::Given ? "" : "anna secreT"}});
    REQUIRE(phone->last("state").is_object());
    if (naming == Naming::ClassList) CHECK(phone->last("state")["you"]["name"] == "Anna Secret");
    const auto stranger = test.open();
    test.say(*stranger, {{"type", "join"}, {"token", sample::token(6)}});
    if (naming == Naming::ClassList) {
      test.say(*stranger, join_message(6));
      CHECK(refusal(*stranger) == "not_on_list");
    }
    CHECK(stranger->bytes.find("Secret") == std::string::npos);
  }
}

TEST_CASE("L13 classroom hall: a phone hears why its name is refused, and which one is free") {
  TestHall test;
  const auto ann = test.join(1);
  const auto twin = test.open();
  json message = join_message(2);
  message["name"] = sample::name_number(1);
  test.say(*twin, message);
  CHECK(refusal(*twin) == "name_taken");
  message["name"] = twin->last("refused")["suggestion"];
  test.say(*twin, message);
  CHECK(twin->last("state")["you"]["name"] == message["name"]);
}

TEST_CASE("L15 hostile: a guessed teacher's secret is slowed down, and the right one with it") {
  TestHall test;
  const auto eve = test.open("10.0.0.66");
  int refused = 0;
  for (int i = 0; i < 500 && refused < 3; ++i) {
    const auto line = test.open("10.0.0.66");
    json guess = {{"type", "teach"}, {"secret", sample::token(i + 1000)}};
    test.say(*line, guess);
    CHECK(line->last("wall").is_null());
    if (refusal(*line) == "wait") ++refused;
  }
  CHECK(refused == 3);
  test.say(*eve, {{"type", "teach"}, {"secret", sample::kSecret}});
  CHECK(refusal(*eve) == "wait");
  const auto teacher = test.open("10.0.0.7");
  test.say(*teacher, {{"type", "teach"}, {"secret", sample::kSecret}});
  CHECK(teacher->last("wall").is_object());
}

TEST_CASE("L16 hostile: nothing of a teacher's line reaches a phone") {
  TestHall test;
  const auto ann = test.join(1);
  const auto teacher = test.open();
  test.say(*teacher, {{"type", "teach"}, {"secret", sample::kSecret}});
  test.go_to(sample::kNumber);
  test.pass(1s);
  CHECK(teacher->bytes.find("2,851 metres") != std::string::npos);
  CHECK(ann->bytes.find("2,851") == std::string::npos);
  CHECK(ann->bytes.find("asked") == std::string::npos);
  CHECK(ann->last("wall").is_null());
  CHECK(ann->last("seats").is_null());
}
