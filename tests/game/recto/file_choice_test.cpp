// Choosing files: the browser's steps, folders on a real disk, and who is asked.
#include "game/recto/file_choice.h"

#include <algorithm>
#include <condition_variable>
#include <cstdlib>
#include <fstream>
#include <thread>

#include "game/recto/folder.h"
#include "game/recto/import_input.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::app;
using screens::BrowserAction;
using screens::BrowserRow;
using screens::FolderContent;
using Kind = BrowserAction::Kind;

namespace {

namespace fs = std::filesystem;

/// A browser on folders that stand in a table.
class Desk {
 public:
  explicit Desk(ui::FileWish wish = import_wish(), std::vector<fs::path> recent = {})
      : flow(std::move(wish), "/home/ada", recent) {
    read();
  }
  void after(BrowserAction action) {
    flow.apply(action);
    read();
  }
  void read() {
    while (const auto wanted = flow.take_wanted()) {
      asked.push_back(*wanted);
      flow.arrived(content_of(*wanted));
    }
  }
  [[nodiscard]] std::vector<std::string> names() {
    std::vector<std::string> names;
    for (const BrowserRow& row : flow.view({}).rows)
      names.push_back(row.name);
    return names;
  }
  [[nodiscard]] std::string chosen() {
    const auto& view = flow.view({});
    return view.chosen ? view.rows[*view.chosen].name : "";
  }
  [[nodiscard]] static FolderContent content_of(const fs::path& path) {
    const auto folder = [](const char* name) { return screens::FolderEntry{name, true, 0, {}}; };
    const auto file = [](const char* name) { return screens::FolderEntry{name, false, 1, {}}; };
    if (path == "/home/ada")
      return {path, false, {folder("Articles"), folder("Books"), file("a.md")}, ""};
    if (path == "/home/ada/Books")
      return {
          path, false, {file("b.md"), file("c.md"), file("d.jpg"), file(".h.md"), folder("e")}, ""};
    if (path == "/home/ada/Books/b.md") return {path, true, {}, ""};
    if (path == "/home" || path == "/") return {path, false, {folder("ada"), folder("zoe")}, ""};
    return {path, false, {}, "There is no such folder."};
  }

  BrowserFlow flow;
  std::vector<fs::path> asked;
};

struct Errands {
  std::mutex mutex;
  std::condition_variable woken;
  int wakes = 0;

  std::function<void()> wake() {
    return [this] {
      const std::lock_guard lock(mutex);
      ++wakes;
      woken.notify_all();
    };
  }
  /// Ticks whenever it is woken, until `done`.
  template <class Done>
  void run(Done done) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!done()) {
      REQUIRE(std::chrono::steady_clock::now() < end);
      std::unique_lock lock(mutex);
      woken.wait_for(lock, std::chrono::milliseconds(20));
    }
  }
};

Result<ui::ChosenFiles> nobody(const ui::FileWish&, const std::stop_token&) {
  return fail(Error::Kind::Unsupported, "there is no chooser");
}

}  // namespace

TEST_CASE("F4 browser: into folders and out again, to the one that one came from") {
  Desk desk;
  CHECK(desk.names() == std::vector<std::string>{"Articles", "Books", "a.md"});
  desk.after({.kind = Kind::Step, .steps = 1});
  desk.after({.kind = Kind::Submit});
  CHECK(desk.names() == std::vector<std::string>{"e", "b.md", "c.md"});
  CHECK(desk.chosen() == "e");
  desk.after({.kind = Kind::Up});
  CHECK(desk.chosen() == "Books");
  desk.after({.kind = Kind::Up});
  desk.after({.kind = Kind::Up});
  CHECK(desk.flow.view({}).crumbs.size() == 1);
  const std::size_t asked = desk.asked.size();
  desk.after({.kind = Kind::Up});  // there is nothing above
  CHECK(desk.asked.size() == asked);
  CHECK_FALSE(desk.flow.take_chosen());
}

TEST_CASE("F4 browser: Enter takes the file, or all that are ticked, or the path that was typed") {
  Desk desk;
  desk.after({.kind = Kind::Go, .path = "/home/ada/Books"});
  desk.after({.kind = Kind::Step, .steps = 1});
  desk.after({.kind = Kind::Submit});
  CHECK(desk.flow.take_chosen() == ui::ChosenFiles{"/home/ada/Books/b.md"});
  desk.after({.kind = Kind::Tick, .row = 1});
  desk.after({.kind = Kind::Tick, .row = 2});
  desk.after({.kind = Kind::Query, .text = "zzz"});  // what is ticked stays so, seen or not
  desk.after({.kind = Kind::Submit});
  CHECK(desk.flow.take_chosen() == ui::ChosenFiles{"/home/ada/Books/b.md", "/home/ada/Books/c.md"});
  desk.after({.kind = Kind::Query, .text = "/home/ada/Books/b.md"});
  desk.after({.kind = Kind::Submit});
  CHECK(desk.flow.take_chosen() == ui::ChosenFiles{"/home/ada/Books/b.md"});
  desk.after({.kind = Kind::Query, .text = "/home"});
  desk.after({.kind = Kind::Submit});
  CHECK(desk.names() == std::vector<std::string>{"ada", "zoe"});
  desk.after({.kind = Kind::Cancel});
  CHECK(desk.flow.take_chosen() == ui::ChosenFiles{});
}

