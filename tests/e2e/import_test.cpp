// Articles come in by every way there is (F4), and leave as decks by keyboard alone.
#include <algorithm>
#include <fstream>

#include "content/files/files.h"
#include "tests/e2e/giver.h"
#include "tests/e2e/stage.h"
#include "tests/support/support.h"

using namespace recto;
using test::article;
using test::Giver;
using test::Seen;
using test::Stage;

namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
  return test::value(read_file(file, 1 << 24));
}

/// An app without decks, on a display that is there.
struct Room {
  explicit Room(test::Display& shown, std::vector<std::string> arguments = {})
      : display(shown),
        stage(shown, folder.path(), folder.path() / "profile", std::move(arguments)) {}
  [[nodiscard]] Giver giver(std::map<std::string, std::string> forms) const {
    return {display.setting().substr(8), std::move(forms)};
  }

  test::TemporaryFolder folder;
  test::Display& display;
  Stage stage;
};

Seen wait_for_cards(Stage& stage) {
  return stage.wait_until("a preview with cards", [](const Seen& seen) {
    return seen.screen() == "preview" && !seen.names("card.").empty();
  });
}

}  // namespace

TEST_CASE("F4 e2e: recto FILE shows the preview; three cards are put right and saved by keyboard") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  Room room(*display, {article("smallpox/article.md").string()});
  Stage& stage = room.stage;
  const std::string before = wait_for_cards(stage).text("preview.slider");
  stage.key("space");
  stage.wait_until("a card less",
                   [&](const Seen& seen) { return seen.text("preview.slider") != before; });
  stage.key("u");
  stage.wait_until("the card again",
                   [&](const Seen& seen) { return seen.text("preview.slider") == before; });
  stage.key("Down");
  stage.key("e");
  stage.wait_for_widget("edit.save");
  stage.type("Really: ");
  stage.key("ctrl+Return");
  stage.wait_for_text("Really: ");
  stage.key("a");
  stage.wait_for_text("What is also right?");
  stage.type("something else");
  stage.key("ctrl+Return");
  stage.wait_until("what is also right", [](const Seen& seen) {
    return std::ranges::any_of(seen.names("card."), [&](const std::string& name) {
      return name.ends_with(".also") && seen.text(name).ends_with("something else");
    });
  });
  stage.key("Right");
  stage.wait_until("more cards",
                   [&](const Seen& seen) { return seen.text("preview.slider") != before; });
  stage.key("Return");
  stage.wait_until("the deck", [](const Seen& seen) {
    return seen.screen() == "decks" && seen.names("deck.").size() == 1;
  });
  stage.wait_for_text("Added");
  CHECK(stage.quit() == 0);
}

TEST_CASE("F9 F12 e2e: other options, and a gap of words that were chosen by keys") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  Room room(*display, {article("smallpox/article.md").string()});
  Stage& stage = room.stage;
  const std::size_t before = wait_for_cards(stage).names("card.").size();
  CHECK(before > 0);
  const auto options = [](const Seen& seen) {
    for (const std::string& name : seen.names("card."))
      if (name.ends_with(".options")) return seen.text(name);
    return std::string();
  };
  // The first card is a choice, the second is none.
  const std::string first =
      stage.wait_until("the choice", [&](const Seen& seen) { return !options(seen).empty(); })
          .all();
  stage.key("d");
  stage.wait_until("other options", [&](const Seen& seen) {
    return first.find(options(seen)) == std::string::npos;
  });
  stage.key("Down");
  stage.key("d");
  stage.wait_for_text("Only a choice has wrong options");
  const std::string figures = stage.look().text("preview.slider");
  stage.key("w");
  stage.wait_for_text("choose more");
  stage.key("Right");
  stage.key("shift+Right");
  stage.wait_for_widget("make.gap");
  stage.key("c");
  stage.wait_until("a card more",
                   [&](const Seen& seen) { return seen.text("preview.slider") != figures; });
  stage.key("Return");
  stage.wait_for_screen("decks");
  CHECK(stage.quit() == 0);
}

