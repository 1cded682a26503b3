// A room in its own thread, with its server; results at the command line.
#include "game/recto/class_room.h"

#include <algorithm>
#include <chrono>
#include <sstream>
#include <thread>

#include "content/deck/deck_file.h"
#include "content/files/files.h"
#include "game/progress/profile.h"
#include "game/recto/on_paper.h"
#include "game/recto/results_sheet.h"
#include "game/recto/results_verb.h"
#include "tests/game/classroom/rules/classroom.h"
#include "tests/support/support.h"

using namespace recto;
using namespace std::chrono_literals;
using classroom::Stage;
namespace event = classroom::event;
namespace fs = std::filesystem;
namespace sample = classroom::sample;

namespace {

app::HostPlan plan_in(const fs::path& folder) {
  app::HostPlan plan;
  plan.deck = write_deck(sample::sample_deck());
  plan.settings.all_cards = true;
  plan.settings.shuffle = false;
  plan.journal = folder / "quiz.journal";
  plan.port = 0;
  plan.bind = {"127.0.0.1"};
  return plan;
}

std::unique_ptr<app::ClassRoom> open(const app::HostPlan& plan) {
  return test::value(app::open_class_room(plan, test::project_folder() / "assets", nullptr, [] {}));
}

/// News in which `is_so`, waited for.
app::RoomNews news_when(app::ClassRoom& room,
                        const std::function<bool(const app::RoomNews&)>& is_so) {
  for (int i = 0; i < 2000; ++i) {
    if (auto news = room.take_news(); news && is_so(*news)) return *news;
    std::this_thread::sleep_for(5ms);
  }
  FAIL("the room did not get there");
  return {};
}

app::RoomNews news_at(app::ClassRoom& room, Stage stage) {
  return news_when(room, [=](const auto& news) { return news.wall.stage == stage; });
}

/// A result with one question that one of two players had right.
classroom::QuizResult played() {
  sample::Class a;
  a.join("Ada");
  a.join("=Ben");
  a.go_to(sample::kChoice);
  a.answer(classroom::SeatId{0}, {{0}, {}});
  a.answer(classroom::SeatId{1}, {{1}, {}});
  a.reveal();
  a.apply(event::End{});
  return classroom::result_of(a.room);
}

struct Said {
  int exit = 0;
  std::string out, err;
};

/// A profile that keeps one quiz.
class Profile {
 public:
  Profile() {
    progress::Store store = test::value(progress::open_profile(path()));
    const auto result = played();
    test::value(
        store.keep_quiz({0, "k", Instant{1h}, "Tambora", 2, 1}, classroom::write_result(result)));
  }
  [[nodiscard]] fs::path path() const { return folder_.path() / "profile"; }
  [[nodiscard]] Said results(std::vector<std::string> words) const {
    words.insert(words.end(), {"--profile", path().string()});
    std::ostringstream out, err;
    const int exit = app::run_results_verb(words, out, err);
    return {exit, out.str(), err.str()};
  }

