// Is a typed answer right? PRODUCT.md section 5, rules G1 to G3, G17 and G18.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "content/deck/deck.h"
#include "game/memory/scheduler.h"

namespace recto::study {

enum class Verdict {
  Right,
  Slip,  ///< right but for spelling or an accent
  Wrong,
  NotKnown,   ///< nothing typed, "?"
  SelfRated,  ///< too long for a program to judge (G17): the learner decides
};

struct Graded {
  Verdict verdict = Verdict::Wrong;
  std::string rule;  ///< the rule that decided: "G2"

  bool operator==(const Graded&) const = default;
};

/// Grades `typed` against the card's answer and its further accepted answers. `rivals` are the
/// other answers and names of the deck: what equals one of them is no slip. Card and deck grading
/// settings apply, the card's first. Pure.
[[nodiscard]] Graded grade(std::string_view typed, const Card& card, const Grading& deck_grading,
                           std::span<const std::string> rivals);

/// The rating that a verdict suggests (F20); Good for Right and Slip, Again for Wrong and NotKnown,
/// Good for SelfRated.
[[nodiscard]] memory::Rating suggested_rating(Verdict verdict);

}  // namespace recto::study
