#include "tests/game/ui/classroom_samples.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string>

#include "game/screens/classroom/after_draw.h"
#include "game/screens/classroom/setup_draw.h"
#include "game/screens/classroom/wall_draw.h"

namespace recto::test {
namespace {

using namespace screens;
using classroom::Millis;
using classroom::Stage;

constexpr const char* kLongPrompt =
    "Why did the court in the appeal of 1852 hold that the patent on heating rubber with sulphur "
    "was valid, although samples of the material had been on sale for years before?";
constexpr const char* kEvidence =
    "The Treaty of Tordesillas, signed on 7 June 1494, divided the newly discovered lands outside "
    "Europe between the Kingdom of Portugal and the Crown of Castile, along a meridian 370 leagues "
    "west of the Cape Verde islands.";

std::string letter(std::size_t place) {
  return {static_cast<char>('A' + place)};
}

WallView wall_sample(Stage stage) {
  WallView wall;
  wall.stage = stage;
  wall.title = "The Treaty of Tordesillas";
  wall.door = {"192.168.178.120:8765", "481 906", {}, {}, 2};
  wall.door.code.side = 29;
  for (std::size_t i = 0; i < 29 * 29; ++i)
    wall.door.code.dark.push_back((i * 7919 / 13) % 3 == 0);
  wall.present = "0 are in";
  wall.number = "Question 12 of 15";
  wall.prompt = "Which two kingdoms divided the newly discovered lands outside Europe in 1494?";
  wall.progress = "17 of 28 have answered";
  wall.progress_share = 0.6F;
  wall.lasts = Millis{20'000};
  wall.next = "Close the answers";
  return wall;
}

WallView lobby_sample(std::size_t people) {
  WallView wall = wall_sample(Stage::Lobby);
  constexpr std::array<const char*, 8> kNames = {
      "Ada",  "Ben K.",     "Çağla", "Daniyar the Great",
      "Эмма", "小林さくら", "Zoë",   "Wolfeschlegelstein"};
  for (std::size_t i = 0; i < people; ++i)
    wall.names.push_back({i,
                          std::string(kNames.at(i % kNames.size())) + " " + std::to_string(i + 1),
                          i % 11 == 3 ? WallName::State::Away : WallName::State::In});
  if (people > 3) wall.names[1].state = WallName::State::Waiting;
  if (people > 3) wall.names[2].state = WallName::State::Claimed;
  wall.present = people == 0 ? "Nobody is in yet" : std::to_string(people) + " are in";
  wall.next = "Start";
  return wall;
}

WallView question_sample(Stage stage, std::vector<std::string> options) {
  WallView wall = wall_sample(stage);
  wall.revealed = stage == Stage::Reveal;
  wall.can_skip = !wall.revealed;
  wall.can_end = wall.revealed;
  if (stage == Stage::Answering) {
    wall.left = Millis{13'400};
    wall.can_pause = wall.can_add_time = true;
  }
  for (std::size_t i = 0; i < options.size(); ++i) {
    WallOption option{letter(i), std::move(options[i])};
    if (wall.revealed)
      option = {option.letter, option.text, static_cast<int>(14 - 2 * i),
                0.5F / (1 + static_cast<float>(i)), i == 1};
    wall.options.push_back(std::move(option));
  }
  if (!wall.revealed) return wall;
  wall.progress.clear();
  wall.evidence = kEvidence;
  wall.next = "Leaderboard";
  return wall;
}

std::vector<std::string> short_options() {
  return {"Portugal and Castile", "England and France", "Venice and Genoa", "Castile and Aragon"};
}

std::vector<std::string> long_options() {
  std::vector<std::string> options;
  for (int i = 0; i < 6; ++i)
    options.push_back(
        "Because the samples did not tell anyone how they had been made, and a thing "
        "on sale does not publish the process behind it (" +
        std::to_string(i + 1) + ")");
  return options;
}

WallView reading_sample() {
  WallView wall = question_sample(Stage::Reading, {});
  wall.can_pause = true;
  wall.next = "Open the answers";
  return wall;
}

WallView long_sample(Stage stage) {
  WallView wall = question_sample(stage, long_options());
  wall.prompt = kLongPrompt;
  return wall;
}

WallView typed_sample() {
  WallView wall = question_sample(Stage::Reveal, {});
  wall.texts = {{"Portugal and Castile", 9, true, false},
                {"Portugal and Spain", 7, false, true},
                {"castile, portugal", 3, true, false},
                {"Spain", 2, false, true},
                {"I have no idea what this could possibly be, sorry", 1, false, true},
                {"", 1, false, true}};
  wall.answer = "Portugal and Castile";
  return wall;
}

WallView board_sample(bool teams) {
  WallView wall = wall_sample(Stage::Scoreboard);
  for (int i = 0; i < 8; ++i)
    wall.board.push_back({std::to_string(i + 1) + ".", "Player with a name " + std::to_string(i),
                          "1" + std::to_string(9 - i) + " 250", 1 - 0.1F * static_cast<float>(i)});
  wall.more_on_board = 20;
  if (teams) wall.teams = {{"1.", "Volcanoes", "9 120", 1}, {"2.", "Earthquakes", "8 044", 0.88F}};
  wall.next = "Next question";
  wall.can_end = true;
  return wall;
}

WallView podium_sample() {
  WallView wall = wall_sample(Stage::Podium);
  wall.podium = {
      {1, "Wolfeschlegelstein 8", "14 000"}, {2, "Ada, Ben K.", "13 000"}, {3, "Zoë", "9 500"}};
  wall.next = "What the class missed";
  return wall;
}

WallView own_speed_sample() {
  WallView wall = wall_sample(Stage::OwnSpeed);
  wall.progress = "17 of 28 have finished";
  wall.left = Millis{754'000};
  wall.lasts = Millis{1'200'000};
  wall.next = "End the quiz";
  wall.can_pause = wall.can_add_time = true;
  return wall;
}

AfterView after_sample() {
  AfterView view;
  view.title = "The Treaty of Tordesillas";
  view.line = "28 players, 15 questions, 71 % right";
  view.missed_line = "2 questions that fewer than 70 % of those who answered had right.";
  view.is_live = true;
  view.kept = "Kept on this machine until you delete it (recto results).";
  for (int i = 0; i < 6; ++i)
    view.questions.push_back({i == 2 ? kLongPrompt : "Which two kingdoms divided the lands?",
                              "Portugal and Castile", std::to_string(38 + 10 * i) + " % right",
                              "28 answered, half of them within 8 s", kEvidence,
                              0.38F + 0.1F * static_cast<float>(i)});
  view.missed = {view.questions[0], view.questions[2]};
  return view;
}

SetupView setup_sample(bool chosen) {
  SetupView view;
  view.chosen = chosen;
  if (!chosen) {
    for (int i = 0; i < 4; ++i)
      view.decks.push_back({{"d" + std::to_string(i)},
                            i == 2 ? kLongPrompt : "The Treaty of Tordesillas",
                            "42 cards"});
    view.past = {{1, "Smallpox", "25 November 2026, 28 players, 15 questions"}};
    view.resume = "The Treaty of Tordesillas";
    view.problem = "127.0.0.1:8765: cannot listen (Address already in use)";
    return view;
  }
  view.title = "The Treaty of Tordesillas";
  view.options = {{"Points",
                   "1,000 for a right answer; time does not matter",
                   {"For being right", "For speed too"},
                   0},
                  {"Time",
                   "By the length of the question: 15 to 40 seconds",
                   {"Usual", "× 1.5", "× 2", "× 3", "No limit"},
                   0},
                  {"Late comers",
                   "They begin with what the middle of the class has",
                   {"From zero", "From the middle"},
                   1}};
  for (std::size_t i = 0; i < 12; ++i)
    view.cards.push_back({i, i == 2 ? kLongPrompt : "Which two kingdoms divided the lands?",
                          "Choice", "Portugal and Castile", i % 3 != 0});
  view.count = "8 of 12 questions";
  view.can_host = true;
  view.left_out = 3;
  return view;
}

using Draw = std::function<void(ui::Ui&, const ui::Rect&)>;

Draw wall(WallView view, std::optional<NamePanel> panel = {}) {
  return [screen = WallScreen{std::move(view), std::move(panel)}](
             ui::Ui& ui, const ui::Rect& area) { draw(screen, ui, area); };
}

const std::map<std::string_view, Draw>& pages() {
  const auto helpless = [] {
    WallView view = lobby_sample(0);
    view.door.help =
        "Nobody came in yet. Are the phones in the same network as this computer? Guest networks "
        "keep their devices apart, and a firewall must let this port in. A phone's hotspot works: "
        "this computer joins it too.";
    return view;
  };
  static const std::map<std::string_view, Draw> all = {
      {"class-setup",
       [](ui::Ui& ui, const ui::Rect& area) { draw(setup_sample(false), ui, area); }},
      {"class-cards", [](ui::Ui& ui, const ui::Rect& area) { draw(setup_sample(true), ui, area); }},
      {"class-lobby-empty", wall(helpless())},
      {"class-lobby", wall(lobby_sample(28))},
      {"class-lobby-full", wall(lobby_sample(120))},
      {"class-name", wall(lobby_sample(28), NamePanel{{1, "Ben K. 2", WallName::State::Waiting}})},
      {"class-rename", wall(lobby_sample(28), NamePanel{{1, "Ben K. 2", WallName::State::In},
                                                        true,
                                                        "Somebody has that name, or one that "
                                                        "looks like it."})},
      {"class-reading", wall(reading_sample())},
      {"class-answering", wall(question_sample(Stage::Answering, short_options()))},
      {"class-answering-long", wall(long_sample(Stage::Answering))},
      {"class-reveal", wall(question_sample(Stage::Reveal, short_options()))},
      {"class-reveal-long", wall(long_sample(Stage::Reveal))},
      {"class-typed", wall(typed_sample())},
      {"class-board", wall(board_sample(false))},
      {"class-teams", wall(board_sample(true))},
      {"class-podium", wall(podium_sample())},
      {"class-own-speed", wall(own_speed_sample())},
      {"class-after", [](ui::Ui& ui, const ui::Rect& area) { draw(after_sample(), ui, area); }},
  };
  return all;
}

}  // namespace

bool draw_classroom_sample(ui::Ui& ui, std::string_view name, const ui::Rect& area) {
  const auto page = pages().find(name);
  if (page == pages().end()) return false;
  page->second(ui, area);
  return true;
}

std::span<const std::string_view> classroom_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    for (const auto& [name, draw] : pages())
      all.push_back(name);
    return all;
  }();
  return names;
}

}  // namespace recto::test
