#include "game/study/session.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdio>
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

/// Siblings keep this many cards between them (F22)…
constexpr std::size_t kSiblingDistance = 10;
/// … looked for among so many cards of the queue and of the learning steps.
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

/// Polls ask for an opinion.
bool is_poll(const Card& card) {
  return card.kind == CardKind::Poll;
}

/// The easiest form until the first step of (re)learning is done, then the harder ones in turn.
std::size_t variant_for(const Item& item) {
  const std::size_t count = item.variants.size();
  const State& state = item.state;
  const bool begins = state.reps <= 0 || state.phase == Phase::Relearning ||
                      (state.phase == Phase::Learning && state.step == 0);
  if (count == 1 || begins) return 0;
  return 1 + static_cast<std::size_t>(state.reps - 1) % (count - 1);
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

/// Whether two pieces of evidence share a part of the text: they stand in the same sentence.
bool overlap(const Evidence& a, const Evidence& b) {
  return a.begin < b.end && b.begin < a.end && a.passage == b.passage;
}

/// When an answer counts as given: the log of a fact is ordered by time, and a clock that was set
/// back must not change that.
Instant time_of_answer(const State& state, Instant now) {
  return state.last_review ? std::max(now, *state.last_review + milliseconds(1)) : now;
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
  const auto effort = [](const Card& card) { return effort_of(card.kind); };
  for (Item& item : items_) {
    std::erase_if(item.variants, is_poll);
    if (!std::ranges::is_sorted(item.variants, {}, effort))
      std::ranges::stable_sort(item.variants, {}, effort);
  }
  fill_queue(plan, now);
  choose(now);
}

void Session::fill_queue(Plan plan, Instant now) {
  const Instant day_end = start_of(day_of(now, rule_) + 1, rule_);
  std::vector<std::size_t> due;
  std::vector<std::size_t> fresh;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const State& state = items_[i].state;
    if (items_[i].variants.empty()) continue;
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
  std::size_t taken = 0;
  for (std::size_t i = 0; i < due.size(); ++i) {
    queue_.push_back(due[i]);
    for (; taken < fresh.size() * (i + 1) / due.size(); ++taken)
      queue_.push_back(fresh[taken]);
  }
  queue_.insert(queue_.end(), fresh.begin() + static_cast<std::ptrdiff_t>(taken), fresh.end());
}

/// How many cards were asked since a sibling of the item was; kSiblingDistance at most.
std::size_t Session::cards_since_sibling(std::size_t item) const {
  const Item& own = items_[item];
  const std::optional<Evidence>& evidence = own.variants[variant_for(own)].evidence;
  if (!evidence) return kSiblingDistance;
  const std::size_t recent = std::min(asked_before_.size(), kSiblingDistance);
  for (std::size_t i = 0; i < recent; ++i) {
    const Asked& asked = asked_before_[asked_before_.size() - 1 - i];
    const Item& other = items_[asked.item];
    const std::optional<Evidence>& others = other.variants[asked.variant].evidence;
    if (asked.item != item && other.deck == own.deck && others && overlap(*evidence, *others))
      return i;
  }
  return kSiblingDistance;
}

/// What to ask: learning steps that are due, then the queue, the first far enough from its
/// siblings; else the one that is farthest; with nothing of both, a learning step ahead.
std::optional<Session::Asked> Session::choice(Instant now) const {
  std::optional<Asked> best;
  std::size_t best_distance = 0;
  const auto settles = [&](const Asked& candidate) {
    const std::size_t distance = cards_since_sibling(candidate.item);
    if (!best || distance > best_distance) {
      best = candidate;
      best_distance = distance;
    }
    return best_distance == kSiblingDistance;
  };
  std::size_t looked_at = 0;
  for (auto step = learning_.begin();
       step != learning_.end() && step->first <= now && looked_at < kLookAhead; ++step, ++looked_at)
    if (settles({.item = step->second})) return best;
  for (std::size_t i = 0; i < std::min(queue_.size(), kLookAhead); ++i)
    if (settles({.item = queue_[i], .position = i})) return best;
  if (!best && !learning_.empty() && learning_.begin()->first <= now + kAhead)
    best = Asked{.item = learning_.begin()->second};
  return best;
}

void Session::choose(Instant now) {
  asked_ = choice(now);
  if (!asked_) return;
  const Item& item = items_[asked_->item];
  asked_->variant = variant_for(item);
  const Card& card = item.variants[asked_->variant];
  asked_->options =
      options_of(card, hash_of(card.id.text, seed_ + static_cast<std::uint64_t>(item.state.reps)));
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
  static const std::vector<std::string> kNone;
  return asked_ ? asked_->options : kNone;
}

std::array<State, 4> Session::outlook(Instant now) const {
  assert(asked_);
  const Item& item = items_[asked_->item];
  const State& state = item.state;
  const Instant at = time_of_answer(state, now);
  const int elapsed =
      state.last_review ? elapsed_days(day_of(*state.last_review, rule_), day_of(at, rule_)) : 0;
  return scheduler_.answers(state, at, elapsed, fuzz_draw(item.fact, state.reps));
}

Answered Session::answer(Rating rating, Instant now, milliseconds took) {
  assert(asked_);
  Asked asked = *asked_;
  Item& item = items_[asked.item];
  Answered answered;
  answered.deck = item.deck;
  answered.fact = item.fact;
  answered.card = item.variants[asked.variant].id;
  answered.rating = rating;
  answered.at = time_of_answer(item.state, now);
  answered.took = std::clamp(took, milliseconds(0), kLongestAnswer);
  answered.before = item.state;
  answered.after = outlook(now)[static_cast<std::size_t>(rating) - 1];

  if (asked.position)
    queue_.erase(queue_.begin() + static_cast<std::ptrdiff_t>(*asked.position));
  else
    learning_.erase({item.state.due, asked.item});
  item.state = answered.after;
  if (is_learning(item.state)) learning_.emplace(item.state.due, asked.item);
  answered_.push_back(answered);
  asked_before_.push_back(std::move(asked));
  choose(now);
  return answered;
}

std::optional<Answered> Session::undo() {
  if (answered_.empty()) return std::nullopt;
  Answered answered = std::move(answered_.back());
  answered_.pop_back();
  asked_ = std::move(asked_before_.back());
  asked_before_.pop_back();
  Item& item = items_[asked_->item];
  if (is_learning(item.state)) learning_.erase({item.state.due, asked_->item});
  item.state = answered.before;
  if (asked_->position)
    queue_.insert(queue_.begin() + static_cast<std::ptrdiff_t>(*asked_->position), asked_->item);
  else
    learning_.emplace(item.state.due, asked_->item);
  return answered;
}

std::size_t Session::left() const {
  return asked_ ? queue_.size() + learning_.size() : 0;
}

Summary summary_of(const Session& session, Instant now) {
  const Day today = day_of(now, session.day_rule());
  Summary summary;
  std::map<std::pair<DeckId, FactId>, const Answered*> last;
  for (const Answered& answer : session.answered()) {
    ++summary.answers;
    summary.time += answer.took;
    const bool first = last.insert_or_assign({answer.deck, answer.fact}, &answer).second;
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
  using Days = std::chrono::duration<double, std::chrono::days::period>;
  /// Waits below `below` are told in this unit.
  struct Unit {
    Days below;
    Days length;
    bool has_tenths;
    const char* one;
    const char* many;
  };
  static constexpr std::array<Unit, 5> kUnits = {{
      {minutes(59) + std::chrono::seconds(30), minutes(1), false, "min", "min"},
      {std::chrono::hours(24), std::chrono::hours(1), true, "hour", "hours"},
      {Days(60), Days(1), true, "day", "days"},
      {Days(365), Days(365.25 / 12.0), true, "month", "months"},
      {Days::max(), Days(365.25), true, "year", "years"},
  }};
  const Days wait = state.due - now;
  if (wait < minutes(1)) return "< 1 min";
  const auto* const unit = std::ranges::upper_bound(kUnits, wait, {}, &Unit::below);
  const double count = wait / unit->length;
  // Tenths only below ten, and no "2.0".
  const bool tenths =
      unit->has_tenths && count < 9.95 && std::abs(count - std::round(count)) >= 0.05;
  std::array<char, 32> number{};
  std::snprintf(number.data(), number.size(), tenths ? "%.1f" : "%.0f", count);
  const std::string_view digits = number.data();
  return std::string(digits) + " " + (digits == "1" ? unit->one : unit->many);
}

}  // namespace recto::study
