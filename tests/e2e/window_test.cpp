// The window as a guest of the system: idle, at its start, and where it cannot open.
#include <fstream>
#include <thread>

#include "tests/e2e/stage.h"
#include "tests/support/support.h"

using namespace recto;
using namespace std::chrono_literals;
using test::Seen;
using test::Stage;

namespace {

namespace fs = std::filesystem;

const fs::path kDeck = "tests/data/e2e/recall.deck.json";

std::string deck_file() {
  return (test::project_folder() / kDeck).string();
}

/// One sentence on standard error, as X3 wants it, and exit 1.
void check_refusal(const test::Run& run, const std::string& named) {
  CAPTURE(run.err);
  CHECK(run.exit == 1);
  CHECK(run.out.empty());
  CHECK(run.err.starts_with("recto: "));
  CHECK(std::count(run.err.begin(), run.err.end(), '\n') == 1);
  CHECK(run.err.find(named) != std::string::npos);
}

}  // namespace

TEST_CASE("U6 e2e: idle for 3 seconds, no frame is drawn and the processor sleeps") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  const test::TemporaryFolder folder;
  const fs::path profile = folder.path() / "profile";
  {
    Stage stage(*display, folder.path(), profile, {deck_file()});
    stage.wait_for_text("Added");
    CHECK(stage.quit() == 0);
  }
  Stage stage(*display, folder.path(), profile, {});
  stage.key("Tab");  // the last thing that happens
  const Seen before =
      stage.wait_until("a focus", [](const Seen& seen) { return !seen.focus().empty(); });
  std::this_thread::sleep_for(500ms);  // the frames that an event may still ask for
  const int frames = stage.look().frames();
  CHECK(frames - before.frames() < 30);
  const auto spent = stage.process().processor_time();
  std::this_thread::sleep_for(3s);
  CHECK(stage.look().frames() == frames);
  CHECK(stage.process().processor_time() - spent <= 30ms);
}

TEST_CASE("U6 e2e: the mouse alone wakes a window that sleeps, and every click counts") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  const test::TemporaryFolder folder;
  Stage stage(*display, folder.path(), folder.path() / "profile", {deck_file()});
  std::string label = stage.wait_for_text("Added").text("nav.theme");
  for (int i = 0; i < 10; ++i) {
    stage.click("nav.theme");
    label = stage
                .wait_until("the other theme",
                            [&](const Seen& seen) { return seen.text("nav.theme") != label; })
                .text("nav.theme");
  }
}

TEST_CASE("F2 e2e: a second start hands its file to the first window and ends") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  const test::TemporaryFolder folder;
  const fs::path profile = folder.path() / "profile";
  Stage stage(*display, folder.path(), profile, {deck_file()});
  stage.wait_for_text("Added");
  const fs::path article = test::project_folder() / "content/articles/smallpox/article.md";
  const test::Run second = test::run("recto", {article.string(), "--profile", profile.string()}, {},
                                     {display->setting()});
  CHECK(second.exit == 0);
  CHECK(second.err.find("open already") != std::string::npos);
  const Seen seen = stage.wait_for_screen("preview");
  CHECK(seen.reads("Smallpox"));
  CHECK(stage.quit() == 0);
}

TEST_CASE("F1 e2e: the first start without a file shows the sample decks") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  const test::TemporaryFolder folder;
  // As installed: the samples stand beside the assets.
  fs::copy(test::project_folder() / "assets", folder.path() / "assets",
           fs::copy_options::recursive);
  fs::create_directory(folder.path() / "decks");
  fs::copy(deck_file(), folder.path() / "decks");
  Stage stage(*display, folder.path(), folder.path() / "profile", {},
              {"RECTO_ASSETS=" + (folder.path() / "assets").string()});
  const Seen seen =
      stage.wait_until("a sample", [](const Seen& now) { return !now.names("deck.").empty(); });
  CHECK(seen.screen() == "today");
  CHECK(seen.reads("Drop an article"));
}

TEST_CASE("X3 e2e: a file that cannot be used is told in the window and in the terminal") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  const test::TemporaryFolder folder;
  Stage stage(*display, folder.path(), folder.path() / "profile",
              {"no-such-file.txt", deck_file()});
  const Seen seen = stage.wait_for_text("No such file. Check the name.");
  CHECK(seen.reads("no-such-file.txt"));
  stage.key("ctrl+2");
  stage.wait_until("the deck", [](const Seen& now) { return now.names("deck.").size() == 1; });
  CHECK(stage.quit() == 1);
  CHECK(stage.process().output().starts_with("recto: no-such-file.txt: "));
}

