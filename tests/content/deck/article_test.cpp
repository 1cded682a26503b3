#include "content/deck/article.h"

#include "tests/support/support.h"

namespace recto {
namespace {

Block block_in(const char* chapter, const char* text, BlockType type = BlockType::Paragraph) {
  Block block;
  block.type = type;
  block.text = text;
  block.level = type == BlockType::Heading ? 1 : 0;
  block.chapter = chapter;
  return block;
}

}  // namespace

TEST_CASE("deck: a book's chapters are articles with the book's data") {
  Article book;
  book.title = "The Reed Book";
  book.authors = {"A. Sedge"};
  book.language = "en";
  book.url = "https://example.org/reed";
  book.blocks = {block_in("", "A motto."),
                 block_in("Part I", "Part I", BlockType::Heading),
                 block_in("Roots", "Roots", BlockType::Heading),
                 block_in("Roots", "They are deep."),
                 block_in("Birds", "Birds", BlockType::Heading),
                 block_in("Birds", "They nest."),
                 block_in("Birds", "They sing.")};
  const std::vector<Article> chapters = chapters_of(book);
  REQUIRE(chapters.size() == 2);
  CHECK(chapters[0].title == "The Reed Book: Roots");
  CHECK(chapters[0].authors == book.authors);
  CHECK(chapters[0].url == "https://example.org/reed#Roots");
  CHECK(text_of(chapters[0]) == "They are deep.");
  CHECK(text_of(chapters[1]) == "They nest.\n\nThey sing.");
}

TEST_CASE("deck: an article without chapters is its only one") {
  Article article;
  article.title = "The Reed";
  article.blocks = {block_in("", "It grows.")};
  CHECK(chapters_of(article) == std::vector<Article>{article});
}

}  // namespace recto
