// Files are chosen: in the desktop's chooser, and where there is none in our own browser.
#include "content/files/files.h"
#include "tests/e2e/stage.h"
#include "tests/game/ui/fake_portal.h"
#include "tests/support/support.h"

using namespace recto;
using test::article;
using test::FakePortal;
using test::Seen;
using test::Stage;

namespace {

namespace fs = std::filesystem;

/// A home with articles in it, and an app on a bus that a test chooses.
struct Home {
  explicit Home(test::Display& display, const std::string& bus) {
    const fs::path home = folder.path() / "home";
    fs::create_directories(home / "Articles" / "more");
    fs::create_directory(home / ".config");
    fs::copy(article("smallpox/article.md"), home / "Articles" / "smallpox.md");
    fs::copy(article("dart/article.html"), home / "Articles" / "dart.html");
    fs::copy(article("dart/article.html"), home / "Articles" / ".hidden.html");
    fs::copy(article("dart/article.html"), home / "Articles" / "picture.jpg");
    stage.emplace(display, folder.path(), folder.path() / "profile", std::vector<std::string>{},
                  std::vector<std::string>{"HOME=" + home.string(),
                                           "XDG_CONFIG_HOME=" + (home / ".config").string(),
                                           "DBUS_SESSION_BUS_ADDRESS=" + bus});
  }

  test::TemporaryFolder folder;
  std::optional<Stage> stage;
};

std::vector<std::string> files_of(const Seen& seen) {
  std::vector<std::string> files;
  for (const std::string& name : seen.names("browser.file."))
    if (!name.ends_with(".tick") && !name.ends_with(".bar")) files.push_back(seen.text(name));
  return files;
}

void wait_for_files(Stage& stage, const std::vector<std::string>& wanted) {
  stage.wait_until("these files", [&](const Seen& seen) { return files_of(seen) == wanted; });
}

}  // namespace

TEST_CASE("F4 e2e: without a desktop's chooser, an article is found by keyboard alone") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  Home home(*display, "unix:path=/nowhere/at/all");
  Stage& stage = *home.stage;
  stage.key("ctrl+o");
  wait_for_files(stage, {"Articles"});
  CHECK(stage.look().focus() == "browser.query");
  stage.key("Return");
  wait_for_files(stage, {"more", "dart.html", "smallpox.md"});
  stage.key("ctrl+h");
  wait_for_files(stage, {"more", ".hidden.html", "dart.html", "smallpox.md"});
  stage.key("ctrl+h");
  stage.key("ctrl+t");
  wait_for_files(stage, {"more", "dart.html", "picture.jpg", "smallpox.md"});
  stage.key("ctrl+t");
  stage.key("BackSpace");  // up, to the folder that one came from
  wait_for_files(stage, {"Articles"});
  stage.type(home.folder.path().string() + "/none");
  stage.key("Return");
  stage.wait_for_text("There is no such folder.");
  stage.type("~/Articles");
  stage.key("Return");
  wait_for_files(stage, {"more", "dart.html", "smallpox.md"});
  stage.type("small");
  wait_for_files(stage, {"smallpox.md"});
  stage.key("Return");
  stage.wait_until("a preview with cards", [](const Seen& seen) {
    return seen.screen() == "preview" && !seen.names("card.").empty();
  });
  // The next time it begins there, and two are taken at once.
  stage.key("ctrl+o");
  wait_for_files(stage, {"more", "dart.html", "smallpox.md"});
  CHECK(stage.look().reads("Recent"));
  stage.key("Down");
  stage.key("space");
  stage.key("Down");
  stage.key("space");
  stage.wait_until("two ticks",
                   [](const Seen& seen) { return seen.text("browser.accept") == "Open 2"; });
  stage.key("Escape");
  stage.wait_until("no browser", [](const Seen& seen) { return !seen.has("browser.query"); });
  CHECK(stage.quit() == 0);
}

