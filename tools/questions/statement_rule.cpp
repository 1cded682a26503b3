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

bool StatementRule::is_whole(const Piece& complement) const {
  const auto& words = sentence_.words;
  bool clause = false;
  bool verb = false;
  for (WordId at = complement.words.begin; at < complement.words.end; ++at) {
    if (words.is_one_of(at, {"which", "who", "that", "where", "whose"})) clause = true;
    if (words.upos(at) == "VERB" || words.upos(at) == "AUX") verb = true;
  }
  if (clause && !verb) return false;
  WordId next = complement.words.end;
  if (words.is(next, ",")) ++next;
  return !words.is_one_of(next, {"who", "which", "where", "whose"}) && words.upos(next) != "VERB";
}

}  // namespace recto::questions
