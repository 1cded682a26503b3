// Short articles, read with the lexicon and the model that are shipped.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/deck/article.h"
#include "tools/statements/reading.h"
#include "tools/statements/statements.h"

namespace recto::test {

/// What is shipped, over files that stay mapped as long as the program runs.
[[nodiscard]] const statements::Knowledge& shipped_knowledge();

[[nodiscard]] Block paragraph(std::string text);
[[nodiscard]] Block faq(std::string question, std::string answer);

/// An article with its passages "p1", "p2" …, one a block, and its reading. May be moved.
struct ReadArticle {
  ReadArticle(std::string title, std::vector<Block> blocks);

  Article article;
  std::vector<Passage> passages;
  std::vector<std::size_t> passage_blocks;
  statements::Reading reading;
};

/// The same of one paragraph.
[[nodiscard]] ReadArticle read_text(std::string title, std::string text);

/// "she = Ada Lemmon | her = Ada Lemmon": the stand-ins of a sentence with what they stand for.
[[nodiscard]] std::string stand_ins_of(const statements::Reading& reading, std::size_t sentence);

/// "A. | B.": texts in a row.
[[nodiscard]] std::string in_a_row(const std::vector<std::string>& texts);

/// The statements without a fault, in a row.
[[nodiscard]] std::string told(const ReadArticle& article);

/// The faults of those that have one, in a row.
[[nodiscard]] std::string faults(const ReadArticle& article);

}  // namespace recto::test
