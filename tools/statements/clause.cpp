#include "tools/statements/clause.h"

#include <algorithm>

namespace recto::statements {

const Piece* Clause::find(Role role) const {
  const auto found =
      std::ranges::find_if(pieces, [&](const Piece& piece) { return piece.role == role; });
  return found == pieces.end() ? nullptr : &*found;
}

bool Clause::tells(WordId at) const {
  return !asides[at] &&
         std::ranges::any_of(pieces, [&](const Piece& piece) { return piece.words.holds(at); });
}

bool is_past(const patterns::Sentence& sentence, const Clause& clause) {
  const Piece* auxiliary = clause.find(Role::Auxiliary);
  if (auxiliary != nullptr && !auxiliary->put.empty())
    return auxiliary->put == "was" || auxiliary->put == "were";
  const WordId finite = auxiliary != nullptr ? auxiliary->head : clause.predicate;
  return sentence.xpos(finite) == "VBD" || sentence.is_one_of(finite, {"was", "were", "had"});
}

}  // namespace recto::statements
