// "the company", "the river": noun phrases that stand for something the article names.
#pragma once

#include <vector>

#include "tools/discourse/references.h"

namespace recto::discourse {

/// Phrases of "the" and a bare singular noun that mean a named entity, in order. Only where the
/// noun is said of exactly one entity of the whole article (beside its name, or in it: "University
/// of Utah"), the noun is of the entity's kind, the entity is named more than once, last within
/// five sentences before, and nothing unnamed had that noun since. Their chance is higher where the
/// noun meant nothing else before at all: no "a company", "companies", "the other company". Safe
/// (kSafeReference) it is not: GUM has too few of them to tell. O(words).
[[nodiscard]] std::vector<Reference> find_descriptions(const AnalysedArticle& article,
                                                       const Entities& entities, Nouns& nouns);

}  // namespace recto::discourse
