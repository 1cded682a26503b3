// What a reader takes out of a document: the article and nothing else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recto {

enum class BlockType { Heading, Paragraph, List, Quote, Code, Table, Caption, Faq };

/// One piece of an article, in the order of reading.
struct Block {
  BlockType type = BlockType::Paragraph;
  /// Plain text, UTF-8, no markup. Paragraph, Quote, Heading, Caption, Faq: lines joined by a
  /// blank, paragraphs of a Faq answer by "\n". List: an item a line, without its bullet or number.
  /// Table: a row a line, cells separated by tabs. Code: as written.
  std::string text;
  int level = 0;          ///< Heading: 1 to 6
  std::string question;   ///< Faq: what the article asks; `text` is its whole answer
  std::string chapter{};  ///< of a book: the title of the chapter it stands in; empty for none

  bool operator==(const Block&) const = default;
};

/// A question that the article asks and answers itself.
struct FaqEntry {
  std::string question;
  std::string answer;

  bool operator==(const FaqEntry&) const = default;
};

/// A document as a person would tell it: title, where from, and its text without page furniture.
struct Article {
  std::string title;
  std::vector<std::string> authors;
  /// ISO 8601 date or date and time; empty when unknown. Where a page tells only when it was last
  /// changed, that.
  std::string published;
  std::string language;  ///< BCP 47, "en"; empty when unknown
  std::string site;
  std::string url;
  std::vector<Block> blocks;

  bool operator==(const Article&) const = default;
};

[[nodiscard]] std::string_view name_of(BlockType type);  ///< "heading", "paragraph", … "faq"

/// The article as running text: blocks separated by "\n\n", captions left out, a FAQ entry as its
/// question and its answer on lines of their own.
[[nodiscard]] std::string text_of(const Article& article);

[[nodiscard]] std::vector<FaqEntry> faq_of(const Article& article);

/// A book's chapters as articles of their own, in its order: "The Reed Book: Roots", with all that
/// the book says of itself (the chapter's title as fragment behind its URL) and without the heading
/// that names the chapter. What stands before the first chapter is left out. An article without
/// chapters is its only one, as it is.
[[nodiscard]] std::vector<Article> chapters_of(const Article& article);

}  // namespace recto
