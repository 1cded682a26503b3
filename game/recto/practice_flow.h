// Practising and quizzes (F24): the study screen, and nothing of it reaches the database.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "game/recto/common.h"
#include "game/screens/shell/shell_view.h"
#include "game/screens/study/study_view.h"
#include "game/screens/summary/summary_view.h"
#include "game/study/practice.h"

namespace recto::app {

/// Holds, while one goes on or its result is looked at, a practice.
class PracticeFlow {
 public:
  using Next = std::optional<screens::Page>;

  /// Cards of a quick quiz.
  static constexpr std::size_t kQuiz = 10;

  explicit PracticeFlow(Common& common) : common_(&common) {}

  [[nodiscard]] bool is_on() const { return practice_.has_value(); }
  /// Whether there is a card to go on with.
  [[nodiscard]] bool can_resume() const { return practice_ && practice_->current() != nullptr; }
  /// Whether it is about the deck.
  [[nodiscard]] bool has(const DeckId& deck) const;
  [[nodiscard]] screens::StudyView study() const;
  [[nodiscard]] screens::SummaryView summary() const;

  /// `missed`: as study::Practice has it. Nothing where there is nothing to ask.
  /// `items`: of the decks.
  Next start(std::vector<Deck> decks, std::vector<study::Item> items,
             study::Practice::Missed missed);
  Next apply(const screens::StudyAction& action);
  /// Practise and Quiz; everything else ends it.
  Next apply(const screens::SummaryAction& action);
  void end() { practice_.reset(); }
  /// When the clock of a quiz moves on.
  [[nodiscard]] std::optional<Instant> wakes_at() const;

 private:
  Next next_card();
  Next rate(memory::Rating rating);
  Next restart(study::Practice::Missed missed, const std::vector<study::FactOf>& facts);
  [[nodiscard]] std::vector<study::FactOf> all() const;
  [[nodiscard]] const Deck& deck() const;  ///< of the card on show
  [[nodiscard]] std::chrono::milliseconds took(Instant now) const;

  Common* common_;
  std::vector<Deck> decks_;
  std::vector<study::Item> items_;
  std::optional<study::Practice> practice_;
  Instant began_{};
  Instant ended_{};  ///< when the last answer was given
  screens::StudyState state_;
};

}  // namespace recto::app