TEST_CASE("F4 e2e: our own browser by mouse") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  Home home(*display, "unix:path=/nowhere/at/all");
  Stage& stage = *home.stage;
  stage.key("ctrl+3");
  stage.wait_for_widget("import.choose");
  stage.click("import.choose");
  wait_for_files(stage, {"Articles"});
  stage.click("browser.file.1");
  wait_for_files(stage, {"more", "dart.html", "smallpox.md"});
  stage.click("browser.file.2.tick");
  stage.click("browser.file.3.tick");
  stage.wait_until("two ticks",
                   [](const Seen& seen) { return seen.text("browser.accept") == "Open 2"; });
  stage.click("browser.accept");
  stage.wait_until("two drafts", [](const Seen& seen) {
    return seen.screen() == "import" && seen.names("draft.").size() == 4;  // each with its button
  });
}

TEST_CASE("F4 e2e: the desktop's chooser is asked, while the window stays alive") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  const test::PrivateBus bus;
  FakePortal portal(bus.address(), FakePortal::Manner::ChoosesLate,
                    {article("smallpox/article.md")});
  Home home(*display, bus.address());
  Stage& stage = *home.stage;
  stage.key("ctrl+o");
  const test::PortalAsked asked = portal.wait_for_wish();
  char window[32];
  std::snprintf(window, sizeof window, "x11:%lx", stage.window());
  CHECK(asked.parent == window);
  CHECK(asked.several);
  REQUIRE(asked.filters.size() == 2);
  CHECK(asked.filters[0].find("*.[hH][tT][mM][lL]") != std::string::npos);
  stage.key("ctrl+2");
  stage.wait_for_screen("decks");
  CHECK_FALSE(stage.look().has("browser.query"));
  portal.answer();
  stage.wait_until("a preview with cards", [](const Seen& seen) {
    return seen.screen() == "preview" && !seen.names("card.").empty();
  });
  CHECK(stage.quit() == 0);
}

TEST_CASE("F4 e2e: closing the window takes the desktop's chooser away") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  const test::PrivateBus bus;
  const FakePortal portal(bus.address(), FakePortal::Manner::ChoosesLate, {});
  Home home(*display, bus.address());
  home.stage->key("ctrl+o");
  (void)portal.wait_for_wish();
  CHECK(home.stage->quit() == 0);
  CHECK(portal.wait_for_close());
}

TEST_CASE("F32 e2e: a backup is restored from a file that was chosen") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  const test::TemporaryFolder other;
  const fs::path copy = other.path() / "safe.sqlite";
  {
    const fs::path profile = other.path() / "profile";
    Stage stage(*display, other.path(), profile,
                {(test::project_folder() / "tests/data/e2e/recall.deck.json").string()});
    stage.wait_for_text("Added");
    CHECK(stage.quit() == 0);
    const test::Run run =
        test::run("recto", {"progress", "backup", copy.string(), "--profile", profile.string()});
    CAPTURE(run.err);
    REQUIRE(run.exit == 0);
  }
  Home home(*display, "unix:path=/nowhere/at/all");
  Stage& stage = *home.stage;
  stage.key("ctrl+7");
  stage.wait_for_screen("settings");
  stage.key("slash");
  stage.wait_until("the search",
                   [](const Seen& seen) { return seen.focus() == "settings.search"; });
  stage.type("backup");
  stage.wait_until("the backups alone", [](const Seen& seen) {
    return seen.has("restore.file") && !seen.has("zoom.1") &&
           seen.widget("settings.search").value("value", "") == "backup";
  });
  stage.key("Tab");
  stage.key("Tab");
  stage.wait_until("the button", [](const Seen& seen) { return seen.focus() == "restore.file"; });
  stage.key("Return");
  stage.wait_until("the browser", [](const Seen& seen) { return seen.focus() == "browser.query"; });
  stage.type(home.folder.path().string() + "/home/Articles/dart.html");
  stage.key("Return");
  stage.wait_for_text("The file dart.html is no backup of Recto.");
  stage.click("restore.file");
  stage.wait_until("the browser", [](const Seen& seen) { return seen.focus() == "browser.query"; });
  stage.type(copy.string());
  stage.key("Return");
  stage.wait_for_text("from safe.sqlite");
  stage.wait_for_widget("restore.yes");
  stage.key("Return");
  stage.wait_for_text("Restored.");
  stage.key("ctrl+2");
  stage.wait_until("its deck", [](const Seen& seen) {
    return seen.screen() == "decks" && seen.names("deck.").size() == 1;
  });
  CHECK(stage.quit() == 0);
}
