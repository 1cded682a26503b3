// How right an answer is, and what it is worth (PRODUCT.md, 3.3 and L6).
#pragma once

#include <set>
#include <span>
#include <string>
#include <vector>

#include "content/words/lexicon.h"
#include "game/classroom/rules/event.h"
#include "game/classroom/rules/quiz.h"
#include "game/study/grading.h"

namespace recto::classroom {

/// Half a phone's round-trip time, at most 250 ms: taken off its answer time, added at the end
/// (L7).
[[nodiscard]] Millis credit_of(Millis round_trip);

/// Whether the response is one that the question can have. Several and Order need places that are
/// there, each once; Several ascending.
[[nodiscard]] bool is_well_formed(const Question& question, const Response& response);

/// The points for an answer that is right by `share`, 0 to 1, given after `taken` of `time`.
/// Accuracy: 1,000. Speed: round(1000 · (1 − t/T/2)), full within 0.5 s, never under 500; without a
/// limit 1,000. Both times the share, rounded.
[[nodiscard]] int points_for(Scoring scoring, double share, Millis taken, Millis time);

/// How right the options are, 0 to 1. Several with shares: right ones chosen less wrong ones
/// chosen, of all right ones, at least 0.
[[nodiscard]] double share_of_options(const Question& question, const Response& response,
                                      bool shares);

/// What a typed answer is, and whether it counts: right and slip do (PRODUCT.md, section 5).
[[nodiscard]] study::Verdict verdict_of_text(const Quiz& quiz, const Question& question,
                                             const std::string& text, const Lexicon* lexicon);

/// Which of the typed numbers are nearest to the key: a flag for each text, all false when none is
/// a number.
[[nodiscard]] std::vector<bool> nearest(const Question& question, const std::string& language,
                                        std::span<const std::string> texts);

}  // namespace recto::classroom
