// Studying: a session over the cards of a deck, from its start to its summary, and practice.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "game/recto/common.h"
#include "game/recto/practice_flow.h"
#include "game/screens/shell/shell_view.h"
#include "game/screens/study/study_view.h"
#include "game/screens/summary/summary_view.h"
#include "game/study/session.h"

namespace recto::app {

/// Holds, while one goes on, a session. Every answer and every decision is in the database before
/// the next card is shown; one that the database does not take is not taken here either. A practice
/// stands in front of the session until it is left.
class StudyFlow {
 public:
  /// The page to show now; none: the same as before. Today stands for where it was started.
  using Next = std::optional<screens::Page>;

  explicit StudyFlow(Common& common) : common_(&common), practice_(common) {}

  /// Whether there is a card to go on with.
  [[nodiscard]] bool can_resume() const;
  [[nodiscard]] screens::StudyView study() const;  ///< only on Page::Study
  /// Only on Page::Summary. `more`: how many cards another session of the deck would bring now.
  [[nodiscard]] screens::SummaryView summary(std::size_t more) const;
  [[nodiscard]] const DeckId& deck() const { return deck_.id; }  ///< of the session

  /// A session of a deck, the one of today where it was left, or a sentence that nothing is due.
  Next start(const DeckId& id);
  /// All cards of a deck without consequences: each until it is right, or a quiz of some (F24).
  Next practise(const DeckId& id, study::Practice::Missed missed);
  Next apply(const screens::StudyAction& action);
  Next apply(const screens::SummaryAction& action);
  /// Whether the step is the last one of this session: it is taken back here.
  [[nodiscard]] bool did(const progress::Step& step) const;
  /// Takes it back, or does it again, and shows its card.
  Next undo_last();
  Next redo_last();
  [[nodiscard]] bool can_redo() const { return session_ && session_->can_redo(); }
  /// Ends the session of a deck that is no longer there, or no longer as it was; whether there was
  /// one.
  bool end(const DeckId& id);
  /// When a learning step falls due that is waited for, or the clock of a quiz moves on.
  [[nodiscard]] std::optional<Instant> wakes_at() const;

 private:
  Next go_on();
  Next next_card();
  Next rate(memory::Rating rating);
  void explain_hard();
  [[nodiscard]] bool store(const study::Step& step);
  Next decide(const std::optional<study::Changed>& changed, const std::string& told);
  Next flag(std::optional<study::Flag> flag);
  Next set_aside();
  Next undo();
  Next redo();
  Next practise_missed();
  // Putting cards right (study_edit.cpp).
  void open_fields(std::vector<CardId> cards);
  Next close_fields(const screens::EditAction& action);
  [[nodiscard]] bool rewrite(const Card& card);
  void take_off_flag(const Card& card);
  void accept_typed();
  [[nodiscard]] bool edit_was_last() const;
  [[nodiscard]] Result<void> take_words_back();
  Next undo_edit();
  [[nodiscard]] std::optional<screens::EditView> fields() const;

  Common* common_;
  PracticeFlow practice_;
  std::optional<study::Session> session_;
  study::Day session_day_ = 0;
  Deck deck_;  ///< of the session
  screens::StudyState state_;
  /// The card that was just missed once too often, as it stood on the screen (F23).
  struct Leech {
    FactId fact;
    Card card;
    screens::Showing showing;
  };
  std::optional<Leech> leech_;
  /// Cards whose fields are open, the first one on the screen.
  struct Editing {
    std::vector<CardId> cards;
    std::size_t at = 0;
    std::string problem{};
  };
  std::optional<Editing> editing_;
  /// A card that was put right in this session, after so many of its steps.
  struct Rewritten {
    std::size_t steps = 0;
    Card before;
  };
  std::vector<Rewritten> rewritten_;
  std::map<CardId, std::vector<std::string>> drafts_;  ///< of fields that were closed unsaved
};

}  // namespace recto::app
