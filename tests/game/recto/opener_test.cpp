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

}  // namespace

TEST_CASE("recto: a deck file is opened as it is") {
  const test::TemporaryFolder folder;
  const Deck deck = test::treaty_deck();
  const auto read =
      test::value(app::open_deck(file_with(folder, "treaty.deck.json", write_deck(deck))));
  CHECK(read.deck == deck);
  CHECK(read.name == "treaty.deck.json");
}

TEST_CASE("F6 recto: a deck file that cannot be used says which, why and what to do") {
  const test::TemporaryFolder folder;
  const auto error_of = [&](const std::filesystem::path& file) {
    const auto opened = app::open_deck(file);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().where == file.string());
    CHECK_FALSE(opened.error().what.empty());
    return opened.error();
  };
  CHECK(error_of(folder.path() / "none.deck.json").kind == Error::Kind::NotFound);
  CHECK(error_of(folder.path()).kind == Error::Kind::BadInput);
  CHECK(error_of(file_with(folder, "empty.deck.json", "")).kind == Error::Kind::BadInput);
  const std::string binary(
      "\x7f"
      "ELF\x02\x01\x01\0\0\0\x03\0>\0\xff\xfe\x80\x81",
      18);
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

  for (const auto& file : app::sample_files(test::value(find_assets())))
    CHECK_FALSE(test::value(app::open_deck(file)).deck.cards.empty());
}
