#include "game/recto/classroom_flow.h"

#include <algorithm>
#include <utility>

#include "content/deck/deck_file.h"
#include "game/progress/profile.h"
#include "tests/game/classroom/rules/classroom.h"
#include "tests/game/screens/sample.h"
#include "tests/support/support.h"

using namespace recto;
using namespace std::chrono_literals;
using app::ClassRoom;
using app::ClassroomFlow;
using app::HostPlan;
using classroom::Millis;
using classroom::Stage;
using screens::AfterAction;
using screens::SetupAction;
using screens::WallAction;
using test::kNoon;
namespace event = classroom::event;
namespace fs = std::filesystem;

namespace {

/// A room without a server: what is said happens at once.
class TestRoom final : public ClassRoom {
 public:
  explicit TestRoom(const HostPlan& plan) {
    Random random(1);
    const Deck deck = test::value(read_deck(plan.deck));
    room.emplace(classroom::make_quiz(deck, plan.settings, random), plan.settings);
    hear();
  }
  void say(classroom::Event event) override {
    refusal_ = room->apply(now, event).refusal;
    hear();
  }
  std::optional<app::RoomNews> take_news() override { return std::exchange(news_, {}); }
  [[nodiscard]] const app::WayIn& way_in() const override { return way_in_; }
  [[nodiscard]] const std::string& key() const override { return key_; }

  void hear() {
    news_ = app::news_of(*room, now);
    news_->refusal = refusal_;
  }
  void join(const std::string& name) {
    const auto seat = room->apply(now, event::Join{name + "'s phone", name}).seat;
    REQUIRE(seat);
    say(event::Connect{*seat});
  }

  std::optional<classroom::Room> room;
  Millis now{0};

 private:
  app::WayIn way_in_{
      {"http://192.168.1.20:8765/", "http://10.0.0.7:8765/", "http://127.0.0.1:8765/"},
      "481906",
      "0123456789abcdef0123456789abcdef",
      false};
  std::string key_ = "key";
  std::optional<classroom::Refusal> refusal_;
  std::optional<app::RoomNews> news_;
};

/// A teacher's desk: a profile with the sample deck, and a clock that is set by hand.
class Teacher {
  test::TemporaryFolder folder_;  // first: the others lie in it

 public:
  Teacher() {
    test::value(common.store.add(classroom::sample::sample_deck(), kNoon));
    flow.enter();
  }

  Instant now = kNoon;
  app::Common common{test::value(progress::open_profile(folder_.path() / "profile")),
                     {},
                     [this] { return now; },
                     7,
                     {},
                     nullptr};
  TestRoom* room = nullptr;  ///< the one that was opened last
  std::optional<Error> broken;
  std::vector<HostPlan> plans;
  ClassroomFlow flow{common,
                     {[this](const HostPlan& plan) -> Result<std::unique_ptr<ClassRoom>> {
                        if (broken) return tl::unexpected<Error>(*broken);
                        plans.push_back(plan);
                        auto made = std::make_unique<TestRoom>(plan);
                        room = made.get();
                        return made;
                      },
                      folder_.path() / "classroom",
                      [this](const classroom::QuizResult& result) -> Result<fs::path> {
                        exported.push_back(result);
                        return fs::path("quiz results.xlsx");
                      },
                      [this](const Deck& deck) -> Result<fs::path> {
                        printed.push_back(deck);
                        return fs::path("quiz.pdf");
                      }}};
  std::vector<classroom::QuizResult> exported;
  std::vector<Deck> printed;

  void setup(SetupAction::Kind kind, std::size_t place = 0, std::size_t choice = 0) {
    flow.apply(SetupAction{kind, {"tambora"}, place, choice, 0});
  }
  void wall(WallAction::Kind kind, std::size_t seat = 0, std::string text = {}) {
    flow.apply(WallAction{kind, seat, std::move(text), {}});
    flow.tick();
  }
  void next() { wall(WallAction::Kind::Next); }
  /// From the list of decks into a room.
  void open_room() {
    setup(SetupAction::Kind::ChooseDeck);
    setup(SetupAction::Kind::Host);
    REQUIRE(room != nullptr);
  }
  /// One question that one of two has right, then to the end.
  void play() {
    open_room();
    room->join("Ada");
    room->join("Ben");
    while (room->room->stage() != Stage::Finished) {
      if (room->room->stage() == Stage::Reveal) {
        room->say(event::End{});
        continue;
      }
      next();
    }
    flow.tick();
  }

