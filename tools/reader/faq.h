// Questions that an article asks and answers itself.
#pragma once

#include <string_view>
#include <vector>

#include "tools/reader/piece.h"

namespace recto::reader {

/// Folds questions and their whole answers into Faq blocks. Taken are
/// - pairs with labels: "Q: …", "A: …";
/// - below a heading or title such as "Frequently asked questions": numbered questions, headings,
///   bold or single lines that ask;
/// - elsewhere only questions numbered one after the other, each with an answer, and bold lines
///   that ask, unless they are an interview's. A heading that asks stays a heading: "What's next?"
///   is rhetoric.
/// An answer runs to the next question, or to the next heading that is not below its question.
/// Questions without an answer (tables of contents, quizzes) stay what they are.
[[nodiscard]] std::vector<Piece> fold_faq(std::vector<Piece> pieces, std::string_view title);

}  // namespace recto::reader
