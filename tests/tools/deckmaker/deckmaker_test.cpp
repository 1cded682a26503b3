#include "tools/deckmaker/deckmaker.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "content/base/digest.h"
#include "content/deck/deck.h"
#include "tests/support/support.h"

namespace recto::deckmaker {
namespace {

const Resources& shipped() {
  static const Resources kShipped = test::value(load_resources(test::project_folder() / "assets"));
  return kShipped;
}

MadeDeck make(const std::string& page) {
  return test::value(
      make_deck(test::data(std::filesystem::path("pages") / page), {.name = page}, {}, shipped()));
}

const std::string kMove = "Ada Lemmon moved to Basel in 1895.";

Block block(BlockType type, std::string text) {
  Block made;
  made.type = type;
  made.text = std::move(text);
  return made;
}

/// The deck of an English article of these blocks.
Deck deck_of(std::string title, std::vector<Block> blocks, const Options& options = {}) {
  Article article;
  article.title = std::move(title);
  article.language = "en";
  article.blocks = std::move(blocks);
  return test::value(make_deck_of(std::move(article), {}, options, shipped())).deck;
}

}  // namespace

TEST_CASE("deckmaker: a deck tells what it was made from") {
  const MadeDeck made = make("notes.md");
  const Deck& deck = made.deck;
  CHECK(deck.title == "Salt in Old Kitchens");
  CHECK(deck.language == "en");
  CHECK(deck.source.title == deck.title);
  CHECK(deck.source.url == "https://example.org/salt");
  CHECK(deck.source.authors == std::vector<std::string>{"Household Notes"});
  CHECK(deck.source.published == "2019-03-09");
  CHECK(deck.source.retrieved.empty());
  CHECK(deck.source.sha256 == sha256_hex(test::data("pages/notes.md")));
  CHECK(deck.passages.size() == 8);
}

TEST_CASE("deckmaker: a FAQ of the article becomes cards, and evidence lies in its passage") {
  const Deck deck = make("scraped_blog.txt").deck;
  std::size_t faq = 0;
  for (const Card& card : deck.cards) {
    faq += card.kind == CardKind::Faq ? 1U : 0U;
    REQUIRE(card.evidence.has_value());
    const auto passage =
        std::find_if(deck.passages.begin(), deck.passages.end(),
                     [&](const Passage& each) { return each.id == card.evidence->passage; });
    REQUIRE(passage != deck.passages.end());
    CHECK(card.evidence->begin < card.evidence->end);
    CHECK(card.evidence->end <= passage->text.size());
  }
  CHECK(faq == 2);
}

TEST_CASE("deckmaker: the same bytes give the same deck") {
  for (const char* page : {"scraped_blog.txt", "wrapped_report.txt", "notes.md"})
    CHECK(make(page).deck == make(page).deck);
}

TEST_CASE("deckmaker: a language that is asked for wins over the article's") {
  Options options;
  options.language = "de";
  const std::string bytes = test::data("pages/notes.md");
  CHECK(test::value(make_deck(bytes, {.name = "notes.md"}, options, shipped())).deck.language ==
        "de");
  CHECK(test::value(read_article(bytes, {.name = "notes.md"}, options, shipped())).language ==
        "de");
}

TEST_CASE("deckmaker: an English article has the names that the model finds, each form once") {
  const Deck deck = deck_of(
      "Ada Lemmon",
      {block(BlockType::Paragraph, "Ada Lemmon moved to Basel. In 1902, Lemmon left Basel.")});
  for (const char* name : {"Ada Lemmon", "Lemmon", "Basel"}) {
    CAPTURE(name);
    CHECK(std::count(deck.names.begin(), deck.names.end(), name) == 1);
  }
}

TEST_CASE("C8 deckmaker: tables, code and quotations make no cards") {
  Options all;
  all.wanted.min_quality = 0;
  CHECK(!deck_of("Basel", {block(BlockType::Paragraph, kMove)}, all).cards.empty());
  for (const BlockType type : {BlockType::Table, BlockType::Code, BlockType::Quote})
    CHECK(deck_of("Basel", {block(type, kMove)}, all).cards.empty());
}

TEST_CASE("deckmaker: of an article in another language no question is made up") {
  Options options;
  options.language = "de";
  for (const Card& card : deck_of("Basel", {block(BlockType::Paragraph, kMove)}, options).cards)
    CHECK(card.kind == CardKind::Cloze);
}

TEST_CASE("deckmaker: a missing model is named") {
  const test::TemporaryFolder folder;
  for (const char* part : {"words", "reader", "questions"})
    std::filesystem::copy(test::project_folder() / "assets" / part, folder.path() / part,
                          std::filesystem::copy_options::recursive);
  const auto missing = load_resources(folder.path());
  REQUIRE_FALSE(missing.has_value());
  CHECK(missing.error().kind == Error::Kind::NotFound);
  CHECK(missing.error().where.find("en.lexicon") != std::string::npos);
}

TEST_CASE("F6 deckmaker: what is no article gives no deck; missing word lists are named") {
  CHECK_FALSE(make_deck("", {.name = "x.txt"}, {}, shipped()).has_value());
  CHECK_FALSE(make_deck("%PDF-1.4", {.name = "x.pdf"}, {}, shipped()).has_value());
  const test::TemporaryFolder empty;
  const auto missing = load_resources(empty.path());
  REQUIRE_FALSE(missing.has_value());
  CHECK(missing.error().kind == Error::Kind::NotFound);
  CHECK(missing.error().where.find("furniture.txt") != std::string::npos);
}

}  // namespace recto::deckmaker
