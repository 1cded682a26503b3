#include "game/screens/browser/browser_view.h"

#include <algorithm>

#include "tests/support/support.h"

using namespace recto;
using namespace recto::screens;

namespace {

FolderEntry file(const char* name, std::uint64_t bytes = 10) {
  return {name, false, bytes, Instant(std::chrono::hours(24 * 20'000))};
}

FolderEntry folder(const char* name) {
  return {name, true, 0, {}};
}

BrowserState in_folder(std::vector<FolderEntry> entries) {
  BrowserState state;
  state.wish = {.title = "Open", .accept = "Open", .several = true, .endings = {".html", ".md"}};
  state.folder = {"/home/ada/Articles", false, std::move(entries), ""};
  state.reads = false;
  return state;
}

std::vector<std::string> names(const BrowserState& state) {
  std::vector<std::string> names;
  for (const BrowserRow& row : look(state, {}).rows)
    names.push_back(row.name);
  return names;
}

}  // namespace

TEST_CASE("F4 browser: folders first, then by name as a person counts") {
  const BrowserState state =
      in_folder({file("page 10.html"), file("page 2.html"), file("Émile.md"), folder("zoo"),
                 file("eagle.md"), folder("Attic"), file("page 02.md")});
  CHECK(names(state) == std::vector<std::string>{"Attic", "zoo", "eagle.md", "Émile.md",
                                                 "page 2.html", "page 02.md", "page 10.html"});
}

TEST_CASE("F4 browser: any two names have one order") {
  test::for_seeds(300, [](Random& random) {
    const auto name = [&] {
      static constexpr std::string_view kLetters = "a0019B é-";
      std::string text;
      for (std::uint64_t i = random.below(7) + 1; i > 0; --i)
        text += kLetters[random.below(kLetters.size())];
      return file(text.c_str());
    };
    const FolderEntry a = name(), b = name(), c = name();
    CHECK_FALSE(comes_before(a, a));
    if (a.name != b.name) CHECK(comes_before(a, b) != comes_before(b, a));
    if (comes_before(a, b) && comes_before(b, c)) CHECK(comes_before(a, c));
  });
}

TEST_CASE("F4 browser: only what can be read is shown, unless all is wanted") {
  BrowserState state = in_folder({file("a.HTML"), file("b.jpg"), file("c.md"), file(".secret.md"),
                                  file("c.md~"), folder(".x")});
  CHECK(names(state) == std::vector<std::string>{"a.HTML", "c.md"});
  CHECK(look(state, {}).more == "1 other file is not shown");
  state.shows_all = true;
  CHECK(names(state).size() == 3);
  CHECK(look(state, {}).more.empty());
  state.shows_hidden = true;
  CHECK(names(state).size() == 6);
}

TEST_CASE(
    "F4 browser: the filter finds parts of names, case and accents aside; a path filters nothing") {
  BrowserState state = in_folder({file("Émile ou de l’éducation.html"), file("other.md")});
  for (const char* const query : {"emile", "EDUC", "émi educ"}) {
    state.query = query;
    CAPTURE(query);
    CHECK(names(state).size() == 1);
  }
  state.query = "/usr/share";
  CHECK(names(state).size() == 2);
}

TEST_CASE("U8 browser: where nothing is shown, a sentence says why and what to do") {
  BrowserState state = in_folder({});
  const auto says = [&](std::string_view said, std::string_view advice) {
    const BrowserView view = look(state, {});
    CHECK(view.said == said);
    CHECK(view.advice.find(advice) != std::string::npos);
    CHECK_FALSE(view.can_accept);
  };
  says("This folder is empty.", "Backspace");
  state = in_folder({file(".profile")});
  says("Only hidden files are here.", "Ctrl+H");
  state = in_folder({file("photo.jpg"), file("film.mkv")});
  says("None of the files here is what is looked for.", "2 other files are here. Ctrl+T");
  state = in_folder({file("a.md")});
  state.query = "zebra";
  says("Nothing here is called that.", "Fewer letters");
  state = in_folder({});
  state.folder.problem = "You may not read this folder.";
  says("You may not read this folder.", "another folder");
  state.reads = true;
  says("Reading …", "");
}

TEST_CASE("F4 browser: the way to the folder, its place, and what Open takes") {
  BrowserState state = in_folder({file("a.md"), file("b.md")});
  state.places = {{"Home", "/home/ada"}, {"Articles", "/home/ada/Articles", true}};
  BrowserView view = look(state, {});
  REQUIRE(view.crumbs.size() == 4);
  CHECK(view.crumbs[0].name == "Computer");
  CHECK(view.crumbs[2].path == "/home/ada");
  CHECK(view.place == 1);
  CHECK(view.can_go_up);
  CHECK(view.accept == "Open");
  state.ticked = {"a.md", "b.md"};
  state.chosen = 99;
  view = look(state, {});
  CHECK(view.accept == "Open 2");
  CHECK(view.rows[0].ticked);
  CHECK(view.chosen == 1);  // never outside
  state.folder.path = "/";
  CHECK_FALSE(look(state, {}).can_go_up);
}

TEST_CASE("F4 browser: names that are no UTF-8 are shown, and kept as they are") {
  const std::string broken = "caf\xe9.md";
  const BrowserView view = look(in_folder({file(broken.c_str())}), {});
  REQUIRE(view.rows.size() == 1);
  CHECK(view.rows[0].file == broken);
  CHECK(view.rows[0].name == "caf\xef\xbf\xbd.md");
}

TEST_CASE("F4 browser: sizes in words") {
  struct Row {
    std::uint64_t bytes;
    const char* words;
  };
  for (const Row& row :
       {Row{0, "0 bytes"}, Row{1, "1 byte"}, Row{999, "999 bytes"}, Row{1000, "1 kB"},
        Row{1449, "1.4 kB"}, Row{9960, "10 kB"}, Row{48'213, "48 kB"}, Row{999'499, "999 kB"},
        Row{999'500, "1 MB"}, Row{3'404'113, "3.4 MB"}, Row{77'000'000'000, "77 GB"}})
    CHECK(size_in_words(row.bytes) == row.words);
}
