// Tables with a column of questions.
#pragma once

#include <vector>

#include "tools/reader/piece.h"

namespace recto::reader {

/// Makes a Faq piece of every row of a table with a column of questions and one of answers: its
/// header says so, or most cells of a column ask and sentences stand beside them. O(bytes).
[[nodiscard]] std::vector<Piece> fold_tables(std::vector<Piece> pieces);

}  // namespace recto::reader
