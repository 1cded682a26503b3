#include "tools/questions/statement_rule.h"

namespace recto::questions {

using patterns::WordId;

bool StatementRule::is_list(const Piece& piece) const {
  for (WordId at = piece.words.begin; at < piece.words.end; ++at)
    if (sentence_.words.relation(at) == "conj" && sentence_.words.head(at) == piece.head)
      return true;
  return false;
}

bool StatementRule::is_example() const {
  const auto& words = sentence_.words;
  for (WordId at = 0; at + 1 < words.size(); ++at)
    if ((words.is(at, "for") && words.is_one_of(at + 1, {"example", "instance"})) ||
        (words.is(at, "as") && words.is(at + 1, "in")))
      return true;
  return false;
}

}  // namespace recto::questions
