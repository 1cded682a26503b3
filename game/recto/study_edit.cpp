// Putting cards right while studying: one, or the flagged ones at the end.
#include <algorithm>
#include <utility>
#include <variant>

#include "game/progress/edits.h"
#include "game/recto/study_flow.h"

namespace recto::app {

using screens::EditAction;

const Card& StudyFlow::card_of(const study::CardOf& card) const {
  return *find_card(deck_of(card.deck), card.card);
}

/// The card has other words, wherever the session keeps it.
void StudyFlow::put(const study::CardOf& place, const Card& card) {
  const auto deck = std::ranges::find(decks_, place.deck, &Deck::id);
  *std::ranges::find(deck->cards, place.card, &Card::id) = card;
  session_->rewrite(place.deck, card);
  if (leech_ && leech_->fact.deck == place.deck && leech_->card.id == place.card)
    leech_->card = card;
}

void StudyFlow::open_fields(std::vector<study::CardOf> cards) {
  for (const study::CardOf& card : cards)
    load(card.deck);
  if (!cards.empty()) editing_ = Editing{.cards = std::move(cards)};
}

std::optional<screens::EditView> StudyFlow::fields() const {
  if (!editing_) return std::nullopt;
  const std::size_t count = editing_->cards.size();
  const study::CardOf& id = editing_->cards[editing_->at];
  screens::EditView view;
  view.card = id.card.text;
  view.title = count == 1 ? "Edit this card"
                          : "Fix flagged cards: " + std::to_string(editing_->at + 1) + " of " +
                                std::to_string(count);
  view.fields = screens::fields_of(card_of(id));
  view.problem = editing_->problem;
  view.is_last = editing_->at + 1 == count;
  const auto draft = drafts_.find(id);
  if (draft == drafts_.end()) return view;
  for (std::size_t i = 0; i < view.fields.size(); ++i)
    view.fields[i].text = draft->second[i];
  return view;
}

/// Saves what was typed, or keeps it for the next time; then the next card, if there is one.
StudyFlow::Next StudyFlow::close_fields(const EditAction& action) {
  if (!editing_ || action.kind == EditAction::Kind::None) return std::nullopt;
  const study::CardOf id = editing_->cards[editing_->at];
  drafts_[id] = action.texts;
  if (action.kind == EditAction::Kind::Save) {
    const Result<Card> card = screens::rewritten(card_of(id), action.texts);
    if (!card) {
      editing_->problem = message(card.error()) + ".";
      return std::nullopt;
    }
    if (!rewrite(id.deck, *card)) return std::nullopt;
    drafts_.erase(id);
    if (editing_->cards.size() > 1) take_off_flag(id.deck, *card);
  }
  editing_->problem.clear();
  if (++editing_->at == editing_->cards.size()) editing_.reset();
  return std::nullopt;
}

/// Stores a card in its new words; when that fails, says so where it is edited.
bool StudyFlow::rewrite(const DeckId& deck, const Card& card) {
  const Card before = card_of({deck, card.id});
  const Instant now = common_->clock();
  const auto edits = progress::edited(common_->store, deck, card);
  const auto stored =
      edits ? common_->store.apply(*edits, now) : Result<void>(tl::unexpected(edits.error()));
  if (!stored) {
    const std::string said = "This is not saved yet: " + message(stored.error()) + ".";
    if (editing_)
      editing_->problem = said;
    else
      common_->messages.show_problem(said);
    return false;
  }
  put({deck, card.id}, card);
  rewritten_.push_back({session_->steps(), deck, before});
  common_->tell("Saved.");
  return true;
}

/// A flagged card that was put right needs its flag no more.
void StudyFlow::take_off_flag(const DeckId& deck, const Card& card) {
  const auto changed = session_->unflag({deck, memory_key(card)}, common_->clock());
  if (changed && !store(*changed)) session_->undo();
}

/// What was typed is right from now on.
void StudyFlow::accept_typed() {
  if (session_->current() == nullptr || !study::can_decide(state_.turn, session_->way())) return;
  Card card = *session_->card();
  if (std::ranges::find(card.accept, state_.turn.typed) != card.accept.end()) return;
  card.accept.push_back(state_.turn.typed);
  if (rewrite(session_->current()->deck, card))
    common_->tell("“" + state_.turn.typed + "” is right from now on.");
}

bool StudyFlow::edit_was_last() const {
  return session_ && !rewritten_.empty() && rewritten_.back().steps == session_->steps();
}

/// What was done since on other pages stays: then the old words are put in its place.
Result<void> StudyFlow::take_words_back() {
  const Instant now = common_->clock();
  const auto next = RECTO_TRY(common_->store.next_undo());
  if (next && did(*next)) {
    RECTO_TRY(common_->store.undo(now));
    return {};
  }
  const auto& [steps, deck, before] = rewritten_.back();
  progress::Edits edits = RECTO_TRY(progress::edited(common_->store, deck, before));
  std::get<progress::CardEdit>(edits.front()).after.card = before;
  return common_->store.apply(edits, now);
}

StudyFlow::Next StudyFlow::undo_edit() {
  const Result<void> undone = take_words_back();
  if (!undone) {
    common_->messages.fail_with(undone.error(), "The words were not taken back.");
    return std::nullopt;
  }
  const Rewritten last = std::move(rewritten_.back());
  rewritten_.pop_back();
  put({last.deck, last.before.id}, last.before);
  state_.turn.decision.reset();
  common_->tell("The card has its old words again.");
  return std::nullopt;
}

}  // namespace recto::app
