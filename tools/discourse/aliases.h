// Other names that the text states: "the World Health Organization (WHO)", "X, also known as Y".
#pragma once

#include <vector>

#include "content/words/lexicon.h"
#include "tools/discourse/article.h"

namespace recto::discourse {

/// Two names of one thing.
struct StatedAlias {
  Place full;
  Place other;  ///< short, former, or of birth; need not be among the sentence's names
};

/// What one sentence states of its names: what tools/patterns finds, and besides `X ("Y")`, "X
/// (born Y)", "X was born Y", "X is also known as Y". A surname at birth ("née Buckley") states
/// none.
[[nodiscard]] std::vector<StatedAlias> stated_aliases(const AnalysedArticle& article, SentenceId id,
                                                      const Lexicon& lexicon);

}  // namespace recto::discourse
