#include "game/recto/opener.h"

#include <fstream>

#include "content/deck/deck_file.h"
#include "content/files/assets.h"
#include "tests/game/screens/sample.h"
#include "tests/support/support.h"

using namespace recto;

namespace {

std::filesystem::path file_with(const test::TemporaryFolder& folder, const std::string& name,
                                const std::string& bytes) {
  std::ofstream(folder.path() / name, std::ios::binary) << bytes;
  return folder.path() / name;
}

app::Opener opener() {
  return app::Opener(test::value(find_assets()));
}

}  // namespace

TEST_CASE("recto: a deck file is opened as it is, an article becomes a deck") {
  const test::TemporaryFolder folder;
  app::Opener open = opener();
  const Deck deck = test::treaty_deck();
  const auto read = test::value(open.open(file_with(folder, "treaty.deck.json", write_deck(deck))));
  CHECK(read.deck == deck);
  CHECK_FALSE(read.made_here);
  CHECK(read.name == "treaty.deck.json");

  const auto made =
      test::value(open.open(test::project_folder() / "content/articles/smallpox/article.md"));
  CHECK(made.made_here);
  CHECK(made.deck.cards.size() >= 5);
  CHECK(faults_of(made.deck).empty());
}

TEST_CASE("F6 recto: a file that cannot be used says which, why and what to do") {
  const test::TemporaryFolder folder;
  struct Row {
    const char *name, *bytes, *what;
    Error::Kind kind;
  };
  app::Opener open = opener();
  const auto error_of = [&](const std::filesystem::path& file) {
    const auto opened = open.open(file);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().where == file.string());
    CHECK_FALSE(opened.error().what.empty());
    return opened.error();
  };
  CHECK(error_of(folder.path() / "none.txt").kind == Error::Kind::NotFound);
  CHECK(error_of(folder.path() / "none.deck.json").kind == Error::Kind::NotFound);
  CHECK(error_of(folder.path()).kind == Error::Kind::BadInput);
  for (const char* name : {"empty.txt", "empty.deck.json"})
    CHECK(error_of(file_with(folder, name, "")).kind == Error::Kind::BadInput);
  const std::string binary(
      "\x7f"
      "ELF\x02\x01\x01\0\0\0\x03\0>\0\xff\xfe\x80\x81",
      18);
  CHECK(error_of(file_with(folder, "binary.txt", binary + binary + binary)).kind !=
        Error::Kind::Failed);
  CHECK(error_of(file_with(folder, "binary.deck.json", binary)).kind == Error::Kind::BadInput);
  const Error types = error_of(file_with(
      folder, "types.deck.json",
      R"({"format":"recto-deck","version":1,"id":"x","title":7,"passages":[],"cards":[]})"));
  CHECK(types.kind == Error::Kind::BadInput);
  CHECK(types.what.find("/title") != std::string::npos);
  CHECK(error_of(file_with(folder, "newer.deck.json",
                           R"({"format":"recto-deck","version":99,"id":"x","title":"t"})"))
            .kind == Error::Kind::Unsupported);
}

TEST_CASE("recto: a file of 200 MB without content is refused, not swallowed") {
  const test::TemporaryFolder folder;
  app::Opener open = opener();
  for (const char* name : {"sparse.txt", "sparse.deck.json"}) {
    CAPTURE(name);
    const auto file = file_with(folder, name, "x");
    std::filesystem::resize_file(file, 200'000'000);
    const auto opened = open.open(file);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().kind == Error::Kind::BadInput);
    CHECK(opened.error().where == file.string());
  }
}

TEST_CASE("F1 recto: sample decks are deck files beside the assets, and all can be read") {
  const test::TemporaryFolder folder;
  std::filesystem::create_directories(folder.path() / "assets");
  std::filesystem::create_directories(folder.path() / "decks");
  CHECK(app::sample_files(folder.path() / "assets").empty());
  for (const char* name : {"decks/b.deck.json", "decks/a.deck.json", "decks/README.md"})
    file_with(folder, name, write_deck(test::treaty_deck()));
  const auto files = app::sample_files(folder.path() / "assets");
  REQUIRE(files.size() == 2);
  CHECK(files[0].filename() == "a.deck.json");

  app::Opener open = opener();
  for (const auto& file : app::sample_files(test::value(find_assets())))
    CHECK_FALSE(test::value(open.open(file)).deck.cards.empty());
}

TEST_CASE("recto: word lists that are missing are named when an article needs them, decks open") {
  const test::TemporaryFolder folder;
  app::Opener open(folder.path());
  const auto made = open.open(test::project_folder() / "content/articles/smallpox/article.md");
  REQUIRE_FALSE(made);
  CHECK(made.error().where.find(folder.path().string()) == 0);
  test::value(open.open(file_with(folder, "a.deck.json", write_deck(test::treaty_deck()))));
}
