// What a day brings from all decks together, within what a learner wants to spend (F15, F26).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace recto::study {

/// What waits in one deck.
struct DeckWork {
  std::size_t learning = 0;  ///< steps that come by the clock
  std::size_t due = 0;       ///< reviews
  std::size_t fresh = 0;     ///< new facts
  std::size_t most_due = 0;  ///< of these, today, by the deck's own rules
  std::size_t most_fresh = 0;
};

struct DayLimits {
  std::optional<std::size_t> answers{};  ///< left of the day's budget; none: no budget
  std::optional<std::size_t> reviews{};  ///< left of what is to be caught up with today
  bool new_pause = false;                ///< no new facts: there is something to catch up with
  /// Answers a day of the budget, and reviews that fall due on each of the next days, on the
  /// average: new facts that would not fit in there are not begun.
  std::size_t budget_a_day = 0;
  std::size_t coming_a_day = 0;
};

/// What one deck brings today.
struct DeckShare {
  std::size_t learning = 0, reviews = 0, fresh = 0;

  [[nodiscard]] std::size_t cards() const { return learning + reviews + fresh; }
  bool operator==(const DeckShare&) const = default;
};

/// A share for each deck, in their order: first what was begun, then reviews, then new facts as far
/// as they fit the budget with the answers that learning them takes (`answers_per_new`). Reviews
/// and new facts are dealt out in turn, so that no deck waits for another to be done.
[[nodiscard]] std::vector<DeckShare> share_day(std::span<const DeckWork> decks,
                                               const DayLimits& limits,
                                               double answers_per_new = 3.0);

}  // namespace recto::study