 private:
  test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("3.1 class room: what is said happens in its thread, and comes back as news") {
  const test::TemporaryFolder folder;
  const auto room = open(plan_in(folder.path()));
  CHECK(room->way_in().urls.front().starts_with("http://127.0.0.1:"));
  CHECK(room->way_in().pin.size() == 6);
  CHECK(news_at(*room, Stage::Lobby).wall.next == "Start");
  room->say(event::Reopen{});
  CHECK(news_when(*room, [](const auto& news) {
          return news.refusal.has_value();
        }).refusal->reason == classroom::Reason::NotNow);
  room->say(event::Next{});
  CHECK(news_at(*room, Stage::Reading).wall.number == "Question 1 of 8");
  room->say(event::End{});
  CHECK(news_at(*room, Stage::Podium).result);
}

TEST_CASE("L17 class room: opened again, it is the same quiz with the same PIN") {
  const test::TemporaryFolder folder;
  app::HostPlan plan = plan_in(folder.path());
  app::WayIn way_in;
  std::string key;
  {
    const auto room = open(plan);
    way_in = room->way_in();
    key = room->key();
    room->say(event::Next{});
    news_at(*room, Stage::Reading);
  }
  plan.deck.clear();  // the journal has it
  const auto room = open(plan);
  CHECK(room->way_in().pin == way_in.pin);
  CHECK(room->key() == key);
  const auto news = news_at(*room, Stage::Reading);
  CHECK(news.wall.paused);
  CHECK(test::value(classroom::Journal::look(plan.journal)).pin == way_in.pin);
}

TEST_CASE("class room: another port will do where the usual one is taken") {
  const test::TemporaryFolder one, other;
  const auto first = open(plan_in(one.path()));
  const std::string url = first->way_in().urls.front();
  app::HostPlan plan = plan_in(other.path());
  plan.port = static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
  CHECK_FALSE(app::open_class_room(plan, test::project_folder() / "assets", nullptr, [] {}));
  plan.any_port = true;
  plan.anew = true;
  const auto second = open(plan);
  CHECK(second->way_in().urls.front() != url);
}

TEST_CASE("class room: a deck that cannot be asked leaves no journal behind") {
  const test::TemporaryFolder folder;
  app::HostPlan plan = plan_in(folder.path());
  Deck deck = sample::sample_deck();
  deck.cards.clear();
  plan.deck = write_deck(deck);
  const auto room = app::open_class_room(plan, test::project_folder() / "assets", nullptr, [] {});
  REQUIRE_FALSE(room);
  CHECK(room.error().what == "the deck has no card that can be asked in class");
  CHECK_FALSE(fs::exists(plan.journal));
}

TEST_CASE("L18 results verb: list, show, export, delete") {
  const Profile profile;
  CHECK(profile.results({"list"}).out.find("2 players, 1 question  Tambora") != std::string::npos);
  CHECK(profile.results({"list", "--json"}).out.find("\"number\":1,") != std::string::npos);
  const Said shown = profile.results({"show", "1"});
  CHECK(shown.exit == 0);
  CHECK(shown.out.find("Sumbawa: 1 of 2 right (50 %)") != std::string::npos);
  CHECK(shown.out.find("1. Ada  1000  +") != std::string::npos);
  const Said csv = profile.results({"export", "1"});
  CHECK(csv.out.find("1,\"Ada\",\"\",1000,\"Sumbawa\",1000") != std::string::npos);
  CHECK(csv.out.find("\"'=Ben\"") != std::string::npos);
  const Said nameless = profile.results({"export", "1", "--no-names"});
  CHECK(nameless.out.find("Ada") == std::string::npos);
  CHECK(nameless.out.find("Player 2") != std::string::npos);
  CHECK(profile.results({"delete", "1"}).exit == 0);
  CHECK(profile.results({"list"}).out.empty());
  const Said gone = profile.results({"show", "1"});
  CHECK(gone.exit == 1);
  CHECK(gone.err.find("no quiz with that number") != std::string::npos);
  CHECK(profile.results({"show"}).exit == 2);
}

TEST_CASE("L19 results verb: what the class missed is a deck file") {
  const Profile profile;
  const Deck deck = test::value(read_deck(profile.results({"deck", "1"}).out));
  REQUIRE(deck.cards.size() == 1);
  CHECK(deck.title == "Tambora (missed)");
  CHECK(profile.results({"deck", "1", "--below", "50"}).exit == 1);
}

TEST_CASE("L18 results: looking makes no profile") {
  const test::TemporaryFolder folder;
  std::ostringstream out, err;
  const auto profile = folder.path() / "none";
  CHECK(app::run_results_verb({"list", "--profile", profile.string()}, out, err) == 1);
  CHECK_FALSE(fs::exists(profile));
}

TEST_CASE("L18 results: a spreadsheet under a name of its own, formulas as text") {
  const test::TemporaryFolder folder;
  classroom::QuizResult result = played();
  result.title = "Tambora: 1815/16? ..";
  const fs::path first = test::value(app::export_results(result, folder.path()));
  CHECK(first.filename() == "Tambora 1815 16 results.xlsx");
  CHECK(test::value(app::export_results(result, folder.path())).filename() ==
        "Tambora 1815 16 results 2.xlsx");
  const std::string bytes = test::value(read_file(first, 1'000'000));
  CHECK(bytes.starts_with("PK"));
  const auto missing = app::export_results(result, folder.path() / "no such folder");
  REQUIRE_FALSE(missing);
  std::size_t files = 0;
  for (const auto& entry : fs::directory_iterator(folder.path()))
    files += entry.path().extension() == ".xlsx" ? 1 : 2;
  CHECK(files == 2);  // and nothing half-written
}

TEST_CASE("L18 L20 results: as pages, and a quiz on paper under a name of its own") {
  const test::TemporaryFolder folder;
  const fs::path first = test::value(app::print_quiz(sample::sample_deck(), folder.path()));
  CHECK(first.filename() == "Tambora quiz.pdf");
  const fs::path second = test::value(app::print_quiz(sample::sample_deck(), folder.path()));
  CHECK(second.filename() == "Tambora quiz 2.pdf");
  CHECK(test::value(read_file(first, 10'000'000)) == test::value(read_file(second, 10'000'000)));
  CHECK(test::value(app::results_pdf(played())).starts_with("%PDF-"));
  CHECK_FALSE(app::print_quiz(sample::sample_deck(), folder.path() / "no such folder"));
}
