#include "game/recto/practice_flow.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

#include "game/recto/turns.h"

namespace recto::app {

using screens::Page;
using study::Practice;

screens::StudyView PracticeFlow::study() const {
  const Instant now = common_->clock();
  return screens::look(screens::showing_of(*practice_, deck(), took(now)), state_, common_->habits,
                       now);
}

screens::SummaryView PracticeFlow::summary() const {
  return screens::look_back(*practice_, decks_, took(ended_));
}

std::chrono::milliseconds PracticeFlow::took(Instant now) const {
  return std::max(now - began_, std::chrono::milliseconds(0));
}

bool PracticeFlow::has(const DeckId& deck) const {
  return is_on() && std::ranges::find(decks_, deck, &Deck::id) != decks_.end();
}

const Deck& PracticeFlow::deck() const {
  return *std::ranges::find(decks_, practice_->current()->deck, &Deck::id);
}

std::vector<study::FactOf> PracticeFlow::all() const {
  std::vector<study::FactOf> facts;
  for (const study::Item& item : items_)
    facts.push_back({item.deck, item.fact});
  return facts;
}

PracticeFlow::Next PracticeFlow::start(std::vector<Deck> decks, std::vector<study::Item> items,
                                       Practice::Missed missed) {
  decks_ = std::move(decks);
  items_ = std::move(items);
  return restart(missed, all());
}

PracticeFlow::Next PracticeFlow::restart(Practice::Missed missed,
                                         const std::vector<study::FactOf>& facts) {
  const std::set<study::FactOf> wanted(facts.begin(), facts.end());
  std::vector<study::Item> items;
  for (const study::Item& item : items_)
    if (wanted.contains({item.deck, item.fact})) items.push_back(item);
  began_ = common_->clock();
  const std::size_t most = missed == Practice::Missed::StayAway ? kQuiz : items.size();
  practice_.emplace(std::move(items), missed, most,
                    common_->seed + static_cast<std::uint64_t>(began_.time_since_epoch().count()));
  if (practice_->current() == nullptr) {
    practice_.reset();
    return std::nullopt;
  }
  return next_card();
}

PracticeFlow::Next PracticeFlow::next_card() {
  state_ = {};
  state_.turn.shown_at = common_->clock();
  return practice_->current() != nullptr ? Page::Study : Page::Summary;
}

PracticeFlow::Next PracticeFlow::apply(const screens::StudyAction& action) {
  using Kind = screens::StudyAction::Kind;
  if (practice_->current() == nullptr) return std::nullopt;
  keep_typed(action, state_.turn);
  const Asking asking{common_, &deck(), practice_->card(), practice_->way(), practice_->options()};
  if (answers(asking, action, state_)) return std::nullopt;
  switch (action.kind) {
    case Kind::Rate: return rate(action.rating);
    case Kind::Undo:
      if (!practice_->undo()) return std::nullopt;
      return next_card();
    case Kind::Leave: end(); return Page::Today;
    default: return std::nullopt;
  }
}

PracticeFlow::Next PracticeFlow::rate(memory::Rating rating) {
  if (!study::may_rate(state_.turn, common_->clock())) return std::nullopt;
  practice_->answer(study::is_pass(rating));
  ended_ = common_->clock();
  return next_card();
}

PracticeFlow::Next PracticeFlow::apply(const screens::SummaryAction& action) {
  using Kind = screens::SummaryAction::Kind;
  switch (action.kind) {
    case Kind::None: return std::nullopt;
    case Kind::Practise: return restart(Practice::Missed::ComeAgain, practice_->missed());
    case Kind::Quiz: return restart(Practice::Missed::StayAway, all());
    case Kind::Undo: practice_->undo(); return next_card();
    default: end(); return Page::Today;
  }
}

std::optional<Instant> PracticeFlow::wakes_at() const {
  if (!can_resume() || !practice_->is_test()) return std::nullopt;
  const auto passed = std::chrono::floor<std::chrono::seconds>(took(common_->clock()));
  return began_ + passed + std::chrono::seconds(1);
}

}  // namespace recto::app
