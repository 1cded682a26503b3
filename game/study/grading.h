// Is a typed answer right? Rules G1 to G18 of the product's table.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/deck/deck.h"
#include "content/words/lexicon.h"

namespace recto::study {

/// The better before the worse.
enum class Verdict {
  Right,
  Slip,    ///< right but for spelling, an accent, a plural
  Almost,  ///< something is missing or doubtful, or too long for a program: the learner decides
  Wrong,
  NotKnown,  ///< nothing typed, "?", "don't know"
};

struct Graded {
  Verdict verdict = Verdict::Wrong;
  std::string rule;  ///< the rule that decided: "G2"; "-" for a plain mistake

  bool operator==(const Graded&) const = default;
};

/// What an answer is judged by besides its card.
struct Standards {
  Grading grading{};  ///< the deck's settings: they hold where the card has none
  /// Other answers, distractors and names of the deck, the card's own may be among them: what means
  /// one of those as well is no slip.
  std::span<const std::string> rivals{};
  std::string_view language = "en";  ///< the deck's (BCP 47)
  const Lexicon* lexicon = nullptr;  ///< of English words; without it no synonyms, no countries
};

/// Grades `typed` against the card's answer and its further accepted answers; the best counts. With
/// exact_spelling a slip is wrong. The card's answer is right even where it is "?" or "idk".
/// Answers of over six words are never wrong (G17). Typed text beyond 500 bytes is cut off. Pure.
[[nodiscard]] Graded grade(std::string_view typed, const Card& card, const Standards& standards);

/// What an answer to the card could be confused with: the deck's names, the card's distractors, the
/// answers of all other facts.
[[nodiscard]] std::vector<std::string> rivals_of(const Deck& deck, const Card& card);

/// Whether the program can judge a typed answer: six words at most (G17).
[[nodiscard]] bool is_graded(const Card& card);

/// "right", "slip", "almost", "wrong", "empty": as tables of cases and logs write it.
[[nodiscard]] std::string_view name_of(Verdict verdict);

}  // namespace recto::study
