// Is a typed answer right? Rules G1 to G3, the articles of G4, G5 to G9 (value_grading.h), G17 and
// G18 of the product's table.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "content/deck/deck.h"
#include "game/memory/model.h"

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
  std::string rule;  ///< the rule that decided: "G2"; "-" for a plain mistake

  bool operator==(const Graded&) const = default;
};

/// Grades `typed` against the card's answer and its further accepted answers. `rivals` are the
/// other answers and names of the deck, the card's own may be among them: what means one of those
/// as well is no slip. The grading settings of the card apply, where it has none those of the deck;
/// with exact_spelling a slip is wrong. `language` is the deck's: it tells what 1.500 is. The
/// card's answer is right even where it is "?" or "idk". Pure.
[[nodiscard]] Graded grade(std::string_view typed, const Card& card, const Grading& deck_grading,
                           std::span<const std::string> rivals, std::string_view language = "en");

/// Whether the program can judge a typed answer: six words at most (G17).
[[nodiscard]] bool is_graded(const Card& card);

/// The rating that a verdict suggests (F20); Good for Right and Slip, Again for Wrong and NotKnown,
/// Good for SelfRated.
[[nodiscard]] memory::Rating suggested_rating(Verdict verdict);

}  // namespace recto::study
