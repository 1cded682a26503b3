#include "game/recto/practice_flow.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "game/recto/turns.h"

namespace recto::app {

using screens::Page;
using study::Practice;

screens::StudyView PracticeFlow::study() const {
  const Instant now = common_->clock();
  return screens::look(screens::showing_of(*practice_, deck_, took(now)), state_,
                       common_->memory.habits, now);
}

screens::SummaryView PracticeFlow::summary() const {
  return screens::look_back(*practice_, deck_, took(ended_));
}

std::chrono::milliseconds PracticeFlow::took(Instant now) const {
  return std::max(now - began_, std::chrono::milliseconds(0));
}

PracticeFlow::Next PracticeFlow::start(Deck deck, std::vector<study::Item> items,
                                       Practice::Missed missed) {
  deck_ = std::move(deck);
  items_ = std::move(items);
  std::vector<FactId> all;
  for (const study::Item& item : items_)
    all.push_back(item.fact);
  return restart(missed, all);
}

PracticeFlow::Next PracticeFlow::restart(Practice::Missed missed,
                                         const std::vector<FactId>& facts) {
  std::vector<study::Item> items;
  for (const study::Item& item : items_)
    if (std::ranges::find(facts, item.fact) != facts.end()) items.push_back(item);
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
  const Asking asking{common_, &deck_, practice_->card(), practice_->way(), practice_->options()};
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
    case Kind::Quiz: {
      std::vector<FactId> all;
      for (const study::Item& item : items_)
        all.push_back(item.fact);
      return restart(Practice::Missed::StayAway, all);
    }
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
