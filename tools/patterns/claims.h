// "Tarr said that …", "According to Tarr, …": what a sentence tells as somebody's word.
#pragma once

#include <optional>
#include <vector>

#include "content/words/lexicon.h"
#include "tools/patterns/sentence.h"

namespace recto::patterns {

struct Claim {
  Words source;  ///< who says it: "Tarr", "the report"
  Words claim;   ///< what is said, without "that", up to the next semicolon or the end
  std::optional<WordId> verb;  ///< "said"; none for "according to"

  bool operator==(const Claim&) const = default;
};

/// The claims of a sentence, in order of their sources: after a verb of saying with "that", or with
/// a clause that the tree puts under it; before ", Tarr said"; around "according to". Left out when
/// the source is not certain, and when all of it is direct speech (quotations.h). Where the source
/// is inserted ("It, Tarr said, fell") the claim holds it. Linear.
[[nodiscard]] std::vector<Claim> find_claims(const Sentence& sentence, const Lexicon& lexicon);

}  // namespace recto::patterns
