// Studying: a session over the cards of a deck or of the whole day, from its start to its summary,
// and practice.
#pragma once

#include <functional>
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
  /// Only on Page::Summary. `more`: how many cards another such session would bring now.
  [[nodiscard]] screens::SummaryView summary(std::size_t more) const;
  /// The deck that the session is about; none: it is about the whole day.
  [[nodiscard]] const std::optional<DeckId>& only() const { return only_; }
  [[nodiscard]] bool has(const DeckId& deck) const;  ///< whether it is about this deck too

  /// A session of a deck, the one of today where it was left, or a sentence that nothing is due.
  Next start(const DeckId& id);
  /// One session over everything that the day brings, of each deck as much as its plan takes (F15).
  Next start_day();
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
  /// What a session is made of.
  struct Material {
    std::vector<study::Session::Part> parts;
    std::map<DeckId, memory::Settings> scheduling;
  };
  [[nodiscard]] Result<void> read(const DeckId& id, const study::Plan& plan,
                                  Material& material) const;
  Next begin(Material material, std::optional<DeckId> only);
  void load(const DeckId& id);
  [[nodiscard]] bool can_go_on_with(const progress::Today& today) const;
  /// Cards of the decks that were asked of, without consequences (F24): those that `takes` takes.
  Next practise(study::Practice::Missed missed,
                const std::function<bool(const study::Item&)>& takes);
  [[nodiscard]] const Deck& deck_of(const DeckId& id) const;
  [[nodiscard]] const Deck& deck_on_show() const;
  [[nodiscard]] const Card& card_of(const study::CardOf& card) const;
  void put(const study::CardOf& place, const Card& card);
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
  void open_fields(std::vector<study::CardOf> cards);
  Next close_fields(const screens::EditAction& action);
  [[nodiscard]] bool rewrite(const DeckId& deck, const Card& card);
  void take_off_flag(const DeckId& deck, const Card& card);
  void accept_typed();
  [[nodiscard]] bool edit_was_last() const;
  [[nodiscard]] Result<void> take_words_back();
  Next undo_edit();
  [[nodiscard]] std::optional<screens::EditView> fields() const;

  Common* common_;
  PracticeFlow practice_;
  std::optional<study::Session> session_;
  study::Day session_day_ = 0;
  std::vector<Deck> decks_;  ///< those of the session that were needed so far
  std::optional<DeckId> only_;
  std::map<DeckId, memory::Settings> scheduling_;  ///< of each of the decks
  screens::StudyState state_;
  /// The card that was just missed once too often, as it stood on the screen (F23).
  struct Leech {
    study::FactOf fact;
    Card card;
    screens::Showing showing;
  };
  std::optional<Leech> leech_;
  /// Cards whose fields are open, the first one on the screen.
  struct Editing {
    std::vector<study::CardOf> cards;
    std::size_t at = 0;
    std::string problem{};
  };
  std::optional<Editing> editing_;
  /// A card that was put right in this session, after so many of its steps.
  struct Rewritten {
    std::size_t steps = 0;
    DeckId deck;
    Card before;
  };
  std::vector<Rewritten> rewritten_;
  std::map<study::CardOf, std::vector<std::string>>
      drafts_;  ///< of fields that were closed unsaved
};

}  // namespace recto::app
