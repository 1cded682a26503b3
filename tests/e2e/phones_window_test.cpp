// A real phone joins the room that the teacher opens in the window.
#include <regex>

#include "tests/e2e/browser.h"
#include "tests/e2e/host.h"
#include "tests/support/support.h"

using namespace recto;
using test::Json;
using test::Phone;
using test::pictures;
using test::Seen;
using test::Stage;

namespace {

namespace fs = std::filesystem;

/// The teacher's window, with a deck of every kind of question.
struct Teacher {
  explicit Teacher(test::Display& shown)
      : display(shown),
        stage(display, folder.path(), folder.path() / "profile",
              {(test::project_folder() / "tests/data/e2e/class.deck.json").string()}) {}

  /// From the window's start to the lobby.
  void open_room() {
    stage.wait_until("the deck", [](const Seen& seen) { return !seen.names("deck.").empty(); });
    stage.key("ctrl+6");
    stage.click("host.e2e-class");
    stage.wait_for_widget("setup.host");
    stage.key("Return");
    stage.wait_for_widget("wall.code");
  }
  void picture(const std::string& moment) const {
    fs::create_directories(pictures());
    const test::Run did = test::run(
        "/usr/bin/env", {display.setting(), "import", "-window", std::to_string(stage.window()),
                         (pictures() / ("wall-" + moment + ".png")).string()});
    CHECK(did.exit == 0);
  }

  test::TemporaryFolder folder;
  test::Display& display;
  Stage stage;
};

std::string first(const std::string& text, const std::string& pattern) {
  std::smatch found;
  if (!std::regex_search(text, found, std::regex(pattern))) FAIL("no ", pattern, " in ", text);
  return found.str();
}

bool reads(Phone& phone, const std::string& words) {
  return phone.text().find(words) != std::string::npos;
}

/// What the phone is at, by what stands on it.
std::string stage_of(Phone& phone) {
  if (reads(phone, "Read the question")) return "read";
  if (phone.run("return !!document.querySelector('.option:not(:disabled), #answer, .row')") == true)
    return "asked";
  if (phone.run("return !!document.querySelector('.verdict')") == true) return "revealed";
  return "between";
}

}  // namespace

TEST_CASE("3.1 e2e: a phone comes into the window's room by its address and PIN, and answers") {
  test::Display* display = test::Display::shared();
  test::Driver* driver = display == nullptr ? nullptr : test::Driver::shared();
  if (driver == nullptr) return;
  Teacher teacher(*display);
  teacher.open_room();
  const std::string lobby = teacher.stage.look().all();
  const std::string address = first(lobby, R"([0-9]+\.[0-9]+\.[0-9]+\.[0-9]+:[0-9]+)");
  const std::string pin = first(lobby, "[0-9]{3} [0-9]{3}");

  Phone phone(*driver, {.width = 360, .height = 640});
  phone.open("http://" + address + "/");
  phone.wait_for("Join the quiz");
  phone.type("#pin", pin.substr(0, 3) + pin.substr(4));
  phone.type("#name", "Dilek");
  phone.tap("Join");
  phone.wait_for("You’re in");
  Stage& stage = teacher.stage;
  stage.wait_for_text("Dilek");
  teacher.picture("lobby");

  stage.key("space");
  bool was_revealed = false;
  for (int steps = 0; !reads(phone, "The quiz is over"); ++steps) {
    REQUIRE(steps < 40);
    const std::string now = stage_of(phone);
    if (now == "asked") {
      if (!was_revealed) teacher.picture("question");
      phone.run(R"(var option = document.querySelector('.option'), field =
        document.querySelector('#answer'), send = document.querySelector('[data-key=send]');
        if (option) option.click();
        if (field) { field.value = 'ash'; field.dispatchEvent(new Event('input')); }
        send = document.querySelector('[data-key=send]');
        if (send) send.click();)");
      phone.wait_for("Time is up");
      stage.wait_for_widget("wall.reopen");
    } else if (now == "read") {
      phone.wait_while("Read the question");
      continue;
    } else if (now == "revealed" && !was_revealed) {
      was_revealed = true;
      phone.picture(pictures() / "window-reveal.png");
      teacher.picture("reveal");
    }
    const std::string before = phone.text();
    stage.key("space");
    phone.wait_while(before);
  }
  CHECK(was_revealed);
  teacher.picture("podium");
  stage.key("space");
  stage.wait_for_widget("after.leave");
  teacher.picture("after");
  CHECK(stage.quit() == 0);
}
