// The rating that an answer suggests; the learner decides.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

#include "content/deck/deck.h"
#include "game/memory/model.h"
#include "game/study/grading.h"

namespace recto::study {

/// The rating for a typed answer: Good for right and slips, Hard where it took long; Again for
/// wrong and not known; none for almost, which the learner has to decide first. `took`: from
/// showing the prompt to the verdict; the time that reading the prompt and typing takes is taken
/// off it.
[[nodiscard]] std::optional<memory::Rating> suggested_rating(Verdict verdict,
                                                             std::chrono::milliseconds took,
                                                             const Card& card);

/// The chance, 0 to 1, to choose right among the card's options without knowing; 0 for cards that
/// offer none.
[[nodiscard]] double guess_chance(const Card& card);

/// The rating for a choice. A right one counts for less the likelier it was a guess: the chance
/// that it was known is p / (p + (1 − p) g), with the chance of recall p and of guessing g (Bayes).
/// Below 0.85 Hard is suggested, above Good; a wrong one is Again. `recall_chance` in [0, 1], 0.5
/// for a fact that was never asked.
[[nodiscard]] memory::Rating suggested_rating_of_choice(bool right, const Card& card,
                                                        double recall_chance);

}  // namespace recto::study
