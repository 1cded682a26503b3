#include "game/recto/study_flow.h"

#include <algorithm>
#include <iterator>
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
  screens::Showing showing =
      leech_ ? leech_->showing : screens::showing_of(*session_, deck_on_show(), now);
  if (leech_) {
    showing.deck = &deck_on_show();
    showing.card = &leech_->card;
  }
  showing.can_undo |= edit_was_last();
  screens::StudyView view = screens::look(showing, state_, common_->habits, now);
  view.edit = fields();
  return view;
}

screens::SummaryView StudyFlow::summary(std::size_t more) const {
  if (practice_.is_on()) return practice_.summary();
  screens::SummaryView view = screens::look_back(*session_, decks_, common_->clock(), more);
  view.can_undo |= edit_was_last();
  view.edit = fields();
  return view;
}

bool StudyFlow::has(const DeckId& deck) const {
  return session_ && scheduling_.contains(deck);
}

/// A deck of the session, when it is first needed: reading all of them would be waited for.
void StudyFlow::load(const DeckId& id) {
  if (std::ranges::find(decks_, id, &Deck::id) != decks_.end()) return;
  auto deck = common_->store.deck(id);
  if (deck) return decks_.push_back(std::move(*deck));
  common_->messages.fail_with(deck.error(), "The card’s article cannot be shown.");
  decks_.emplace_back().id = id;
}

const Deck& StudyFlow::deck_of(const DeckId& id) const {
  return *std::ranges::find(decks_, id, &Deck::id);
}

const Deck& StudyFlow::deck_on_show() const {
  return deck_of(leech_ ? leech_->fact.deck : session_->current()->deck);
}

/// Adds a deck, to be studied by a plan.
Result<void> StudyFlow::read(const DeckId& id, const study::Plan& plan, Material& material) const {
  auto items =
      RECTO_TRY(common_->store.items_of_day(id, plan, common_->clock(), common_->rules.day));
  const auto preset = RECTO_TRY(progress::preset_for(common_->store, id));
  auto scheduler = RECTO_TRY(memory::Scheduler::make(preset.scheduling));
  material.parts.push_back({std::move(items), std::move(scheduler), plan});
  material.scheduling.emplace(id, preset.scheduling);
  return {};
}

StudyFlow::Next StudyFlow::start(const DeckId& id) {
  practice_.end();
  const bool goes_on = session_ && only_ == id && session_day_ == common_->today();
  if (goes_on && session_->current() != nullptr) return Page::Study;
  const auto today = common_->read_today();
  Material material;
  const Result<void> read_all = today ? read(id, progress::session_plan(*today, id), material)
                                      : Result<void>(tl::unexpected(today.error()));
  if (!read_all) {
    common_->messages.fail_with(read_all.error(), "The deck cannot be studied.");
    return std::nullopt;
  }
  return begin(std::move(material), id);
}

/// Whether the day's session has a card to go on with, and is about all that the day brings now.
bool StudyFlow::can_go_on_with(const progress::Today& today) const {
  return session_ && !only_ && session_day_ == today.day && session_->current() != nullptr &&
         std::ranges::all_of(today.decks, [&](const progress::DeckToday& deck) {
           return !progress::comes_today(deck, today.day) || has(deck.line.id);
         });
}

StudyFlow::Next StudyFlow::start_day() {
  practice_.end();
  const auto today = common_->read_today();
  const auto refuse = [&](const Error& error) {
    common_->messages.fail_with(error, "The session cannot begin.");
    return std::nullopt;
  };
  if (!today) return refuse(today.error());
  if (can_go_on_with(*today)) return Page::Study;
  Material material;
  for (const progress::DeckToday& deck : today->decks)
    if (progress::comes_today(deck, today->day))
      if (const auto done = read(deck.line.id, progress::day_plan(*today, deck.line.id), material);
          !done)
        return refuse(done.error());
  return begin(std::move(material), std::nullopt);
}

/// `only`: the one deck that was asked for.
StudyFlow::Next StudyFlow::begin(Material material, std::optional<DeckId> only) {
  const Instant now = common_->clock();
  study::Session session(
      std::move(material.parts), common_->rules.day, now,
      common_->seed + static_cast<std::uint64_t>(now.time_since_epoch().count()));
  if (session.current() == nullptr) {
    const auto deck = only ? common_->store.deck(*only) : Result<Deck>(Deck{});
    common_->tell(only && deck ? "Nothing is due in " + quoted(*deck) + " now."
                               : "Nothing is due now.");
    return std::nullopt;
  }
  common_->messages.take_notice();
  session_ = std::move(session);
  session_day_ = common_->today();
  decks_.clear();
  scheduling_ = std::move(material.scheduling);
  only_ = std::move(only);
  rewritten_.clear();
  drafts_.clear();
  return next_card();
}

StudyFlow::Next StudyFlow::practise(study::Practice::Missed missed,
                                    const std::function<bool(const study::Item&)>& takes) {
  std::vector<study::Item> items;
  for (const Deck& deck : decks_) {
    auto some = common_->store.items(deck.id);
    if (!some) {
      common_->messages.fail_with(some.error(), "The cards cannot be practised.");
      return std::nullopt;
    }
    std::ranges::copy_if(*some, std::back_inserter(items), takes);
  }
  return practice_.start(decks_, std::move(items), missed);
}

StudyFlow::Next StudyFlow::practise_missed() {
  return practise(study::Practice::Missed::ComeAgain, [&](const study::Item& item) {
    return std::ranges::any_of(session_->answered(), [&](const study::Answered& answer) {
      return answer.deck == item.deck && answer.fact == item.fact &&
             answer.rating == memory::Rating::Again;
    });
  });
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
    const Asking asking{common_, &deck_on_show(), leech_ ? &leech_->card : session_->card(),
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
      open_fields({{deck_on_show().id, leech_ ? leech_->card.id : session_->card()->id}});
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
    case Kind::Quiz:
      return practise(study::Practice::Missed::StayAway, [](const study::Item&) { return true; });
  }
  return std::nullopt;
}

bool StudyFlow::end(const DeckId& id) {
  if (practice_.has(id)) practice_.end();
  if (!has(id)) return false;
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
  return only_ ? start(DeckId(*only_)) : start_day();
}

/// Shows the session's card, or its summary when there is none.
StudyFlow::Next StudyFlow::next_card() {
  leech_.reset();
  editing_.reset();
  state_ = {};
  state_.turn.shown_at = common_->clock();
  if (session_->current() != nullptr) load(session_->current()->deck);
  return session_->current() != nullptr ? Page::Study : Page::Summary;
}

/// Whether the database took what was done; when not, that is said.
bool StudyFlow::store(const study::Step& step) {
  const auto* const answered = std::get_if<study::Answered>(&step);
  const auto stored =
      answered != nullptr
          ? common_->store.record(*answered, {scheduling_.at(answered->deck), common_->rules.day})
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
  const study::Item& asked = *session_->current();
  Leech leech{{asked.deck, asked.fact},
              *session_->card(),
              screens::showing_of(*session_, deck_on_show(), now)};
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
    return edit != nullptr && edit->deck == rewritten_.back().deck &&
           edit->card == rewritten_.back().before.id;
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
