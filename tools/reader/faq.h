// Questions that an article asks and answers itself.
#pragma once

#include <string_view>
#include <vector>

#include "tools/reader/piece.h"

namespace recto::reader {

/// What is known beside the pieces.
struct FaqHints {
  std::string_view title{};        ///< of the article
  std::string_view name{};         ///< of the file or page: "faq.html"
  std::vector<FaqEntry> stated{};  ///< what the page's markup states (schema.org)
};

/// Folds questions and their whole answers into Faq blocks. Taken are
/// - what the markup states: at its place in the text, or else at the end;
/// - pairs with labels ("Q: …", "A: …") and tables with a column of questions;
/// - below a heading or title such as "Frequently asked questions": disclosures, numbered
///   questions, headings, items, bold or single lines that ask, and what stands among them;
/// - elsewhere disclosures that ask, questions numbered one after the other, each with an answer,
///   bold lines and headings that ask, when there are several and neither an interview, a quiz, a
///   form nor rhetoric.
/// An answer runs to the next question, to the end of its disclosure, or to the next heading that
/// is not below its question. Questions without an answer (tables of contents) stay what they are.
/// O(pieces).
[[nodiscard]] std::vector<Piece> fold_faq(std::vector<Piece> pieces, const FaqHints& hints);

}  // namespace recto::reader
