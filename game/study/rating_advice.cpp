#include "game/study/rating_advice.h"

#include <algorithm>

#include "content/base/utf8.h"

namespace recto::study {
namespace {

using memory::Rating;
using std::chrono::milliseconds;
using std::chrono::seconds;

/// 240 words a minute of six letters, blanks included.
constexpr milliseconds kReadingALetter{42};
/// 40 words a minute, a slow typist.
constexpr milliseconds kTypingALetter{250};
/// Thinking that is called effort: "recalled with effort" (F18).
constexpr milliseconds kLongThought = seconds(20);

/// A right choice that is known with a smaller chance suggests Hard.
constexpr double kKnownForSure = 0.85;

milliseconds letters_at(std::string_view text, milliseconds pace) {
  return pace * static_cast<std::int64_t>(count_code_points(text));
}

}  // namespace

std::optional<Rating> suggested_rating(Verdict verdict, milliseconds took, const Card& card) {
  switch (verdict) {
    case Verdict::Right:
    case Verdict::Slip: break;
    case Verdict::Almost: return std::nullopt;
    case Verdict::Wrong:
    case Verdict::NotKnown: return Rating::Again;
  }
  const milliseconds thought =
      took - letters_at(card.prompt, kReadingALetter) - letters_at(card.answer, kTypingALetter);
  return thought >= kLongThought ? Rating::Hard : Rating::Good;
}

double guess_chance(const Card& card) {
  switch (card.kind) {
    case CardKind::TrueFalse: return 0.5;
    case CardKind::Choice: return 1.0 / static_cast<double>(card.distractors.size() + 1);
    default: return 0;
  }
}

Rating suggested_rating_of_choice(bool right, const Card& card, double recall_chance) {
  if (!right) return Rating::Again;
  const double known = std::clamp(recall_chance, 0.0, 1.0);
  const double lucky = (1 - known) * guess_chance(card);
  return known >= kKnownForSure * (known + lucky) ? Rating::Good : Rating::Hard;
}

}  // namespace recto::study
