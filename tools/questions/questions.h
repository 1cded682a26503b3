// Article → cards: over-generate, check, rank.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/deck/article.h"
#include "content/deck/deck.h"
#include "tools/language/sentences.h"
#include "tools/questions/names.h"
#include "tools/questions/word_lists.h"

namespace recto::questions {

/// What to write.
struct Wanted {
  std::set<CardKind> kinds;   ///< empty: every kind
  std::size_t max_cards = 0;  ///< 0: as many as are good
  double min_quality = 0.0;   ///< [0, 1]
};

/// A candidate that became no card.
struct Rejected {
  Card card;
  std::string reason;  ///< in words for a person: "the answer stands in the prompt (C6)"
};

struct Questions {
  std::vector<Card> cards;  ///< FAQ first, then best first; ids and facts are set, ids unique
  std::vector<Rejected> rejected;
};

/// Cards of an article. `passages[i]` is made from `article.blocks[passage_blocks[i]]`; a FAQ
/// passage's text is its question, "\n", its answer. Every card passes checks.h and points at its
/// sentence. Pure and deterministic.
[[nodiscard]] Questions make_questions(const Article& article, const std::vector<Passage>& passages,
                                       const std::vector<std::size_t>& passage_blocks,
                                       const Wanted& wanted,
                                       const language::Abbreviations& abbreviations,
                                       const WordLists& lists, const KnownKinds& known = {});

}  // namespace recto::questions
