// The pages around studying, by keyboard alone, in the real window.
#include <thread>

#include "tests/e2e/stage.h"
#include "tests/support/support.h"

using namespace recto;
using test::Seen;
using test::Stage;

namespace {

namespace fs = std::filesystem;

std::string deck_file(const char* name) {
  return (test::project_folder() / "tests/data/e2e" / name).string();
}

/// The app with two decks on a profile of its own.
struct Room {
  explicit Room(test::Display& display)
      : stage(display, folder.path(), folder.path() / "profile",
              {deck_file("recall.deck.json"), deck_file("ways.deck.json")}) {
    stage.wait_until("both decks",
                     [](const Seen& seen) { return seen.names("deck.").size() == 2; });
  }

  test::TemporaryFolder folder;
  Stage stage;
};

}  // namespace

TEST_CASE("F15 e2e: the app starts on Today; pages, palette and help are reached by key") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  Room room(*display);
  Stage& stage = room.stage;
  CHECK(stage.look().screen() == "today");
  CHECK(stage.look().text("today.plan").find("minute") != std::string::npos);
  stage.key("ctrl+2");
  stage.wait_for_screen("decks");
  stage.key("ctrl+7");
  stage.wait_for_screen("settings");
  stage.key("ctrl+1");
  stage.wait_for_screen("today");
  stage.key("question");
  stage.wait_for_widget("keys.close");
  stage.key("Escape");
  stage.wait_until("no help", [](const Seen& seen) { return !seen.has("keys.close"); });
  stage.key("ctrl+k");
  stage.wait_until("the palette", [](const Seen& seen) { return seen.focus() == "palette.query"; });
  stage.type("setti");
  stage.wait_until("one entry", [](const Seen& seen) { return !seen.has("palette.2"); });
  stage.key("Return");
  stage.wait_for_screen("settings");
  stage.key("ctrl+1");
  stage.wait_for_screen("today");
  stage.key("Return");
  stage.wait_for_screen("study");
  stage.key("Escape");
  stage.wait_for_screen("today");
  CHECK(stage.quit() == 0);
}

TEST_CASE("U9 e2e: a deck is renamed, deleted and brought back by keyboard") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  Room room(*display);
  Stage& stage = room.stage;
  stage.key("ctrl+2");
  stage.wait_for_screen("decks");
  stage.key("Down");
  const std::string deck =
      stage.wait_until("a deck", [](const Seen& seen) { return seen.focus().starts_with("deck."); })
          .focus();
  stage.key("r");
  stage.wait_until("the field", [](const Seen& seen) { return seen.focus() == "panel.name"; });
  stage.key("ctrl+a");
  stage.type("Another name");
  stage.wait_until("the name", [](const Seen& seen) {
    return seen.widget("panel.name").value("value", "") == "Another name";
  });
  stage.key("Return");
  stage.wait_until("the new name",
                   [&](const Seen& seen) { return seen.text(deck) == "Another name"; });
  stage.key("Down");
  const std::string other =
      stage.wait_until("a deck", [](const Seen& seen) { return seen.focus().starts_with("deck."); })
          .focus();
  stage.key("Delete");
  stage.wait_until("it is gone", [&](const Seen& seen) { return !seen.has(other); });
  stage.key("ctrl+z");
  stage.wait_until("it is back", [&](const Seen& seen) { return seen.has(other); });
  CHECK(stage.quit() == 0);
}

TEST_CASE("F31 e2e: a setting acts at once, is taken back by key, and holds after a kill") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  Room room(*display);
  Stage& stage = room.stage;
  stage.key("ctrl+7");
  const std::string small = stage.wait_for_widget("zoom.5").widget("nav.today").at("rect").dump();
  stage.click("zoom.5");
  stage.wait_until("larger letters", [&](const Seen& seen) {
    return seen.widget("zoom.5").value("value", "") == "chosen" && seen.has("reset.zoom") &&
           seen.widget("nav.today").at("rect").dump() != small;
  });
  stage.key("ctrl+z");
  stage.wait_until("as before", [&](const Seen& seen) {
    return seen.widget("nav.today").at("rect").dump() == small;
  });
  stage.key("ctrl+shift+z");
  stage.wait_until("larger letters", [&](const Seen& seen) {
    return seen.widget("nav.today").at("rect").dump() != small;
  });
  stage.process().kill_9();
  Stage again(*display, room.folder.path(), room.folder.path() / "profile", {});
  CHECK(again.wait_for_widget("nav.today").widget("nav.today").at("rect").dump() != small);
}

TEST_CASE("F32 e2e: a backup is put back while the window stays alive") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  const test::TemporaryFolder folder;
  const fs::path profile = folder.path() / "profile";
  {
    Stage stage(*display, folder.path(), profile, {deck_file("recall.deck.json")});
    stage.wait_for_text("Added");
    CHECK(stage.quit() == 0);
  }
  Stage stage(*display, folder.path(), profile, {});
  // The day's backup is made in the background from the start on; each visit looks for it anew.
  const auto is_listed = [&] {
    stage.key("ctrl+7");
    stage.wait_for_screen("settings");
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    const bool listed = stage.look().has("restore.1");
    stage.key("ctrl+2");
    stage.wait_for_screen("decks");
    return listed;
  };
  bool listed = false;
  for (int visits = 0; visits < 60 && !listed; ++visits)
    listed = is_listed();
  REQUIRE(listed);
  stage.key("Down");
  stage.key("Delete");
  stage.wait_for_text("Deleted");
  stage.key("ctrl+7");
  stage.wait_for_screen("settings");
  stage.key("slash");
  stage.wait_until("the search",
                   [](const Seen& seen) { return seen.focus() == "settings.search"; });
  stage.type("backup");
  stage.wait_until("the backups alone", [](const Seen& seen) {
    return seen.widget("settings.search").value("value", "") == "backup" && seen.has("restore.1") &&
           !seen.has("zoom.1");
  });
  stage.key("Tab");
  stage.key("Tab");
  stage.wait_until("the button", [](const Seen& seen) { return seen.focus() == "restore.1"; });
  stage.key("Return");
  stage.wait_for_widget("restore.yes");
  stage.key("Return");
  stage.wait_for_text("Restored.");
  stage.key("ctrl+2");
  stage.wait_until("the deck", [](const Seen& seen) { return seen.names("deck.").size() == 1; });

  // The deck alone, out of the same backup; and back.
  const auto decks = [&](std::size_t count) {
    stage.wait_until("the decks", [&](const Seen& seen) {
      return seen.screen() == "decks" && seen.names("deck.").size() == count;
    });
  };
  stage.key("Down");
  stage.key("Delete");
  decks(0);
  stage.key("ctrl+7");
  stage.wait_for_widget("restore.1");
  stage.key("slash");
  for (int tabs = 0; tabs < 12 && stage.look().focus() != "restore.1"; ++tabs) {
    stage.key("Tab");
    std::this_thread::sleep_for(std::chrono::milliseconds(60));
  }
  stage.key("Return");
  stage.wait_for_widget("restore.choice.1");
  stage.key("Down");
  stage.wait_until("the choice", [](const Seen& seen) {
    return seen.widget("restore.choice.1").value("value", "") == "chosen";
  });
  stage.key("Return");
  stage.wait_for_text("Restored “");
  stage.key("ctrl+2");
  decks(1);
  stage.key("ctrl+z");
  decks(0);
  CHECK(stage.quit() == 0);
}
