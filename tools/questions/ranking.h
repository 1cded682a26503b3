// Which of the good cards, in which order.
#pragma once

#include <optional>
#include <vector>

#include "tools/questions/candidate.h"
#include "tools/questions/questions.h"

namespace recto::questions {

/// How good cards are: the chance, [0, 1], that a teacher would keep one.
class Ranking {
 public:
  /// `model` was learned from judged cards (tools/train-ranking); `told` is nullptr where the
  /// article is no English. Both outlive the ranking.
  Ranking(const forest::Forest& model, const Told* told);

  /// By the model from the candidate's traits; of a card that is made of no statement the share of
  /// usable ones among those of its rule. A model of other traits counts for nothing.
  [[nodiscard]] double quality_of(const Candidate& candidate);

 private:
  const forest::Forest& model_;
  const Told* told_;
  std::optional<bool> fits_;  ///< whether the model is of these traits
};

/// Takes out other kinds than those wanted, and what is below the quality wanted: that with its
/// reason. All have their quality.
void drop_unwanted(Candidates& candidates, const Told* told, const Wanted& wanted,
                   std::vector<Rejected>& rejected);

/// FAQ first, then the best form of each fact, best first, then their other forms: of each fact at
/// most four kinds, no two cards that ask the same
/// (C17), no answer as key of more than two facts, no sentence with more than three facts, a part
/// of the article that has had none before others (C18), none below the quality wanted. What goes
/// is told in `rejected`.
[[nodiscard]] std::vector<Card> select(Candidates candidates, const Told* told,
                                       const Wanted& wanted, std::vector<Rejected>& rejected);

}  // namespace recto::questions
