#include "game/recto/workshop.h"

#include <algorithm>
#include <fstream>

#include "content/deck/deck_file.h"
#include "content/files/assets.h"
#include "content/files/files.h"
#include "game/screens/import/import_words.h"
#include "tests/game/screens/sample.h"
#include "tests/support/support.h"

using namespace recto;
using app::ImportInput;
using Kind = ImportInput::Kind;

namespace {

const app::ImportWatch kGoOn = [](const app::ImportProgress&) { return true; };

app::Workshop workshop() {
  return app::Workshop(test::value(find_assets()));
}

ImportInput input_of(const std::filesystem::path& file) {
  return {Kind::File, file.filename().string(), file};
}

ImportInput file_with(const test::TemporaryFolder& folder, const std::string& name,
                      const std::string& bytes) {
  std::ofstream(folder.path() / name, std::ios::binary) << bytes;
  return input_of(folder.path() / name);
}

draft::Proposal proposal_of(Result<app::Made> made) {
  return std::get<draft::Proposal>(test::value(std::move(made)));
}

}  // namespace

TEST_CASE("F10 import: an article gives cards also below the usual threshold, and reasons") {
  app::Workshop shop = workshop();
  std::vector<screens::ImportStage> stages;
  const draft::Proposal made = proposal_of(
      shop.make(input_of(test::project_folder() / "content/articles/smallpox/article.md"),
                test::kNoon, [&](const app::ImportProgress& progress) {
                  stages.push_back(progress.stage);
                  return true;
                }));
  CHECK(stages == std::vector{screens::ImportStage::Reading, screens::ImportStage::Reading,
                              screens::ImportStage::Writing});
  draft::Draft draft(made);
  const auto usual = draft.figures();
  CHECK(usual.kept >= 5);
  CHECK(usual.kept < usual.cards);
  CHECK_FALSE(made.turned_down.empty());
  for (const draft::TurnedDown& one : made.turned_down)
    CHECK_FALSE(one.reason.empty());
  draft.set_threshold(draft::kLeastThreshold);
  CHECK(faults_of(draft.to_deck()).empty());
  std::size_t too_long = 0;
  for (std::size_t i = 0; i < draft.entries().size(); ++i)
    if (draft.is_too_long(i)) ++too_long;
  CHECK(draft.figures().kept + too_long == usual.cards);
}

TEST_CASE("F9 import: choices come with other wrong options, each as fair as the first ones") {
  app::Workshop shop = workshop();
  const draft::Proposal made = proposal_of(
      shop.make(input_of(test::project_folder() / "content/articles/smallpox/article.md"),
                test::kNoon, kGoOn));
  draft::Draft draft(made);
  std::size_t changed = 0;
  for (std::size_t i = 0; i < draft.entries().size(); ++i) {
    const Card before = draft.entries()[i].card;
    if (before.kind != CardKind::Choice || !draft.is_kept(i)) continue;
    if (!test::value(draft.change_options(i))) continue;
    ++changed;
    const Card& after = draft.entries()[i].card;
    CHECK(after.distractors.size() == before.distractors.size());
    CHECK(after.distractors != before.distractors);
    for (const std::string& option : after.distractors) {
      CAPTURE(option);
      CHECK(option != after.answer);
      CHECK(std::ranges::count(after.distractors, option) == 1);
    }
  }
  CHECK(changed > 0);
  CHECK(faults_of(draft.to_deck()).empty());
}