TEST_CASE("F4 e2e: files that are dropped on the window become a queue, and wait as drafts") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  Room room(*display);
  // A name with a blank and an accent; a folder with one article and a picture.
  const fs::path folder = room.folder.path() / "some articles";
  fs::create_directory(folder);
  fs::copy(article("dart/article.html"), folder / "dart.html");
  std::ofstream(folder / "photo.jpg") << "no article";
  fs::copy(article("smallpox/article.md"), room.folder.path() / "pockendé.md");
  std::string uris = "file://" + room.folder.path().string() + "/some%20articles\r\nfile://" +
                     room.folder.path().string() + "/pockend%C3%A9.md\r\n";
  Giver giver = room.giver({{"text/uri-list", uris},
                            {"text/plain", "not this"},
                            {"UTF8_STRING", "nor this"},
                            {"text/x-other", "x"}});
  CHECK(giver.drop_on(room.stage.window()));
  room.stage.wait_until("two drafts", [](const Seen& seen) {
    return seen.screen() == "import" && seen.has("draft.none") == false &&
           seen.names("draft.").size() == 4;  // each with its button
  });
}

TEST_CASE("F4 e2e: pasted text, also a long one, becomes an article") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  Room room(*display);
  std::string text = text_of(article("summer-time/article.txt"));
  while (text.size() < 200'000)
    text += "\n\n" + text_of(article("tambora/article.txt"));
  Giver giver = room.giver({{"UTF8_STRING", text}});
  giver.copy();
  room.stage.key("ctrl+3");
  room.stage.wait_for_screen("import");
  room.stage.key("ctrl+v");
  const Seen seen = wait_for_cards(room.stage);
  CHECK_FALSE(seen.names("article.").empty());
  // Only what can be seen is drawn, however long the article is.
  CHECK(seen.names("card.").size() < 100);
  CHECK(seen.names("article.").size() < 100);
}

TEST_CASE("F4 e2e: HTML on the clipboard keeps its headings") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  Room room(*display);
  Giver giver =
      room.giver({{"text/html", text_of(article("dart/article.html"))}, {"UTF8_STRING", "DART"}});
  giver.copy();
  room.stage.key("ctrl+3");
  room.stage.wait_for_screen("import");
  room.stage.click("import.paste");
  wait_for_cards(room.stage);
}

TEST_CASE("F5 e2e: a link that leads nowhere says so, and the app goes on") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  Room room(*display);
  Stage& stage = room.stage;
  stage.key("ctrl+3");
  stage.wait_for_screen("import");
  stage.click("import.field");
  stage.type("http://127.0.0.1:9/article");
  stage.key("Return");
  const Seen seen = stage.wait_until("a line that failed", [](const Seen& now) {
    return now.has("import.line.1.said") && now.text("import.line.1.said").ends_with('.');
  });
  CHECK(seen.text("import.line.1.said").size() > 20);
  stage.click("import.line.1.close");
  stage.wait_until("an empty queue",
                   [](const Seen& now) { return !now.has("import.line.1.said"); });
}

TEST_CASE("F14 e2e: a draft survives kill -9 and waits on the Import page") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  const test::TemporaryFolder folder;
  const fs::path profile = folder.path() / "profile";
  std::string figures;
  {
    Stage stage(*display, folder.path(), profile, {article("smallpox/article.md").string()});
    const std::string before = wait_for_cards(stage).text("preview.slider");
    stage.key("space");
    figures =
        stage
            .wait_until("a card less",
                        [&](const Seen& seen) { return seen.text("preview.slider") != before; })
            .text("preview.slider");
    stage.key("Escape");
    stage.wait_for_screen("import");
    stage.process().kill_9();
  }
  Stage stage(*display, folder.path(), profile, {});
  stage.key("ctrl+3");
  stage.wait_for_screen("import");
  stage.click(stage.wait_for_text("covered").names("draft.").at(0));
  CHECK(wait_for_cards(stage).text("preview.slider") == figures);
}
