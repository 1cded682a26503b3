#include "game/recto/import_input.h"

#include <fstream>

#include "tests/support/support.h"

using namespace recto;
using app::ImportInput;
using Kind = ImportInput::Kind;

namespace {

std::filesystem::path file_in(const std::filesystem::path& folder, const std::string& name) {
  std::filesystem::create_directories((folder / name).parent_path());
  std::ofstream(folder / name) << "x";
  return folder / name;
}

}  // namespace

TEST_CASE("F4 import: links are fetched, everything else that is pasted is text") {
  const auto links =
      app::inputs_of_text("https://example.org/reeds/\n\n http://example.org/b?c=d e\n");
  CHECK(links.size() == 1);
  CHECK(links[0].kind == Kind::Text);  // the second line is none
  const auto two = app::inputs_of_text("https://example.org/reeds/\nhttp://example.org/b?c=d\n");
  REQUIRE(two.size() == 2);
  CHECK(two[0].kind == Kind::Address);
  CHECK(two[0].name == "example.org/reeds");
  CHECK(two[1].address == "http://example.org/b?c=d");

  const auto text = app::inputs_of_text("  Reeds grow\nin water.", "<p>Reeds grow in water.</p>");
  REQUIRE(text.size() == 1);
  CHECK(text[0].kind == Kind::Text);
  CHECK(text[0].name == "Reeds grow");
  CHECK(text[0].html == "<p>Reeds grow in water.</p>");
  CHECK(app::inputs_of_text(" \n").empty());
  const auto name = app::inputs_of_text(std::string(200, 'a') + " b").at(0).name;
  CHECK(name.size() < 60);
}

TEST_CASE("F4 import: what is dropped as URIs are files and links, percent signs undone") {
  const test::TemporaryFolder folder;
  const auto file = file_in(folder.path(),
                            "r\xC3\xA9"
                            "eds 1.txt");
  const auto inputs =
      app::inputs_of_uris("# a comment\r\nfile://" + folder.path().string() +
                          "/r%C3%A9eds%201.txt\r\nhttps://example.org/a\r\nmailto:x@y\r\n");
  REQUIRE(inputs.size() == 2);
  CHECK(inputs[0].kind == Kind::File);
  CHECK(inputs[0].file == file);
  CHECK(inputs[1].address == "https://example.org/a");
  CHECK(app::inputs_of_uris("file://host/%zz").at(0).file == "/%zz");
}

TEST_CASE("F4 import: a folder stands for its articles and decks, an empty one for itself") {
  const test::TemporaryFolder folder;
  for (const char* name : {"b.txt", "sub/a.html", "deck.deck.json", ".hidden.txt", "photo.jpg",
                           "page.html", "page_files/frame.html"})
    file_in(folder.path(), name);
  const auto inputs = app::inputs_of_files({folder.path()});
  std::vector<std::string> names;
  for (const ImportInput& input : inputs)
    names.push_back(input.name);
  CHECK(names == std::vector<std::string>{"b.txt", "deck.deck.json", "page.html", "a.html"});
  const test::TemporaryFolder empty;
  CHECK(app::inputs_of_files({empty.path()}).at(0).file == empty.path());
}

TEST_CASE("F4 import: the field takes paths, links, and links without their scheme") {
  const test::TemporaryFolder folder;
  const auto file = file_in(folder.path(), "reeds.txt");
  CHECK(app::inputs_of_typed("  ").empty());
  CHECK(app::inputs_of_typed(" " + file.string() + " ").at(0).file == file);
  CHECK(app::inputs_of_typed("https://example.org/a").at(0).address == "https://example.org/a");
  CHECK(app::inputs_of_typed("example.org/reeds").at(0).address == "https://example.org/reeds");
  CHECK(app::inputs_of_typed("/no/such/file.txt").at(0).kind == Kind::File);
}