TEST_CASE("F4 import: pasted text and HTML become an article, a deck file stays as it is") {
  const test::TemporaryFolder folder;
  app::Workshop shop = workshop();
  const std::string text = test::value(
      read_file(test::project_folder() / "content/articles/summer-time/article.txt", 1 << 20));
  ImportInput pasted{Kind::Text, "Summer time", {}, {}, text};
  const auto plain = proposal_of(shop.make(pasted, test::kNoon, kGoOn));
  CHECK(plain.deck.cards.size() >= 5);
  pasted.html = "<b>too little</b>";
  CHECK(proposal_of(shop.make(pasted, test::kNoon, kGoOn)).deck.passages == plain.deck.passages);

  const Deck deck = test::treaty_deck();
  const auto read = test::value(
      shop.make(file_with(folder, "treaty.deck.json", write_deck(deck)), test::kNoon, kGoOn));
  CHECK(std::get<Deck>(read) == deck);
}

TEST_CASE("F6 import: what cannot be used says why and what to do") {
  const test::TemporaryFolder folder;
  app::Workshop shop = workshop();
  const std::string binary(
      "\x7f"
      "ELF\x02\x01\x01\0\0\0\x03\0>\0\xff\xfe\x80\x81",
      18);
  const ImportInput inputs[] = {input_of(folder.path() / "none.txt"),
                                input_of(folder.path()),
                                file_with(folder, "empty.txt", ""),
                                file_with(folder, "blank.txt", "  \n \n"),
                                file_with(folder, "binary.txt", binary + binary + binary),
                                file_with(folder, "empty.pdf", "%PDF-1.4\n%%EOF\n"),
                                file_with(folder, "torn.deck.json", "{"),
                                {Kind::Address, "ftp", {}, "ftp://example.org/a"}};
  for (const ImportInput& input : inputs) {
    CAPTURE(input.name);
    const auto made = shop.make(input, test::kNoon, kGoOn);
    REQUIRE_FALSE(made);
    CHECK(made.error().where == (input.kind == Kind::File ? input.file.string() : input.address));
    const std::string words = screens::failure_in_words(made.error());
    CAPTURE(words);
    CHECK(words.ends_with('.'));
    CHECK(words.size() > 10);
  }
}

TEST_CASE("F6 import: short articles and languages without a model are told in the preview") {
  app::Workshop shop = workshop();
  const ImportInput few{Kind::Text, "Reeds", {}, {}, "Reeds grow in shallow water in Europe."};
  const auto notes =
      screens::notes_about(draft::Draft(proposal_of(shop.make(few, test::kNoon, kGoOn))));
  REQUIRE_FALSE(notes.empty());
  CHECK(notes[0].starts_with("Only 7 words of article were found."));
  Deck german;
  german.language = "de";
  const auto told = screens::notes_about(draft::Draft({german, {}}));
  CHECK(std::ranges::any_of(
      told, [](const std::string& note) { return note.find("German") != std::string::npos; }));
}

TEST_CASE("F5 import: work ends where the watch says no") {
  app::Workshop shop = workshop();
  const ImportInput input =
      input_of(test::project_folder() / "content/articles/smallpox/article.md");
  for (int calls = 0; calls < 3; ++calls) {
    int left = calls;
    const auto made =
        shop.make(input, test::kNoon, [&](const app::ImportProgress&) { return left-- > 0; });
    REQUIRE_FALSE(made);
    CHECK(made.error().what == "it was cancelled");
  }
}

TEST_CASE("recto: a file of 200 MB without content is refused, not swallowed") {
  const test::TemporaryFolder folder;
  app::Workshop shop = workshop();
  const ImportInput input = file_with(folder, "sparse.txt", "x");
  std::filesystem::resize_file(input.file, 200'000'000);
  const auto made = shop.make(input, test::kNoon, kGoOn);
  REQUIRE_FALSE(made);
  CHECK(made.error().kind == Error::Kind::BadInput);
}

TEST_CASE("recto: word lists that are missing are named when an article needs them") {
  const test::TemporaryFolder folder;
  app::Workshop shop(folder.path());
  const auto made =
      shop.make(input_of(test::project_folder() / "content/articles/smallpox/article.md"),
                test::kNoon, kGoOn);
  REQUIRE_FALSE(made);
  CHECK(made.error().what.find(folder.path().string()) != std::string::npos);
}
