#include "tests/quality/inputs.h"

#include "content/deck/deck_file.h"
#include "content/files/files.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::quality;

namespace {

constexpr const char* kPlain = R"({"article": "socotra", "maker": "expert", "cards": [
  {"id": "c1", "type": "mcq", "question": "Which tree?", "answer": "dragon's blood",
   "options": ["birch", "dragon's blood"], "covers": ["f01"]},
  {"id": "c2", "type": "true_false", "question": "It is cold.", "answer": "False",
   "correction": "It is warm."},
  {"id": "c3", "type": "short", "question": "Who?", "answer": "I", "made_by": "x", "quality": 0.5}
]})";

}  // namespace

TEST_CASE("quality: a plain deck is read as Recto's cards") {
  const Deck deck = test::value(read_any_deck(kPlain));
  REQUIRE(deck.cards.size() == 3);
  CHECK(deck.cards[0].kind == CardKind::Choice);
  CHECK(deck.cards[0].distractors == std::vector<std::string>{"birch"});
  CHECK(deck.cards[0].made_by == "expert");
  CHECK(deck.cards[1].answer == "false");
  CHECK(deck.cards[1].explanation == "It is warm.");
  CHECK(deck.cards[2].made_by == "x");
  CHECK(deck.cards[2].quality == 0.5);
}

TEST_CASE("quality: what is no deck is refused") {
  for (
      const char* text :
      {"", "[]", "{}", R"({"cards": [{"id": "c1"}]})", R"({"format": "recto-deck"})",
       R"({"cards": [{"id": "c", "type": "essay", "question": "?", "answer": "!"}]})",
       R"({"cards": [{"id": "c", "type": "mcq", "question": "?", "answer": "!", "options": []}]})"}) {
    CAPTURE(text);
    CHECK_FALSE(read_any_deck(text));
  }
}

TEST_CASE("quality: a deck finds its article and its key facts by its name") {
  const auto samples = test::project_folder() / "content";
  const Entry entry = test::value(
      read_entry(samples / "decks/tambora.deck.json", samples / "articles", samples / "articles"));
  CHECK(entry.article == (samples / "articles/tambora/article.txt").string());
  CHECK(entry.facts_file == (samples / "articles/tambora/facts.json").string());
  CHECK(entry.words > 700);
  CHECK(entry.facts.size() > 10);
  CHECK_FALSE(entry.deck.cards.empty());

  const test::TemporaryFolder folder;
  test::value(write_file(folder.path() / "socotra.json", kPlain));
  test::value(write_file(folder.path() / "socotra.txt", "One two\nthree.\n"));
  const Entry plain = test::value(read_entry(folder.path() / "socotra.json", folder.path(), {}));
  CHECK(plain.words == 3);
  CHECK(plain.facts_file.empty());
  CHECK(plain.facts.empty());
}