TEST_CASE("F4 browser: a folder can be taken whole, where several files can") {
  Desk desk;
  desk.after({.kind = Kind::Accept});
  CHECK(desk.flow.take_chosen() == ui::ChosenFiles{"/home/ada/Articles"});
  ui::FileWish one = import_wish();
  one.several = false;
  Desk single(one);
  single.after({.kind = Kind::Step, .steps = 1});
  single.after({.kind = Kind::Accept});  // goes into it instead
  CHECK_FALSE(single.flow.take_chosen());
  CHECK(single.names().front() == "e");
  single.after({.kind = Kind::Tick, .row = 1});
  CHECK_FALSE(single.flow.view({}).rows[1].ticked);
}

TEST_CASE("F4 browser: hidden and other files come and go around the chosen one") {
  Desk desk;
  desk.after({.kind = Kind::Go, .path = "/home/ada/Books"});
  desk.after({.kind = Kind::Choose, .row = 2});
  CHECK(desk.chosen() == "c.md");
  desk.after({.kind = Kind::Hidden});
  CHECK(desk.names() == std::vector<std::string>{"e", ".h.md", "b.md", "c.md"});
  CHECK(desk.chosen() == "c.md");
  desk.after({.kind = Kind::All});
  CHECK(desk.names().size() == 5);
  desk.after({.kind = Kind::Hidden});
  CHECK(desk.chosen() == "c.md");
}

TEST_CASE("F4 browser: a folder that cannot be read says so, and leads on") {
  Desk desk;
  desk.after({.kind = Kind::Go, .path = "/root"});
  CHECK(desk.flow.view({}).said == "There is no such folder.");
  CHECK_FALSE(desk.flow.view({}).can_accept);
  desk.after({.kind = Kind::Submit});  // there is nothing to take
  CHECK_FALSE(desk.flow.take_chosen());
  desk.after({.kind = Kind::Up});
  CHECK(desk.names().size() == 2);
}

TEST_CASE("F4 browser: what comes late from a folder that was left is not shown") {
  Desk desk;
  desk.flow.apply({.kind = Kind::Go, .path = "/home"});
  const auto first = desk.flow.take_wanted();
  desk.flow.apply({.kind = Kind::Go, .path = "/home/ada/Books"});
  desk.flow.apply({.kind = Kind::Submit});  // nor is what is about to go taken
  desk.flow.arrived(Desk::content_of(*first));
  CHECK(desk.flow.view({}).reads);
  desk.read();
  CHECK(desk.names().front() == "e");
  CHECK_FALSE(desk.flow.take_chosen());
}

TEST_CASE("F4 browser: it begins where files were chosen before; recent folders are places") {
  Desk desk(import_wish(), {"/home/ada/Books", "/home/zoe"});
  CHECK(desk.asked.front() == "/home/ada");  // the wish says where; FileChoice fills it in
  desk.flow.arrived({{"Home", "/home/ada"}, {"Books", "/home/ada/Books"}});
  const auto& places = desk.flow.view({}).places;
  REQUIRE(places.size() == 3);  // one that is there already is not shown twice
  CHECK(places[2].name == "zoe");
  CHECK(places[2].is_recent);
  std::vector<fs::path> recent;
  for (const char* const path : {"/1", "/2", "/3", "/4", "/5", "/6", "/3"})
    remember_folder(recent, path);
  CHECK(recent == std::vector<fs::path>{"/3", "/6", "/5", "/4", "/2"});
}

TEST_CASE("F4 folder: what is in it, with hidden files, links and names of any bytes") {
  const test::TemporaryFolder folder;
  fs::create_directory(folder.path() / "sub");
  std::ofstream(folder.path() / "a.md") << "twelve bytes";
  std::ofstream(folder.path() / ".hidden") << "";
  std::ofstream(folder.path() / "caf\xe9.md") << "x";
  fs::create_symlink(folder.path() / "sub", folder.path() / "to sub");
  fs::create_symlink(folder.path() / "nowhere", folder.path() / "dangling");
  fs::create_symlink(folder.path() / "ring", folder.path() / "ring");
  FolderContent content = read_folder(folder.path() / "sub" / "..", std::chrono::minutes(0));
  CHECK(content.path == folder.path());
  CHECK(content.problem.empty());
  std::ranges::sort(content.entries, {}, &screens::FolderEntry::name);
  REQUIRE(content.entries.size() == 7);
  CHECK(content.entries[1].name == "a.md");
  CHECK(content.entries[1].bytes == 12);
  const auto age = std::chrono::system_clock::now() - content.entries[1].changed;
  CHECK(age < std::chrono::hours(1));
  CHECK(age > -std::chrono::hours(1));
  CHECK(content.entries[5].is_folder);
  CHECK(content.entries[6].name == "to sub");
  CHECK(content.entries[6].is_folder);
}

