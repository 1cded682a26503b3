// Where questions and their answers stand in an article: one plan for every way to print a FAQ.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tools/reader/piece.h"

namespace recto::reader {

/// Pieces [begin, end).
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A question with what stands below it, whether or not that answers it.
struct Entry {
  std::size_t begin = 0;   ///< the question's piece
  std::size_t answer = 0;  ///< the answer's first piece
  std::size_t end = 0;     ///< behind its last
};

/// What makes the pieces of an article a list of questions. Entries stand in order and apart.
struct Plan {
  std::vector<Entry> entries;
  bool named = false;  ///< a heading or title above calls it a FAQ
};

/// The text of a question's pieces without label and number.
[[nodiscard]] std::string question_text(const std::vector<Piece>& pieces, const Entry& entry);

/// Whether something below the question answers it: neither lettered choices alone nor nothing.
[[nodiscard]] bool is_answered(const std::vector<Piece>& pieces, const Entry& entry);

/// All plans for `pieces`, most trusted first; they may overlap. What is a quiz, an interview, a
/// form or rhetoric is left out. `title` is the article's, `name` the file's. O(pieces).
[[nodiscard]] std::vector<Plan> faq_plans(const std::vector<Piece>& pieces, std::string_view title,
                                          std::string_view name);

}  // namespace recto::reader