  [[nodiscard]] screens::SetupView setup() const {
    return std::get<screens::SetupView>(flow.view());
  }
  [[nodiscard]] screens::WallView wall() const {
    return std::get<screens::WallScreen>(flow.view()).wall;
  }
  [[nodiscard]] screens::AfterView after() const {
    return std::get<screens::AfterView>(flow.view());
  }
};

}  // namespace

TEST_CASE("3.1 classroom: choose a deck, tick questions, host exactly those") {
  Teacher teacher;
  REQUIRE(teacher.setup().decks.size() == 1);
  CHECK(teacher.setup().decks[0].title == "Tambora");
  teacher.setup(SetupAction::Kind::ChooseDeck);
  CHECK(teacher.setup().count == "8 of 8 questions");
  teacher.setup(SetupAction::Kind::TickNone);
  CHECK_FALSE(teacher.setup().can_host);
  teacher.setup(SetupAction::Kind::Tick, 0);
  teacher.setup(SetupAction::Kind::Tick, 4);
  teacher.setup(SetupAction::Kind::Host);
  REQUIRE(teacher.plans.size() == 1);
  const auto& questions = teacher.room->room->quiz().questions;
  REQUIRE(questions.size() == 2);
  CHECK(std::ranges::any_of(questions, [](const auto& q) { return q.card.id.text == "c5"; }));
}

TEST_CASE("3.1 classroom: options are remembered") {
  Teacher teacher;
  teacher.setup(SetupAction::Kind::ChooseDeck);
  REQUIRE(teacher.setup().options[0].chosen == 0);
  teacher.setup(SetupAction::Kind::Choose, 0, 1);
  CHECK(teacher.setup().options[0].chosen == 1);
  ClassroomFlow later(teacher.common, {});
  later.enter();
  later.apply(SetupAction{SetupAction::Kind::ChooseDeck, {"tambora"}, 0, 0, 0});
  CHECK(std::get<screens::SetupView>(later.view()).options[0].chosen == 1);
}

TEST_CASE("3.1 classroom: the lobby shows address and PIN, and the teacher picks a network") {
  Teacher teacher;
  teacher.open_room();
  const screens::DoorLook door = teacher.wall().door;
  CHECK(door.address == "192.168.1.20:8765");
  CHECK(door.pin == "481 906");
  CHECK(door.networks == 2);
  CHECK(door.code.side > 20);
  teacher.wall(WallAction::Kind::OtherNetwork);
  CHECK(teacher.wall().door.address == "10.0.0.7:8765");
  CHECK(teacher.wall().door.code != door.code);
  teacher.wall(WallAction::Kind::OtherNetwork);
  CHECK(teacher.wall().door == door);
}

TEST_CASE("3.1 classroom: who is alone for a minute is told what to try") {
  Teacher teacher;
  teacher.open_room();
  CHECK(teacher.wall().door.help.empty());
  REQUIRE(teacher.flow.wakes_at());
  CHECK(*teacher.flow.wakes_at() == kNoon + 60s);
  teacher.now += 60s;
  CHECK_FALSE(teacher.wall().door.help.empty());
  teacher.room->join("Ada");
  teacher.flow.tick();
  CHECK(teacher.wall().door.help.empty());
}

TEST_CASE("3.1 classroom: the countdown goes on between two news, and stands when paused") {
  Teacher teacher;
  teacher.open_room();
  teacher.room->join("Ada");
  teacher.next();
  teacher.next();
  REQUIRE(teacher.wall().stage == Stage::Answering);
  const Millis left = *teacher.wall().left;
  teacher.now += 3s;
  CHECK(*teacher.wall().left == left - 3s);
  CHECK(teacher.flow.wakes_at());
  teacher.now += 1h;
  CHECK(*teacher.wall().left == Millis{0});
  teacher.wall(WallAction::Kind::Pause);
  CHECK(teacher.wall().paused);
  CHECK_FALSE(teacher.flow.wakes_at());
}

