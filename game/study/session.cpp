#include "game/study/session.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <map>
#include <utility>

#include "content/base/random.h"

namespace recto::study {
namespace {

using memory::Phase;
using memory::Rating;
using memory::State;
using std::chrono::milliseconds;
using std::chrono::minutes;

/// Learning steps this near come early when nothing else is left.
constexpr minutes kAhead{20};
/// Siblings keep this many cards between them (F22)…
constexpr std::size_t kSiblingDistance = 10;
/// … looked for among so many cards of the queue.
constexpr std::size_t kLookAhead = 64;
constexpr milliseconds kLongestAnswer = minutes(10);

bool is_learning(const State& state) {
  return state.phase == Phase::Learning || state.phase == Phase::Relearning;
}

/// FNV-1a, 64 bits: the same on every machine.
std::uint64_t hash_of(std::string_view text, std::uint64_t hash = 0xcbf29ce484222325U) {
  for (const char letter : text) {
    hash ^= static_cast<unsigned char>(letter);
    hash *= 0x100000001b3U;
  }
  return hash;
}

/// Easier forms are asked first (F22).
int effort_of(CardKind kind) {
  switch (kind) {
    case CardKind::TrueFalse: return 0;
    case CardKind::Choice:
    case CardKind::Several: return 1;
    case CardKind::Order: return 2;
    case CardKind::Cloze: return 3;
    case CardKind::Short: return 4;
    case CardKind::Faq: return 5;
    case CardKind::Poll: return 6;
  }
  return 6;
}

/// The easiest form for new and lapsed facts, then the harder ones in turn.
std::size_t variant_for(const Item& item) {
  const std::size_t count = item.variants.size();
  if (count == 1 || item.state.reps == 0 || item.state.phase == Phase::Relearning) return 0;
  return 1 + static_cast<std::size_t>(item.state.reps - 1) % (count - 1);
}

std::vector<std::string> options_of(const Card& card, std::uint64_t seed) {
  if (card.kind == CardKind::TrueFalse) return {"true", "false"};
  if (card.kind != CardKind::Choice) return {};
  std::vector<std::string> options = card.distractors;
  options.push_back(card.answer);
  Random random(seed);
  random.shuffle(options);
  return options;
}

bool are_siblings(const Card& a, const Card& b) {
  return a.evidence && b.evidence && a.evidence == b.evidence;
}

}  // namespace

Way way_of(const Card& card) {
  switch (card.kind) {
    case CardKind::Choice:
    case CardKind::TrueFalse: return Way::Choose;
    case CardKind::Short:
    case CardKind::Cloze: return is_graded(card) ? Way::Type : Way::Reveal;
    default: return Way::Reveal;
  }
}

double fuzz_draw(const FactId& fact, int reps) {
  return Random(hash_of(std::to_string(reps), hash_of(fact.text))).unit();
}

Session::Session(std::vector<Item> items, memory::Scheduler scheduler, DayRule rule, Plan plan,
                 Instant now, std::uint64_t seed)
    : items_(std::move(items)), scheduler_(std::move(scheduler)), rule_(rule), seed_(seed) {
  for (Item& item : items_)
    std::ranges::stable_sort(item.variants, {},
                             [](const Card& card) { return effort_of(card.kind); });
  fill_queue(plan, now);
  choose(now);
}

void Session::fill_queue(Plan plan, Instant now) {
  const Instant day_end = start_of(day_of(now, rule_) + 1, rule_);
  std::vector<std::size_t> due;
  std::vector<std::size_t> fresh;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const State& state = items_[i].state;
    if (state.phase == Phase::New && fresh.size() < plan.new_facts)
      fresh.push_back(i);
    else if (is_learning(state) && state.due < day_end)
      learning_.emplace(state.due, i);
    else if (state.phase == Phase::Review && state.due < day_end)
      due.push_back(i);
  }
  Random random(seed_);
  random.shuffle(due);
  std::ranges::stable_sort(due, {}, [&](std::size_t i) { return items_[i].state.due; });
  // New ones stand evenly between those that are due, the first of them behind the first due one.
  std::size_t taken = 0;
  for (std::size_t i = 0; i < due.size(); ++i) {
    queue_.push_back(due[i]);
    for (; taken < fresh.size() * (i + 1) / due.size(); ++taken)
      queue_.push_back(fresh[taken]);
  }
  queue_.insert(queue_.end(), fresh.begin() + static_cast<std::ptrdiff_t>(taken), fresh.end());
}

std::size_t Session::place_without_sibling() const {
  const std::size_t recent = std::min(turns_.size(), kSiblingDistance);
  const auto is_near = [&](std::size_t item) {
    const Card& card = items_[item].variants[variant_for(items_[item])];
    return std::any_of(
        turns_.end() - static_cast<std::ptrdiff_t>(recent), turns_.end(), [&](const Turn& turn) {
          const Item& other = items_[turn.asked.item];
          return turn.asked.item != item && are_siblings(card, other.variants[turn.asked.variant]);
        });
  };
  for (std::size_t i = 0; i < std::min(queue_.size(), kLookAhead); ++i)
    if (!is_near(queue_[i])) return i;
  return 0;
}

void Session::choose(Instant now) {
  asked_.reset();
  if (!learning_.empty() && learning_.begin()->first <= now)
    return ask({.item = learning_.begin()->second});
  if (!queue_.empty()) {
    const std::size_t position = place_without_sibling();
    return ask({.item = queue_[position], .from_queue = true, .position = position});
  }
  if (!learning_.empty() && learning_.begin()->first <= now + kAhead)
    ask({.item = learning_.begin()->second});
}