TEST_CASE("U11 folder: what cannot be read is told in one sentence") {
  const test::TemporaryFolder folder;
  std::ofstream(folder.path() / "file.md") << "x";
  fs::create_symlink(folder.path() / "ring", folder.path() / "ring");
  const auto problem = [&](const char* name) {
    return read_folder(folder.path() / name, std::chrono::minutes(0)).problem;
  };
  CHECK(problem("nowhere") == "There is no such folder.");
  CHECK(problem("ring") == "This is a link that leads to itself.");
  CHECK(read_folder(folder.path() / "file.md", std::chrono::minutes(0)).is_file);
  CHECK(problem("file.md/x").ends_with('.'));
}

TEST_CASE("F4 folder: the usual places are those that the desktop names") {
  const test::TemporaryFolder home;
  const auto set = [](const char* name, const std::string& value) {
    ::setenv(name, value.c_str(), 1);
  };
  const char* const before = std::getenv("HOME");
  const std::string kept = before == nullptr ? "" : before;
  const char* const config = std::getenv("XDG_CONFIG_HOME");
  const std::string kept_config = config == nullptr ? "" : config;
  set("HOME", home.path().string());
  set("XDG_CONFIG_HOME", (home.path() / "settings").string());
  fs::create_directory(home.path() / "settings");
  fs::create_directory(home.path() / "Dokumente");
  fs::create_directory(home.path() / "Downloads");
  std::ofstream(home.path() / "settings" / "user-dirs.dirs")
      << "# written by a "
         "program\nXDG_DOCUMENTS_DIR=\"$HOME/Dokumente\"\nXDG_DESKTOP_DIR=\"$HOME/\"\n";
  const std::vector<screens::FolderPlace> places = usual_places();
  CHECK(path_typed("~/a b", "/tmp") == home.path() / "a b");
  CHECK(path_typed("~", "/tmp") == home.path() / "");
  CHECK(path_typed("/etc", "/tmp") == "/etc");
  set("HOME", kept);
  set("XDG_CONFIG_HOME", kept_config);
  REQUIRE(places.size() == 4);
  CHECK(places[0].name == "Home");
  CHECK(places[1].path == home.path() / "Dokumente");
  CHECK(places[2].path == home.path() / "Downloads");
  CHECK(places[3].path == "/");
}

TEST_CASE("F4 choice: the desktop's chooser is asked first, and once") {
  Errands errands;
  int asked = 0;
  FileChoice choice(
      [&](const ui::FileWish& wish, const std::stop_token&) -> Result<ui::ChosenFiles> {
        ++asked;
        return ui::ChosenFiles{wish.folder / "a.md"};
      },
      errands.wake(), std::chrono::minutes(0));
  choice.start(import_wish(), {"/home/ada/Books"});
  choice.start(import_wish(), {});
  std::optional<ui::ChosenFiles> chosen;
  errands.run([&] { return (chosen = choice.tick()).has_value(); });
  CHECK(chosen == ui::ChosenFiles{"/home/ada/Books/a.md"});
  CHECK(choice.browser() == nullptr);
  CHECK_FALSE(choice.is_open());
  CHECK(asked == 1);
}

TEST_CASE("F4 choice: where there is no chooser, our own browser shows the disk") {
  const test::TemporaryFolder folder;
  std::ofstream(folder.path() / "a.md") << "x";
  Errands errands;
  FileChoice choice(nobody, errands.wake(), std::chrono::minutes(0));
  for (int times = 0; times < 2; ++times) {
    choice.start(import_wish(), {folder.path()});
    errands.run([&] {
      CHECK_FALSE(choice.tick());
      return choice.browser() != nullptr && !choice.browser()->view({}).rows.empty();
    });
    CHECK(choice.browser()->view({}).rows[0].name == "a.md");
    CHECK(choice.browser()->view({}).places.size() > 1);
    choice.browser()->apply({.kind = times == 0 ? Kind::Cancel : Kind::Submit});
    const auto chosen = choice.tick();
    REQUIRE(chosen);
    CHECK(chosen->size() == static_cast<std::size_t>(times));
    CHECK(choice.browser() == nullptr);
  }
}

TEST_CASE("F4 choice: closing the app takes the chooser away") {
  Errands errands;
  std::atomic<bool> stopped = false;
  {
    FileChoice choice(
        [&](const ui::FileWish&, const std::stop_token& stop) -> Result<ui::ChosenFiles> {
          std::mutex mutex;
          std::condition_variable_any waiting;
          std::unique_lock lock(mutex);
          waiting.wait(lock, stop, [] { return false; });
          stopped = stop.stop_requested();
          return ui::ChosenFiles();
        },
        errands.wake(), std::chrono::minutes(0));
    choice.start(import_wish(), {});
  }
  CHECK(stopped);
}