TEST_CASE("L13 classroom: a click on a name renames, and says why a name is not taken") {
  Teacher teacher;
  teacher.open_room();
  teacher.room->join("Ada");
  teacher.room->join("Ben");
  teacher.flow.tick();
  const auto panel = [&] { return std::get<screens::WallScreen>(teacher.flow.view()).panel; };
  teacher.wall(WallAction::Kind::OpenName, 1);
  REQUIRE(panel());
  CHECK(panel()->name.name == "Ben");
  teacher.wall(WallAction::Kind::StartRename, 1);
  teacher.wall(WallAction::Kind::Rename, 1, "Ada");
  REQUIRE(panel());
  CHECK(panel()->problem.find("Somebody has that name") == 0);
  teacher.wall(WallAction::Kind::Rename, 1, "Benno");
  CHECK_FALSE(panel());
  CHECK(teacher.room->room->roster()[classroom::SeatId{1}].name == "Benno");
  teacher.wall(WallAction::Kind::OpenName, 1);
  teacher.wall(WallAction::Kind::Remove, 1);
  CHECK_FALSE(panel());
  CHECK(teacher.wall().names.back().state == screens::WallName::State::Removed);
  teacher.wall(WallAction::Kind::OpenName, 1);
  teacher.wall(WallAction::Kind::Readmit, 1);
  CHECK(teacher.room->room->roster()[classroom::SeatId{1}].status == classroom::Seat::Status::In);
}

TEST_CASE("L18 classroom: the result is kept as soon as the podium stands, once") {
  Teacher teacher;
  teacher.play();
  const auto kept = test::value(teacher.common.store.quizzes());
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].title == "Tambora");
  CHECK(kept[0].players == 2);
  CHECK(teacher.after().is_live);
  CHECK(teacher.after().kept.find("Kept") == 0);
  teacher.flow.apply(AfterAction{AfterAction::Kind::Export});
  REQUIRE(teacher.exported.size() == 1);
  CHECK(teacher.exported[0].players.size() == 2);
}

TEST_CASE("L18 classroom: an earlier quiz is looked at again from the list") {
  Teacher teacher;
  teacher.play();
  teacher.flow.apply(AfterAction{AfterAction::Kind::Leave});
  CHECK_FALSE(teacher.flow.is_hosting());
  teacher.setup(SetupAction::Kind::OtherDeck);
  REQUIRE(teacher.setup().past.size() == 1);
  CHECK(teacher.setup().past[0].detail.find("25 November 2026, 2 players") == 0);
  teacher.flow.apply(
      SetupAction{SetupAction::Kind::OpenPast, {}, 0, 0, teacher.setup().past[0].id});
  CHECK_FALSE(teacher.after().is_live);
  CHECK(teacher.after().line.find("2 players, 1 question") == 0);
  teacher.flow.apply(AfterAction{AfterAction::Kind::Leave});
  CHECK(teacher.setup().past.size() == 1);
}

TEST_CASE("L19 classroom: what the class missed becomes a deck, and a quiz again") {
  Teacher teacher;
  teacher.play();
  REQUIRE(teacher.after().missed.size() == 1);
  teacher.flow.apply(AfterAction{AfterAction::Kind::MakeDeck});
  const auto decks = test::value(teacher.common.store.decks(kNoon, {}));
  REQUIRE(decks.size() == 2);
  CHECK(decks[1].title == "Tambora (missed)");
  CHECK(decks[1].cards == 1);
  teacher.flow.apply(AfterAction{AfterAction::Kind::PlayMissed});
  CHECK_FALSE(teacher.flow.is_hosting());
  CHECK(teacher.setup().title == "Tambora (missed)");
  CHECK(teacher.setup().count == "1 of 1 question");
  teacher.setup(SetupAction::Kind::Host);
  CHECK(teacher.plans.size() == 2);
}

