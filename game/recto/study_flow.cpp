#include "game/recto/study_flow.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "game/progress/settings.h"
#include "game/recto/turns.h"
#include "game/screens/study/commands.h"

namespace recto::app {

using screens::Page;

bool StudyFlow::can_resume() const {
  return practice_.can_resume() || (session_ && session_->current() != nullptr);
}

screens::StudyView StudyFlow::study() const {
  if (practice_.is_on()) return practice_.study();
  const Instant now = common_->clock();
  screens::Showing showing = leech_ ? leech_->showing : screens::showing_of(*session_, deck_, now);
  if (leech_) showing.card = &leech_->card;
  showing.can_undo |= edit_was_last();
  screens::StudyView view = screens::look(showing, state_, common_->memory.habits, now);
  view.edit = fields();
  return view;
}

screens::SummaryView StudyFlow::summary(std::size_t more) const {
  if (practice_.is_on()) return practice_.summary();
  screens::SummaryView view = screens::look_back(*session_, deck_, common_->clock(), more);
  view.can_undo |= edit_was_last();
  view.edit = fields();
  return view;
}

StudyFlow::Next StudyFlow::start(const DeckId& id) {
  practice_.end();
  const bool goes_on = session_ && deck_.id == id && session_day_ == common_->today();
  if (goes_on && session_->current() != nullptr) return Page::Study;
  Messages& messages = common_->messages;
  const auto refuse = [&](const Error& error) {
    messages.fail_with(error, "The deck cannot be studied.");
    return std::nullopt;
  };
  auto deck = common_->store.deck(id);
  if (!deck) return refuse(deck.error());
  auto items = common_->store.items(id);
  if (!items) return refuse(items.error());
  const auto today = common_->read_today();
  if (!today) return refuse(today.error());
  const auto preset = progress::preset_for(common_->store, id);
  if (!preset) return refuse(preset.error());
  common_->rules.scheduling = preset->scheduling;
  auto scheduler = memory::Scheduler::make(common_->rules.scheduling);
  if (!scheduler) return refuse(scheduler.error());
  const Instant now = common_->clock();
  study::Session session(
      std::move(*items), std::move(*scheduler), common_->rules.day,
      progress::session_plan(*today, id), now,
      common_->seed + static_cast<std::uint64_t>(now.time_since_epoch().count()));
  if (session.current() == nullptr) {
    common_->tell("Nothing is due in " + quoted(*deck) + " now.");
    return std::nullopt;
  }
  messages.take_notice();
  deck_ = std::move(*deck);
  session_ = std::move(session);
  session_day_ = common_->today();
  rewritten_.clear();
  drafts_.clear();
  return next_card();
}

StudyFlow::Next StudyFlow::practise(const DeckId& id, study::Practice::Missed missed) {
  auto deck = common_->store.deck(id);
  auto items = common_->store.items(id);
  if (!deck || !items) {
    common_->messages.fail_with(deck ? items.error() : deck.error(),
                                "The deck cannot be practised.");
    return std::nullopt;
  }
  return practice_.start(std::move(*deck), std::move(*items), missed);
}

StudyFlow::Next StudyFlow::practise_missed() {
  auto items = common_->store.items(deck_.id);
  if (!items) {
    common_->messages.fail_with(items.error(), "The missed cards cannot be practised.");
    return std::nullopt;
  }
  const auto was_missed = [&](const study::Item& item) {
    return std::ranges::any_of(session_->answered(), [&](const study::Answered& answer) {
      return answer.fact == item.fact && answer.rating == memory::Rating::Again;
    });
  };
  std::erase_if(*items, [&](const study::Item& item) { return !was_missed(item); });
  return practice_.start(deck_, std::move(*items), study::Practice::Missed::ComeAgain);
}

StudyFlow::Next StudyFlow::apply(const screens::StudyAction& action) {
  using Kind = screens::StudyAction::Kind;
  if (practice_.is_on()) return practice_.apply(action);
  if (!editing_) keep_typed(action, state_.turn);
  if (leech_ && action.kind == Kind::SetAside) return set_aside();
  if (leech_ && action.kind == Kind::Keep) return next_card();
  if (action.kind == Kind::Edited) return close_fields(action.edit);
  if (leech_ && action.kind != Kind::Source && action.kind != Kind::Edit &&
      action.kind != Kind::Undo && action.kind != Kind::Leave)
    return std::nullopt;
  if (action.kind == Kind::Decide && action.decision == study::Decision::CountsFromNowOn)
    accept_typed();
  if (session_->current() != nullptr || leech_) {
    const Asking asking{common_, &deck_, leech_ ? &leech_->card : session_->card(),
                        leech_ ? leech_->showing.way : session_->way(),
                        leech_ ? leech_->showing.options : session_->options()};
    if (answers(asking, action, state_)) return std::nullopt;
  }
  const Instant now = common_->clock();
  switch (action.kind) {
    case Kind::Rate: return rate(action.rating);
    case Kind::Bury: return decide(session_->bury(now), "Not asked again today.");
    case Kind::Suspend: return decide(session_->suspend(now), "Suspended: it is never asked.");
    case Kind::Flag: return flag(action.flag);
    case Kind::Edit:
      open_fields({leech_ ? leech_->card.id : session_->card()->id});
      return std::nullopt;
    case Kind::Undo: return undo();
    case Kind::Redo: return redo();
    case Kind::Leave: return Page::Today;
    default: return std::nullopt;
  }
}

StudyFlow::Next StudyFlow::apply(const screens::SummaryAction& action) {
  using Kind = screens::SummaryAction::Kind;
  if (practice_.is_on()) return practice_.apply(action);
  switch (action.kind) {
    case Kind::None: break;
    case Kind::Done: return Page::Today;
    case Kind::GoOn: return go_on();
    case Kind::Undo: return undo();
    case Kind::Fix: open_fields(session_->flagged()); break;
    case Kind::Edited: return close_fields(action.edit);
    case Kind::Practise: return practise_missed();
    case Kind::Quiz: return practise(deck_.id, study::Practice::Missed::StayAway);
  }
  return std::nullopt;
}

bool StudyFlow::end(const DeckId& id) {
  if (practice_.is_on() && practice_.deck() == id) practice_.end();
  if (!session_ || deck_.id != id) return false;
  session_.reset();
  leech_.reset();
  return true;
}

std::optional<Instant> StudyFlow::wakes_at() const {
  if (practice_.is_on()) return practice_.wakes_at();
  return session_ && session_->current() == nullptr ? session_->next_due() : std::nullopt;
}

StudyFlow::Next StudyFlow::go_on() {
  session_->wake(common_->clock());
  if (session_->current() != nullptr) return next_card();
  return start(deck_.id);
}

/// Shows the session's card, or its summary when there is none.
StudyFlow::Next StudyFlow::next_card() {
  leech_.reset();
  editing_.reset();
  state_ = {};
  state_.turn.shown_at = common_->clock();
  return session_->current() != nullptr ? Page::Study : Page::Summary;
}

/// Whether the database took what was done; when not, that is said.
bool StudyFlow::store(const study::Step& step) {
  const auto* const answered = std::get_if<study::Answered>(&step);
  const auto stored = answered != nullptr
                          ? common_->store.record(*answered, common_->rules)
                          : common_->store.change(std::get<study::Changed>(step), common_->clock());
  if (stored) {
    common_->messages.answer_is_taken();
    common_->messages.take_notice();
    return true;
  }
  common_->messages.fail_with(
      stored.error(),
      answered != nullptr
          ? "This answer is not taken yet; all before it are safe. Rate it again when this is "
            "mended:"
          : "This is not done yet; all before it is safe. Try again when this is mended:",
      Messages::About::Answer);
  return false;
}

StudyFlow::Next StudyFlow::rate(memory::Rating rating) {
  const Instant now = common_->clock();
  if (!study::may_rate(state_.turn, now)) return std::nullopt;
  Leech leech{session_->current()->fact, *session_->card(),
              screens::showing_of(*session_, deck_, now)};
  const study::Answered answered = session_->answer(rating, now, now - state_.turn.shown_at);
  if (!store(answered)) {
    session_->undo();
    return std::nullopt;
  }
  if (rating == memory::Rating::Hard) explain_hard();
  if (!study::is_leech(answered)) return next_card();
  leech_ = std::move(leech);
  state_.is_leech = true;
  return Page::Study;
}

void StudyFlow::explain_hard() {
  if (std::exchange(common_->memory.hard_is_explained, true)) return;
  common_->tell("Hard counts as recalled. Choose Again when you had forgotten.");
}

/// Stores a decision that the session has taken; takes it back there when that fails.
StudyFlow::Next StudyFlow::decide(const std::optional<study::Changed>& changed,
                                  const std::string& told) {
  if (!changed) return std::nullopt;
  if (!store(*changed)) {
    session_->undo();
    return std::nullopt;
  }
  common_->tell(told + " U takes it back.");
  return next_card();
}

/// A flag leaves the card where it is, and the answer as far as it was.
StudyFlow::Next StudyFlow::flag(std::optional<study::Flag> flag) {
  const screens::StudyState before = state_;
  const Next next =
      decide(session_->flag(flag, common_->clock()),
             flag ? "Flagged as " + screens::flag_in_words(*flag) + "." : "The flag is off.");
  state_ = before;
  return next;
}

StudyFlow::Next StudyFlow::set_aside() {
  return decide(session_->set_aside(leech_->fact, common_->clock()), "Set aside.");
}

StudyFlow::Next StudyFlow::undo() {
  if (edit_was_last()) return undo_edit();
  const study::Step* const last = session_->last_step();
  if (last == nullptr) return std::nullopt;
  const Instant now = common_->clock();
  const auto taken =
      std::visit([&](const auto& step) { return common_->store.take_back(step, now); }, *last);
  if (!taken) {
    common_->messages.fail_with(taken.error(),
                                "The last step was not taken back. Try again when this is mended:",
                                Messages::About::Answer);
    return std::nullopt;
  }
  session_->undo();
  common_->messages.answer_is_taken();
  common_->messages.take_notice();
  return next_card();
}

bool StudyFlow::did(const progress::Step& step) const {
  if (!session_) return false;
  if (edit_was_last()) {
    const auto* const edits = std::get_if<progress::Edits>(&step);
    const auto* const edit = edits != nullptr && edits->size() == 1
                                 ? std::get_if<progress::CardEdit>(&edits->front())
                                 : nullptr;
    return edit != nullptr && edit->deck == deck_.id && edit->card == rewritten_.back().before.id;
  }
  const study::Step* const last = session_->last_step();
  if (last == nullptr) return false;
  if (const auto* const answered = std::get_if<study::Answered>(last))
    return step == progress::Step(*answered);
  return step == progress::Step(progress::Edits{std::get<study::Changed>(*last)});
}

StudyFlow::Next StudyFlow::undo_last() {
  practice_.end();
  const Next next = undo();
  // Words that were taken back leave the card as it is.
  return next ? next : std::optional(session_->current() != nullptr ? Page::Study : Page::Summary);
}

StudyFlow::Next StudyFlow::redo_last() {
  practice_.end();
  return redo();
}

StudyFlow::Next StudyFlow::redo() {
  const std::optional<study::Step> step = session_->redo(common_->clock());
  if (!step) return std::nullopt;
  if (!store(*step)) {
    session_->undo();
    return std::nullopt;
  }
  return next_card();
}

}  // namespace recto::app