void Session::ask(Asked asked) {
  const Item& item = items_[asked.item];
  asked.variant = variant_for(item);
  const Card& card = item.variants[asked.variant];
  asked.options =
      options_of(card, hash_of(card.id.text, seed_ + static_cast<std::uint64_t>(item.state.reps)));
  asked_ = std::move(asked);
}

void Session::wake(Instant now) {
  if (!asked_) choose(now);
}

std::optional<Instant> Session::next_due() const {
  if (learning_.empty()) return std::nullopt;
  return learning_.begin()->first;
}

const Item* Session::current() const {
  return asked_ ? &items_[asked_->item] : nullptr;
}

const Card* Session::card() const {
  return asked_ ? &items_[asked_->item].variants[asked_->variant] : nullptr;
}

const std::vector<std::string>& Session::options() const {
  static const std::vector<std::string> none;
  return asked_ ? asked_->options : none;
}

int Session::elapsed(const State& state, Instant now) const {
  if (!state.last_review) return 0;
  return elapsed_days(day_of(*state.last_review, rule_), day_of(now, rule_));
}

std::array<State, 4> Session::outlook(Instant now) const {
  const Item& item = items_[asked_->item];
  return scheduler_.answers(item.state, now, elapsed(item.state, now),
                            fuzz_draw(item.fact, item.state.reps));
}

Answered Session::answer(Rating rating, Instant now, milliseconds took) {
  const Asked asked = *asked_;
  Item& item = items_[asked.item];
  // The log is ordered by time within a fact; a clock set back must not change that.
  const Instant at =
      item.state.last_review ? std::max(now, *item.state.last_review + milliseconds(1)) : now;
  Answered answered;
  answered.deck = item.deck;
  answered.fact = item.fact;
  answered.card = item.variants[asked.variant].id;
  answered.rating = rating;
  answered.at = at;
  answered.took = std::clamp(took, milliseconds(0), kLongestAnswer);
  answered.before = item.state;
  answered.after = outlook(at)[static_cast<std::size_t>(rating) - 1];

  if (asked.from_queue)
    queue_.erase(queue_.begin() + static_cast<std::ptrdiff_t>(asked.position));
  else
    learning_.erase({item.state.due, asked.item});
  item.state = answered.after;
  if (is_learning(item.state)) learning_.emplace(item.state.due, asked.item);
  turns_.push_back({asked, answered});
  choose(now);
  return answered;
}

std::optional<Answered> Session::undo() {
  if (turns_.empty()) return std::nullopt;
  Turn turn = std::move(turns_.back());
  turns_.pop_back();
  Item& item = items_[turn.asked.item];
  if (is_learning(item.state)) learning_.erase({item.state.due, turn.asked.item});
  item.state = turn.answered.before;
  if (turn.asked.from_queue)
    queue_.insert(queue_.begin() + static_cast<std::ptrdiff_t>(turn.asked.position),
                  turn.asked.item);
  else
    learning_.emplace(item.state.due, turn.asked.item);
  asked_ = std::move(turn.asked);
  return std::move(turn.answered);
}

std::size_t Session::left() const {
  return asked_ ? queue_.size() + learning_.size() : 0;
}

std::vector<Answered> Session::answered() const {
  std::vector<Answered> all;
  all.reserve(turns_.size());
  std::ranges::transform(turns_, std::back_inserter(all), &Turn::answered);
  return all;
}

Summary summary_of(const Session& session, Instant now) {
  const std::vector<Answered> answered = session.answered();
  const Day today = day_of(now, session.day_rule());
  Summary summary;
  std::map<FactId, const Answered*> last;
  for (const Answered& answer : answered) {
    ++summary.answers;
    summary.time += answer.took;
    const bool first = last.insert_or_assign(answer.fact, &answer).second;
    if (first && answer.rating != Rating::Again) ++summary.right_first;
    if (answer.rating == Rating::Again &&
        std::ranges::find(summary.missed, answer.card) == summary.missed.end())
      summary.missed.push_back(answer.card);
  }
  summary.facts = last.size();
  for (const auto& [fact, answer] : last) {
    const Day due = day_of(answer->after.due, session.day_rule());
    if (due == today + 1) ++summary.due_tomorrow;
    if (due > today && due <= today + 7) ++summary.due_in_week;
  }
  return summary;
}

std::string interval_text(Instant now, const State& state) {
  const auto with_unit = [](double number, const char* one, const char* many) {
    char text[32];
    const bool whole = number >= 10.0 || std::abs(number - std::round(number)) < 0.05;
    std::snprintf(text, sizeof text, whole ? "%.0f" : "%.1f", number);
    return std::string(text) + " " + (std::string_view(text) == "1" ? one : many);
  };
  const double days = state.interval_days;
  if (days >= 365.0) return with_unit(days / 365.25, "year", "years");
  if (days >= 60.0) return with_unit(days / 30.44, "month", "months");
  if (days >= 1.0) return with_unit(days, "day", "days");
  const double wait =
      std::chrono::duration<double, std::ratio<60>>(std::max(state.due - now, milliseconds(0)))
          .count();
  if (wait < 1.0) return "< 1 min";
  if (wait < 60.0) return with_unit(std::round(wait), "min", "min");
  return with_unit(wait / 60.0, "hour", "hours");
}

}  // namespace recto::study