TEST_CASE("classroom: a room that cannot be opened says why, and the choice stays") {
  Teacher teacher;
  teacher.broken = Error{Error::Kind::Failed, "cannot listen", "127.0.0.1:8765", {}};
  teacher.setup(SetupAction::Kind::ChooseDeck);
  teacher.setup(SetupAction::Kind::Host);
  CHECK_FALSE(teacher.flow.is_hosting());
  CHECK(teacher.setup().problem == "127.0.0.1:8765: cannot listen");
  CHECK(teacher.setup().chosen);
  teacher.broken.reset();
  teacher.setup(SetupAction::Kind::Host);
  CHECK(teacher.flow.is_hosting());
}

TEST_CASE("L20 classroom: the ticked questions, and what the class missed, on paper") {
  Teacher teacher;
  teacher.setup(SetupAction::Kind::ChooseDeck);
  teacher.setup(SetupAction::Kind::TickNone);
  teacher.setup(SetupAction::Kind::Tick, 4);
  teacher.setup(SetupAction::Kind::Print);
  REQUIRE(teacher.printed.size() == 1);
  REQUIRE(teacher.printed[0].cards.size() == 1);
  CHECK(teacher.printed[0].cards[0].id.text == "c5");
  CHECK(teacher.setup().chosen);
  teacher.play();
  teacher.flow.apply(AfterAction{AfterAction::Kind::Print});
  REQUIRE(teacher.printed.size() == 2);
  CHECK(teacher.printed[1].cards.size() == 1);
  CHECK(teacher.common.messages.shown()->text.find("quiz.pdf") != std::string::npos);
}

TEST_CASE("L18 classroom: an earlier result is deleted once that is confirmed") {
  Teacher teacher;
  teacher.play();
  teacher.flow.apply(AfterAction{AfterAction::Kind::AskDelete});
  CHECK_FALSE(teacher.after().asks_delete);  // it is not one of earlier
  teacher.flow.apply(AfterAction{AfterAction::Kind::Leave});
  teacher.setup(SetupAction::Kind::OtherDeck);
  REQUIRE(teacher.setup().past.size() == 1);
  teacher.flow.apply(
      SetupAction{SetupAction::Kind::OpenPast, {}, 0, 0, teacher.setup().past[0].id});
  CHECK(teacher.after().can_delete);
  teacher.flow.apply(AfterAction{AfterAction::Kind::Delete});
  CHECK(teacher.after().can_delete);  // nobody was asked
  teacher.flow.apply(AfterAction{AfterAction::Kind::AskDelete});
  CHECK(teacher.after().asks_delete);
  teacher.flow.apply(AfterAction{AfterAction::Kind::Keep});
  CHECK_FALSE(teacher.after().asks_delete);
  teacher.flow.apply(AfterAction{AfterAction::Kind::AskDelete});
  teacher.flow.apply(AfterAction{AfterAction::Kind::Delete});
  CHECK(teacher.setup().past.empty());
  CHECK(test::value(teacher.common.store.quizzes()).empty());
}

TEST_CASE("3.1 classroom: a class list is written, remembered, and needed before the room opens") {
  Teacher teacher;
  teacher.setup(SetupAction::Kind::ChooseDeck);
  const auto& options = teacher.setup().options;
  const auto names = std::ranges::find(options, "Names", &screens::SetupOption::title);
  REQUIRE(names != options.end());
  const auto place = static_cast<std::size_t>(names - options.begin());
  CHECK_FALSE(teacher.setup().names);
  teacher.setup(SetupAction::Kind::Choose, place, 1);
  CHECK(teacher.setup().names == "Nobody is on the class list yet");
  CHECK_FALSE(teacher.setup().can_host);
  teacher.setup(SetupAction::Kind::EditList);
  CHECK(teacher.setup().list == "");
  teacher.flow.apply(SetupAction{SetupAction::Kind::SaveList, {}, 0, 0, 0, "Anna\nBert\n\nanna\n"});
  CHECK_FALSE(teacher.setup().list);
  CHECK(teacher.setup().names == "2 names on the class list");
  CHECK(teacher.setup().can_host);
  teacher.setup(SetupAction::Kind::EditList);
  CHECK(teacher.setup().list == "Anna\nBert\n");
  teacher.setup(SetupAction::Kind::KeepList);
  teacher.setup(SetupAction::Kind::Host);
  REQUIRE(teacher.plans.size() == 1);
  CHECK(teacher.plans[0].settings.naming == classroom::Naming::ClassList);
  CHECK(teacher.plans[0].settings.class_list == std::vector<std::string>{"Anna", "Bert"});
}

