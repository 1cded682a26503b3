// Links, in the real window, to a server that behaves and misbehaves (F5, F6).
#include <atomic>

#include "content/files/files.h"
#include "tests/e2e/stage.h"
#include "tests/support/support.h"
#include "tests/tools/reader/fetch/server.h"

using namespace recto;
using namespace std::chrono_literals;
using test::Seen;
using test::Server;
using test::Stage;
using test::Visit;

namespace {

namespace fs = std::filesystem;

std::string article() {
  return test::value(
      read_file(test::project_folder() / "content/articles/dart/article.html", 1 << 24));
}

std::string moved_to(const std::string& place) {
  return test::answer("", "Location: " + place + "\r\n", "302 Found");
}

/// A page that comes a little at a time, and never whole.
void drip(Visit& visit) {
  visit.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n");
  while (visit.wait(50ms) && visit.send(std::string(500, 'x'))) {
  }
}

/// A page without end.
void flood(Visit& visit) {
  visit.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
  while (visit.send(std::string(1'000'000, 'x'))) {
  }
}

struct Room {
  explicit Room(test::Display& display, const Server::Script& script)
      : server(script), stage(display, folder.path(), folder.path() / "profile", {}) {
    stage.key("ctrl+3");
    stage.wait_for_screen("import");
    stage.key("l");
    stage.wait_until("the field", [](const Seen& seen) { return seen.focus() == "import.field"; });
  }
  void fetch(const std::string& path) {
    stage.type(server.address(path));
    stage.key("Return");
  }
  Seen wait_for_line(int number, const std::string& words) {
    const std::string line = "import.line." + std::to_string(number) + ".said";
    return stage.wait_until(
        words, [&](const Seen& seen) { return seen.text(line).find(words) != std::string::npos; });
  }

  test::TemporaryFolder folder;
  Server server;
  Stage stage;
};

}  // namespace

TEST_CASE("F5 F6 e2e: each way in which a link can fail has a sentence, and stays a line") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  Room room(*display, [](Visit& visit) {
    const std::string& path = visit.path();
    if (path == "/404") visit.send(test::answer("gone", {}, "404 Not Found"));
    if (path == "/loop") visit.send(moved_to("/loop"));
    if (path == "/picture") visit.send(test::answer("\x89PNG", "Content-Type: image/png\r\n"));
    if (path == "/reset") visit.reset();
    if (path == "/huge") flood(visit);
  });
  room.fetch("/404");
  room.wait_for_line(1, "the server answered 404. Check the address");
  room.fetch("/loop");
  room.wait_for_line(2, "The server sends on and on");
  room.fetch("/picture");
  room.wait_for_line(3, "This is an image (image/png), not an article.");
  room.fetch("/reset");
  const Seen broken = room.wait_for_line(4, "The server ");
  CHECK(broken.text("import.line.4.said").ends_with('.'));
  room.fetch("/huge");
  room.wait_for_line(5, "The page is larger than 128 MB.");
  CHECK(room.stage.quit() == 0);
}

TEST_CASE("F5 e2e: a slow page is cancelled while the app goes on; a trouble passes, tried again") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  std::atomic<int> visits = 0;
  Room room(*display, [&](Visit& visit) {
    if (visit.path() == "/slow") return drip(visit);
    if (visits++ == 0) return void(visit.send(test::answer("", {}, "503 Service Unavailable")));
    if (visit.path() == "/moved") return void(visit.send(moved_to("/article")));
    visit.send(test::answer(article(), "Content-Type: text/html\r\n"));
  });
  Stage& stage = room.stage;
  room.fetch("/slow");
  room.wait_for_line(1, "Fetching, ");
  stage.key("ctrl+2");
  stage.wait_for_screen("decks");
  stage.key("ctrl+3");
  stage.click("import.line.1.close");
  stage.wait_until("no line", [](const Seen& seen) { return !seen.has("import.line.1.said"); });
  stage.key("l");
  stage.wait_until("the field", [](const Seen& seen) { return seen.focus() == "import.field"; });
  room.fetch("/moved");
  room.wait_for_line(2, "503");
  stage.click("import.line.2.retry");
  stage.wait_until("a preview with cards", [](const Seen& seen) {
    return seen.screen() == "preview" && !seen.names("card.").empty();
  });
  CHECK(stage.quit() == 0);
}
