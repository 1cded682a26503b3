#include "tools/deckmaker/passages.h"

#include <string>
#include <vector>

#include "tests/support/support.h"
#include "tests/tools/language/shipped.h"

namespace recto::deckmaker {
namespace {

Block block(BlockType type, std::string text, std::string question = {}) {
  Block made;
  made.type = type;
  made.text = std::move(text);
  made.question = std::move(question);
  return made;
}

std::vector<std::string> names(std::string text, const std::string& language = "en") {
  Passage passage;
  passage.text = std::move(text);
  std::vector<std::string> found;
  add_capitalised_names({passage}, language, language::shipped(), found);
  return found;
}

}  // namespace

TEST_CASE("deckmaker: every block that states something is a passage under its heading") {
  Article article;
  article.blocks = {
      block(BlockType::Paragraph, "It grows."),
      block(BlockType::Heading, "Use"),
      block(BlockType::List, "roofs\nmats"),
      block(BlockType::Caption, "A roof"),
      block(BlockType::Code, "x"),
      block(BlockType::Table, "a\tb"),
      block(BlockType::Faq, "Yes.", "Is it tall?"),
      block(BlockType::Heading, "Questions"),
      block(BlockType::Faq, "In May.", "When?"),
      block(BlockType::Faq, "In lakes.", "Where?"),
      block(BlockType::Quote, "So it is."),
  };
  const Passages made = passages_of(article);
  CHECK(made.blocks == std::vector<std::size_t>{0, 2, 5, 6, 8, 9, 10});
  REQUIRE(made.passages.size() == 7);
  struct Row {
    const char *id, *heading, *text;
  };
  const std::vector<Row> rows{{"p1", "", "It grows."},
                              {"p2", "Use", "roofs\nmats"},
                              {"p3", "Use", "a\tb"},
                              {"p4", "", "Is it tall?\nYes."},
                              {"p5", "Questions", "When?\nIn May."},
                              {"p6", "Questions", "Where?\nIn lakes."},
                              {"p7", "Questions", "So it is."}};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK(made.passages[i].id.text == rows[i].id);
    CHECK(made.passages[i].heading == rows[i].heading);
    CHECK(made.passages[i].text == rows[i].text);
  }
}

TEST_CASE("deckmaker: names are whole, once each, and no capitals of a sentence's beginning") {
  CHECK(names("Yesterday Ada Moss met Dr. Lind at the University of Basel. Reeds grow in Basel’s "
              "lakes, and Ada Moss knew reeds. In May it rained on St. Gallen.") ==
        std::vector<std::string>{"Ada Moss", "Dr. Lind", "University of Basel", "Basel",
                                 "St. Gallen"});
  CHECK(names("Acme Holding Ltd. bought Brook Inc. in 1990. “We paid,” said the Swiss firm.") ==
        std::vector<std::string>{"Acme Holding Ltd", "Brook Inc", "Swiss"});
  CHECK(names("Am Ufer baute Ada Moos ein Haus aus Holz.", "de") ==
        std::vector<std::string>{"Ada Moos"});
  CHECK(names("").empty());
}

TEST_CASE("deckmaker: the deck's id hangs on the address, else on the folded title") {
  Article article;
  article.title = "The “Reed”";
  Article same = article;
  same.title = "the \"reed\"";
  CHECK(make_deck_id(article) == make_deck_id(same));
  CHECK(make_deck_id(article).text.size() == 13);
  CHECK(make_deck_id(article).text.front() == 'd');
  same.url = "https://example.org/reed";
  CHECK(make_deck_id(article) != make_deck_id(same));
  article.url = same.url;
  article.title = "Another";
  CHECK(make_deck_id(article) == make_deck_id(same));
}

TEST_CASE("deckmaker: the cards of a book are tagged with their chapters") {
  Article book;
  book.blocks = {block(BlockType::Paragraph, "A motto."), block(BlockType::Heading, "Roots"),
                 block(BlockType::Paragraph, "They are deep.")};
  book.blocks[1].chapter = book.blocks[2].chapter = "Roots";
  Passages passages = passages_of(book);
  Deck deck;
  deck.passages = std::move(passages.passages);
  deck.cards.resize(3);
  deck.cards[0].evidence = Evidence{deck.passages[0].id, 0, 1};
  deck.cards[1].evidence = Evidence{deck.passages[1].id, 0, 1};
  tag_chapters(book, passages.blocks, deck);
  CHECK(deck.cards[0].tags.empty());
  CHECK(deck.cards[1].tags == std::vector<std::string>{"Roots"});
  CHECK(deck.cards[2].tags.empty());
}

}  // namespace recto::deckmaker