TEST_CASE("L6 classroom: teams are chosen, and stand at the names and on the wall") {
  Teacher teacher;
  teacher.setup(SetupAction::Kind::ChooseDeck);
  const auto& options = teacher.setup().options;
  const auto teams = std::ranges::find(options, "Teams", &screens::SetupOption::title);
  REQUIRE(teams != options.end());
  teacher.setup(SetupAction::Kind::Choose, static_cast<std::size_t>(teams - options.begin()), 1);
  teacher.setup(SetupAction::Kind::Host);
  teacher.room->join("Ada");
  teacher.room->join("Ben");
  teacher.flow.tick();
  REQUIRE(teacher.wall().names.size() == 2);
  CHECK(teacher.wall().names[1].team == "Red");
  CHECK(teacher.wall().names[0].team == "Blue");
}

TEST_CASE("L15 classroom: the teacher's link is copied or scanned, and never stands on the wall") {
  Teacher teacher;
  teacher.open_room();
  teacher.wall(WallAction::Kind::OpenTeacher);
  const auto screen = [&] { return std::get<screens::WallScreen>(teacher.flow.view()); };
  REQUIRE(screen().teacher);
  CHECK(screen().teacher->code.side == 0);
  teacher.wall(WallAction::Kind::CopyTeachLink);
  CHECK(teacher.common.copied == "http://192.168.1.20:8765/teach#0123456789abcdef0123456789abcdef");
  CHECK_FALSE(screen().teacher);
  CHECK(teacher.common.messages.shown()->text.find("0123456789abcdef") == std::string::npos);
  teacher.wall(WallAction::Kind::OpenTeacher);
  teacher.wall(WallAction::Kind::ShowTeachCode);
  CHECK(screen().teacher->code.side > 20);
  CHECK(screen().teacher->code != screen().wall.door.code);
  teacher.wall(WallAction::Kind::CloseTeacher);
  CHECK_FALSE(screen().teacher);
}

TEST_CASE("L20 classroom: a class without phones holds up cards, and is in the result") {
  Teacher teacher;
  teacher.setup(SetupAction::Kind::ChooseDeck);
  teacher.setup(SetupAction::Kind::TickNone);
  teacher.setup(SetupAction::Kind::Tick, 0);
  teacher.setup(SetupAction::Kind::Host);
  const auto screen = [&] { return std::get<screens::WallScreen>(teacher.flow.view()); };
  teacher.next();  // reading
  teacher.wall(WallAction::Kind::CountHands);
  CHECK_FALSE(screen().hands);  // the options are not out yet
  teacher.wall(WallAction::Kind::CloseHands);
  teacher.next();
  teacher.wall(WallAction::Kind::CountHands);
  REQUIRE(screen().hands);
  CHECK(screen().hands->options == std::vector<std::string>{"A", "B", "C", "D"});
  const int right = teacher.room->room->quiz().questions[0].key[0];
  std::vector<int> counts = {1, 1, 1, 1};
  counts[static_cast<std::size_t>(right)] = 7;
  teacher.flow.apply(WallAction{WallAction::Kind::SaveHands, 0, {}, counts});
  teacher.flow.tick();
  CHECK_FALSE(screen().hands);
  teacher.next();
  teacher.next();
  CHECK(teacher.wall().options[static_cast<std::size_t>(right)].count == 7);
  while (teacher.room->room->stage() != Stage::Finished)
    teacher.next();
  REQUIRE(teacher.after().questions.size() == 1);
  CHECK(teacher.after().questions[0].share == "70 % right");
}
