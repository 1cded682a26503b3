// Article → cards: over-generate, check, rank.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/deck/deck.h"
#include "tools/questions/candidate.h"

namespace recto::questions {

/// The chance, by ranking.h, from which on a card is worth a place in a deck.
inline constexpr double kGoodEnough = 0.70;

/// What to write.
struct Wanted {
  std::set<CardKind> kinds;          ///< empty: every kind
  std::size_t max_cards = 0;         ///< 0: as many as are good
  double min_quality = kGoodEnough;  ///< [0, 1]
  /// Whether choices whose key is the longest option go where there are too many: not where
  /// somebody else sees to it, for a deck that changes.
  bool balances = true;
  std::size_t spare_options = 0;  ///< wrong options of each choice to tell beside its own
  /// Is shown every candidate that is good enough and right in form, before those are taken that go
  /// together: for training.
  std::function<void(const Candidate&, const Told&)> watch{};
};

/// A candidate that became no card.
struct Rejected {
  Card card;
  std::string reason;  ///< in words for a person: "the answer stands in the prompt (C6)"
};

struct Questions {
  std::vector<Card> cards;  ///< FAQ first, then best first; ids and facts are set, ids unique
  std::vector<Rejected> rejected;
  /// Further wrong options of choices, best first, as many as were wanted and could be found.
  std::map<CardId, std::vector<std::string>> spare_options;
};

/// Cards of an article. `passages[i]` is made from `article.blocks[passage_blocks[i]]`; a FAQ
/// passage's text is its question, "\n", its answer. Every card passes checks.h and points at its
/// sentence. Pure and deterministic.
[[nodiscard]] Questions make_questions(const Material& material, const Wanted& wanted);

}  // namespace recto::questions