TEST_CASE("U15 e2e: theme and scale stay from one start to the next") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  const test::TemporaryFolder folder;
  const fs::path profile = folder.path() / "profile";
  std::string light, large;
  {
    Stage stage(*display, folder.path(), profile, {deck_file()});
    light = stage.wait_for_widget("nav.theme").text("nav.theme");
    stage.click("nav.theme");
    stage.wait_until("the other theme",
                     [&](const Seen& seen) { return seen.text("nav.theme") != light; });
    const auto before = stage.look().widget("nav.theme").at("rect");
    stage.key("ctrl+plus");
    large = stage
                .wait_until(
                    "larger letters",
                    [&](const Seen& seen) { return seen.widget("nav.theme").at("rect") != before; })
                .widget("nav.theme")
                .at("rect")
                .dump();
    stage.process().kill_9();
  }
  Stage stage(*display, folder.path(), profile, {});
  CHECK(stage.look().text("nav.theme") != light);
  CHECK(stage.look().widget("nav.theme").at("rect").dump() == large);
}

TEST_CASE("recto: without a display one sentence names the way that needs none") {
  const test::TemporaryFolder folder;
  for (const char* display : {"DISPLAY=", "DISPLAY=:32123"}) {
    CAPTURE(display);
    check_refusal(test::run("recto", {"--profile", (folder.path() / "p").string()}, {}, {display}),
                  "recto-deck show");
  }
}

TEST_CASE("recto: a profile that cannot be written is named, before a window opens") {
  const test::TemporaryFolder folder;
  std::ofstream(folder.path() / "file") << "x";
  const std::string profile = (folder.path() / "file" / "profile").string();
  check_refusal(test::run("recto", {"--profile", profile}, {}, {"DISPLAY="}), profile);
}

TEST_CASE("recto: a database that is none of ours stays as it is, with a sentence") {
  const test::TemporaryFolder folder;
  const std::string foreign = "this is somebody's diary, not a database\n";
  std::ofstream(folder.path() / "progress.sqlite") << foreign;
  check_refusal(test::run("recto", {"--profile", folder.path().string()}, {}, {"DISPLAY="}),
                "progress.sqlite");
  std::ifstream in(folder.path() / "progress.sqlite");
  CHECK(std::string(std::istreambuf_iterator<char>(in), {}) == foreign);
}

TEST_CASE("e2e: without any font one sentence says which package to install") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  const test::TemporaryFolder folder;
  std::ofstream(folder.path() / "fonts.conf")
      << "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig/>";
  check_refusal(
      test::run("recto", {"--profile", (folder.path() / "p").string()}, {},
                {display->setting(), "FONTCONFIG_FILE=" + (folder.path() / "fonts.conf").string()}),
      "fonts-inter");
}

TEST_CASE("U6 e2e: a click right behind what was typed finds it there, every time") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  const test::TemporaryFolder folder;
  Stage stage(*display, folder.path(), folder.path() / "profile", {});
  stage.key("ctrl+3");
  const auto middle_of = [&](const char* name) {
    const auto rect = stage.wait_for_widget(name).widget(name).at("rect");
    return std::pair(std::to_string(rect[0].get<int>() + rect[2].get<int>() / 2),
                     std::to_string(rect[1].get<int>() + rect[3].get<int>() / 2));
  };
  const auto [field_x, field_y] = middle_of("import.field");
  const auto [add_x, add_y] = middle_of("import.add");
  const std::string window = std::to_string(stage.window());
  for (int times = 1; times <= 20; ++times) {
    CAPTURE(times);
    display->hands({"mousemove", "--window", window, field_x, field_y, "click", "1"});
    stage.wait_until("the field", [](const Seen& seen) { return seen.focus() == "import.field"; });
    // One call, so that nothing lies between the keys and the click.
    display->hands({"mousemove", "--window", window, add_x, add_y, "key", "--delay", "0", "slash",
                    "key", "--delay", "0", "q", "click", "1"});
    const std::string line = "import.line." + std::to_string(times) + ".close";
    stage.wait_for_widget(line);
    stage.click(line);
    stage.wait_until("no line", [&](const Seen& seen) { return !seen.has(line); });
  }
}
