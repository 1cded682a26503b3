// Which of the good cards, in which order.
#pragma once

#include <vector>

#include "tools/questions/candidate.h"
#include "tools/questions/questions.h"
#include "tools/questions/statements.h"

namespace recto::questions {

/// Sets `card.quality`: the chance that a teacher would keep the card. The rule's own share of
/// usable cards, then less for a replaced pronoun, a long
/// prompt and a fact that does not name the article's topic, more for an early sentence.
void rate(Candidate& candidate, const Statements& statements);

/// FAQ first, then best first: of each fact at most three kinds, no two cards that ask the same
/// (C17), no answer as key of more than two facts, no sentence with more than two facts, a part of
/// the article that has had none before others (C18). What goes is told in `rejected`.
[[nodiscard]] std::vector<Card> select(Candidates candidates, const Statements& statements,
                                       const Wanted& wanted, std::vector<Rejected>& rejected);

}  // namespace recto::questions
