#include "game/study/turn.h"

#include <algorithm>
#include <utility>

#include "content/base/utf8.h"
#include "game/study/rating_advice.h"

namespace recto::study {
namespace {

using memory::Rating;

constexpr std::string_view kHidden = "•";

/// What a hint hides; blanks and punctuation give the shape of the answer.
bool is_hidden(char32_t letter) {
  constexpr std::u32string_view kShown = U" \u00A0\t\n.,;:!?'\"()[]{}/&%$+-=*‐‑‒–—‘’“”…·";
  return kShown.find(letter) == std::u32string_view::npos;
}

}  // namespace

void reveal(Turn& turn, const Card& card, Way way, std::string typed, Instant now,
            const Standards& standards) {
  if (turn.revealed_at) return;
  turn.revealed_at = now;
  turn.typed = std::move(typed);
  switch (way) {
    case Way::Reveal: break;
    case Way::Type: turn.graded = grade(turn.typed, card, standards); break;
    case Way::Choose: turn.graded = Graded{Verdict::NotKnown, "G18"}; break;
  }
}

void choose(Turn& turn, std::size_t option, bool right, Instant now) {
  if (turn.revealed_at) return;
  turn.revealed_at = now;
  turn.chosen = option;
  turn.graded = Graded{right ? Verdict::Right : Verdict::Wrong, "choice"};
}

std::optional<Verdict> verdict_of(const Turn& turn) {
  if (turn.decision)
    return *turn.decision == Decision::DoesNotCount ? Verdict::Wrong : Verdict::Right;
  if (turn.graded) return turn.graded->verdict;
  return std::nullopt;
}

bool can_decide(const Turn& turn, Way way) {
  return way == Way::Type && turn.graded && turn.graded->verdict != Verdict::NotKnown;
}

bool may_rate(const Turn& turn, Instant now) {
  if (!turn.revealed_at) return false;
  // A clock that was set back must not lock the buttons.
  return now < *turn.revealed_at || now - *turn.revealed_at >= kRatingDelay;
}

std::optional<Rating> suggested_rating(const Turn& turn, const Card& card, Way way,
                                       double recall_chance) {
  const std::optional<Verdict> verdict = verdict_of(turn);
  std::optional<Rating> rating = Rating::Good;
  if (verdict && way == Way::Choose)
    rating = suggested_rating_of_choice(*verdict == Verdict::Right, card, recall_chance);
  else if (verdict && turn.revealed_at)
    rating = suggested_rating(*verdict, *turn.revealed_at - turn.shown_at, card);
  if (rating && turn.hints > 0) rating = std::min(*rating, Rating::Hard);
  return rating;
}

bool is_pass(std::optional<Rating> rating) {
  return rating && *rating != Rating::Again;
}

std::string hint_text(std::string_view answer, int hints) {
  const std::u32string letters = code_points(answer);
  const auto all = static_cast<std::size_t>(std::ranges::count_if(letters, is_hidden));
  if (hints <= 0 || all < 2) return {};
  const std::size_t shown = hints < kMostHints ? 1 : (all + 1) / 2;
  std::string text;
  std::size_t passed = 0;
  for (const char32_t letter : letters) {
    if (hints == 1 && passed == shown) return text + "…";
    const bool hide = is_hidden(letter) && passed++ >= shown;
    if (hide)
      text += kHidden;
    else
      append_utf8(text, letter);
  }
  return text;
}

}  // namespace recto::study
