// The teacher steers a quiz from a browser that the class does not see.
#include "tests/e2e/browser.h"
#include "tests/e2e/host.h"
#include "tests/support/support.h"

using namespace recto;
using test::Host;
using test::Phone;
using test::pictures;

namespace {

std::string url_of(const Host& host) {
  return "http://127.0.0.1:" + std::to_string(host.port) + "/";
}

bool reads(Phone& phone, const std::string& words) {
  return phone.text().find(words) != std::string::npos;
}

void join(Phone& phone, const Host& host, const std::string& name) {
  phone.open(url_of(host) + "?pin=" + host.pin);
  phone.wait_for("Join the quiz");
  phone.type("#name", name);
  phone.tap_on("[data-key=go]");
}

}  // namespace

TEST_CASE("L15 e2e: the secret link shows answers before the wall does, and steers") {
  test::Driver* driver = test::Driver::shared();
  if (driver == nullptr) return;
  const test::TemporaryFolder folder;
  Host host(folder.path(), {"--approve", "--team", "Red", "Blue"});
  Phone ann(*driver, {.width = 360, .height = 640});
  Phone teacher(*driver, {.width = 390, .height = 844});
  join(ann, host, "Ann");
  ann.wait_for("Waiting for your teacher");

  teacher.open(url_of(host) + "teach#" + host.secret);
  teacher.wait_for("waits to be let in");
  // Whoever looks at the address bar learns nothing, and loading again is no end.
  CHECK(teacher.run("return location.href") == url_of(host) + "teach");
  teacher.reload();
  teacher.tap("Ann");
  teacher.picture(pictures() / "teacher-lobby.png");
  CHECK(teacher.faults() == "");
  teacher.tap("Let in");
  ann.wait_for("You’re in");
  teacher.tap("Half as much time again");
  teacher.wait_for("+50 % time");
  teacher.tap("Lock");
  teacher.wait_for("Unlock");

  teacher.tap("Start");
  for (int question = 1; question <= 8; ++question) {
    teacher.wait_for("Question " + std::to_string(question) + " of 8");
    ann.wait_for("Question " + std::to_string(question) + " of 8");
    if (reads(teacher, "Open the answers")) teacher.tap("Open the answers");
    if (!reads(teacher, "Look at the picture")) {
      teacher.wait_for("Close the answers");
      const bool is_typed = reads(teacher, "Who governed Java");
      if (is_typed) {
        CHECK(reads(teacher, "Stamford Raffles"));
        CHECK(reads(teacher, "His report is the best source."));
        CHECK(reads(teacher, "“Thomas Stamford Raffles, who governed Java"));
        CHECK_FALSE(reads(ann, "Raffles"));
        teacher.picture(pictures() / "teacher-question.png");
        CHECK(teacher.faults() == "");
        ann.type("#answer", "Ash of <i>Java</i>");
        ann.tap_on("[data-key=send]");
      } else {
        teacher.tap("Close the answers");
      }
      teacher.wait_for("Show the answer");
      if (is_typed) {
        teacher.wait_for("Ash of <i>Java</i>");
        teacher.tap("Count as right");
        teacher.picture(pictures() / "teacher-closed.png");
      }
      teacher.tap("Show the answer");
      if (is_typed) ann.wait_for("✓ Right");
      if (!reads(teacher, "Have you ever seen")) teacher.tap("Go on");
    }
    if (question < 8 || reads(teacher, "Leaderboard") || reads(teacher, "Question 8"))
      teacher.tap("Go on");
  }
  teacher.wait_for("Podium");
  ann.wait_for("The quiz is over");
  CHECK(reads(ann, "1000 points"));
  teacher.picture(pictures() / "teacher-podium.png");
  teacher.tap("Take out");  // of Ann, whose name is still open
  ann.wait_for("Your teacher has taken you out of this quiz.");
  CHECK(host.quit() == 0);
}

TEST_CASE("L15 e2e: without the secret the teacher's page steers nothing") {
  test::Driver* driver = test::Driver::shared();
  if (driver == nullptr) return;
  const test::TemporaryFolder folder;
  Host host(folder.path());
  Phone eve(*driver, {.width = 360, .height = 640, .dark = true, .language = "de-DE"});
  for (const std::string& secret : {std::string(), std::string(32, '0'), host.pin}) {
    eve.open("about:blank");
    eve.open(url_of(host) + "teach#" + secret);
    eve.wait_for("Das ist die Seite der Lehrkraft");
    CHECK_FALSE(reads(eve, "Beginnen"));
  }
  eve.picture(pictures() / "teacher-no-secret.png");
  CHECK(host.quit() == 0);
}

TEST_CASE(
    "L17 e2e: kill -9 of the host in a question: phones and teacher come back by themselves") {
  test::Driver* driver = test::Driver::shared();
  if (driver == nullptr) return;
  const test::TemporaryFolder folder;
  Host host(folder.path());
  Phone ann(*driver, {.width = 360, .height = 640}), ben(*driver, {.width = 360, .height = 640});
  Phone teacher(*driver, {.width = 390, .height = 844});
  teacher.open(url_of(host) + "teach#" + host.secret);
  join(ann, host, "Ann");
  join(ben, host, "Ben");
  teacher.wait_for("2 of 2 are here");
  teacher.tap("Start");
  // The first question that is answered with one tap; each other one is waited for and left.
  for (std::string left = "You’re in";;) {
    ann.wait_while(left);
    ann.wait_while("Read the question");
    const bool one_tap =
        ann.run("return !!document.querySelector('[data-key=option1]')").get<bool>();
    if (one_tap && !reads(ann, "Choose all")) break;
    left = ann.run("return document.querySelector('h1').textContent");
    teacher.wait_for(left);
    teacher.tap(reads(ann, "Look at the picture") ? "Go on" : "Skip");
  }
  const std::string asked = ann.run("return document.querySelector('h1').textContent");
  ann.tap_on("[data-key=option1]");
  ann.wait_for("Sent");

  host.fail_and_come_back();
  for (Phone* phone : {&ann, &ben})
    phone->wait_for("Paused");  // back, and the clock stands
  teacher.tap("Go on");
  ben.wait_for(asked);
  ann.wait_for(asked);
  ann.wait_for("Sent");
  CHECK(ann.run("return document.querySelector('[aria-pressed=true]').getAttribute('data-key')") ==
        "option1");
  ben.tap_on("[data-key=option0]");
  teacher.wait_for("Show the answer");
  teacher.tap("Show the answer");
  for (Phone* phone : {&ann, &ben})
    phone->wait_while("Time is up");
  CHECK(reads(ann, "Ann"));
  CHECK(reads(ben, "Ben"));
  CHECK(host.quit() == 0);
}
