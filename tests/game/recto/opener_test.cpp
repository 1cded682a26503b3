#include "game/recto/opener.h"

#include <filesystem>

#include "content/deck/deck_file.h"
#include "content/files/files.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::app;

namespace {

const std::filesystem::path kAssets = test::project_folder() / "assets";

}  // namespace

TEST_CASE("recto: an article becomes a deck, a deck stays one") {
  const test::TemporaryFolder folder;
  const auto article = folder.path() / "skarn.txt";
  test::value(write_file(article,
                         "The Lighthouse of Skarn\n\nThe lighthouse of Skarn was built in "
                         "1857. The Skarn Lifeboat Society was founded in 1863.\n"));
  const Opened made = test::value(open_file(article, kAssets));
  CHECK(made.made_here);
  CHECK(made.name == "skarn.txt");
  CHECK(!made.deck.cards.empty());
  const auto file = folder.path() / "skarn.deck.json";
  test::value(write_file(file, write_deck(made.deck)));
  const Opened deck = test::value(open_file(file, kAssets));
  CHECK(!deck.made_here);
  CHECK(deck.deck == made.deck);
}

TEST_CASE("recto: files that are neither are refused with their path") {
  const test::TemporaryFolder folder;
  const auto write = [&](const char* name, const std::string& bytes) {
    test::value(write_file(folder.path() / name, bytes));
    return folder.path() / name;
  };
  const auto large = write("large.txt", "x");
  std::filesystem::resize_file(large, 200'000'000);
  for (const auto& path :
       {folder.path() / "missing.txt", folder.path() / "missing.deck.json", write("empty.txt", ""),
        write("binary.txt", std::string(3000, '\0')), write("no.deck.json", "hello"),
        write("wrong.deck.json",
              R"({"format":"recto-deck","version":1,"id":"d","title":[],"cards":[]})"),
        large, folder.path()}) {
    CAPTURE(path.string());
    const Result<Opened> opened = open_file(path, kAssets);
    REQUIRE(!opened);
    CHECK(opened.error().where == path.string());
    CHECK(!opened.error().what.empty());
  }
  CHECK(open_file(folder.path() / "wrong.deck.json", kAssets).error().what ==
        "this must be a string (at /title)");
}

TEST_CASE("recto: assets that are missing are named") {
  const test::TemporaryFolder folder;
  const auto article = folder.path() / "a.txt";
  test::value(write_file(article, "The Skarn Lifeboat Society was founded in 1863.\n"));
  CHECK(!open_file(article, folder.path()));
  CHECK(sample_decks(folder.path()).empty());
}
