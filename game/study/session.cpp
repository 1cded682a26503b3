#include "game/study/session.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <map>
#include <tuple>
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

/// Polls ask for an opinion.
bool is_poll(const Card& card) {
  return card.kind == CardKind::Poll;
}

/// Whether two pieces of evidence share a part of the text: they stand in the same sentence.
bool overlap(const Evidence& a, const Evidence& b) {
  return a.begin < b.end && b.begin < a.end && a.passage == b.passage;
}

/// Where a fact stands, in numbers: facts of overlapping evidence share a sentence.
struct Place {
  std::uint32_t deck = 0;
  std::uint32_t passage = 0;
  std::uint32_t sentence = 0;  ///< 0: it has no evidence
};

/// The places of the items by the evidence of their first variant.
std::vector<Place> places_of(const std::vector<Item>& items) {
  std::vector<Place> places(items.size());
  std::map<DeckId, std::uint32_t> decks;
  std::vector<std::size_t> rooted;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto number = static_cast<std::uint32_t>(decks.size());
    places[i].deck = decks.try_emplace(items[i].deck, number).first->second;
    if (!items[i].variants.empty() && items[i].variants.front().evidence) rooted.push_back(i);
  }
  const auto evidence = [&](std::size_t i) -> const Evidence& {
    return *items[i].variants.front().evidence;
  };
  std::ranges::stable_sort(rooted, {}, [&](std::size_t i) {
    return std::tie(places[i].deck, evidence(i).passage, evidence(i).begin);
  });
  std::uint32_t passage = 0;
  std::uint32_t sentence = 0;
  std::size_t end = 0;
  for (std::size_t k = 0; k < rooted.size(); ++k) {
    const std::size_t i = rooted[k];
    const bool same_passage = k > 0 && places[rooted[k - 1]].deck == places[i].deck &&
                              evidence(rooted[k - 1]).passage == evidence(i).passage;
    if (!same_passage) ++passage;
    if (!same_passage || evidence(i).begin >= end) {
      ++sentence;
      end = 0;
    }
    end = std::max(end, evidence(i).end);
    places[i].passage = passage;
    places[i].sentence = sentence;
  }
  return places;
}

/// When an answer counts as given: the log of a fact is ordered by time, and a clock that was set
/// back must not change that.
Instant time_of_answer(const State& state, Instant now) {
  return state.last_review ? std::max(now, *state.last_review + milliseconds(1)) : now;
}

/// An initializer list would copy it.
std::vector<Session::Part> one_part(Session::Part part) {
  std::vector<Session::Part> parts;
  parts.push_back(std::move(part));
  return parts;
}

}  // namespace

Session::Session(std::vector<Item> items, memory::Scheduler scheduler, DayRule rule, Plan plan,
                 Instant now, std::uint64_t seed)
    : Session(one_part({std::move(items), std::move(scheduler), plan}), rule, now, seed) {}

Session::Session(std::vector<Part> parts, DayRule rule, Instant now, std::uint64_t seed)
    : rule_(rule), seed_(seed) {
  std::vector<Course> courses;
  for (Part& part : parts) {
    courses.push_back({{}, part.plan, static_cast<std::uint32_t>(items_.size())});
    add(std::move(part));
  }
  fill_queue(std::move(courses), now);
  choose(now);
}

void Session::add(Part part) {
  const auto effort = [](const Card& card) { return effort_of(card.kind); };
  for (Item& item : part.items) {
    std::erase_if(item.variants, is_poll);
    if (!std::ranges::is_sorted(item.variants, {}, effort))
      std::ranges::stable_sort(item.variants, {}, effort);
  }
  if (items_.empty())
    items_ = std::move(part.items);
  else
    std::ranges::move(part.items, std::back_inserter(items_));
  schedulers_.push_back({items_.size(), std::move(part.scheduler)});
}

bool Session::operator==(const Session& other) const {
  const auto all = [](const Session& session) {
    return std::tie(session.items_, session.schedulers_, session.rule_, session.seed_,
                    session.queue_, session.learning_, session.asked_, session.answered_,
                    session.done_);
  };
  return all(*this) == all(other);
}

/// Puts the facts that may be asked today into the courses, and what these take into the queue.
void Session::fill_queue(std::vector<Course> courses, Instant now) {
  const Day today = day_of(now, rule_);
  const Instant day_end = start_of(today + 1, rule_);
  const std::vector<Place> places = places_of(items_);
  std::size_t course = 0;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const Item& item = items_[i];
    const State& state = item.state;
    while (i == schedulers_[course].end)
      ++course;
    const bool waits = item.standing.buried_until && *item.standing.buried_until > today;
    if (item.variants.empty() || item.standing.suspended || waits) continue;
    if (is_learning(state) && state.due < day_end) learning_.emplace(state.due, i);
    Candidate& one = courses[course].candidates.emplace_back();
    one.item = static_cast<std::uint32_t>(i);
    one.deck = places[i].deck;
    one.sentence = places[i].sentence;
    one.passage = places[i].passage;
    one.phase = state.phase;
    one.due = state.due;
    if (!state.last_review) continue;
    one.last_day = day_of(*state.last_review, rule_);
    one.recall = static_cast<float>(
        schedulers_[course].scheduler.retrievability(state, elapsed_days(one.last_day, today)));
  }
  Random random(seed_);
  const auto queue = todays_queue(courses, today, rule_, random);
  queue_.assign(queue.begin(), queue.end());
}

const memory::Scheduler& Session::scheduler_of(std::size_t item) const {
  return std::ranges::upper_bound(schedulers_, item, {}, &Scheduled::end)->scheduler;
}

/// How many cards were asked since a sibling of the item was; kSiblingDistance at most.
std::size_t Session::cards_since_sibling(std::size_t item) const {
  const Item& own = items_[item];
  const std::optional<Evidence>& evidence = own.variants[variant_for(own)].evidence;
  if (!evidence) return kSiblingDistance;
  const std::size_t recent = std::min(done_.size(), kSiblingDistance);
  for (std::size_t i = 0; i < recent; ++i) {
    const Asked& asked = done_[done_.size() - 1 - i].asked;
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
  asked_.reset();
  if (auto chosen = choice(now)) ask(std::move(*chosen));
}

/// Puts an item on show: which variant, with which options.
void Session::ask(Asked asked) {
  asked_ = std::move(asked);
  const Item& item = items_[asked_->item];
  asked_->variant = variant_for(item);
  const Card& card = item.variants[asked_->variant];
  asked_->options = options_of(card, seed_ + static_cast<std::uint64_t>(item.state.reps));
}

std::vector<CardOf> Session::flagged() const {
  std::vector<CardOf> cards;
  for (const Item& item : items_)
    if (item.standing.flag && !item.variants.empty())
      cards.push_back({item.deck, item.variants.front().id});
  return cards;
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

Way Session::way() const {
  assert(asked_);
  return way_of(*card(), items_[asked_->item].answering);
}

std::array<State, 4> Session::outlook(Instant now) const {
  assert(asked_);
  const Item& item = items_[asked_->item];
  const State& state = item.state;
  const Instant at = time_of_answer(state, now);
  const int elapsed =
      state.last_review ? elapsed_days(day_of(*state.last_review, rule_), day_of(at, rule_)) : 0;
  return scheduler_of(asked_->item).answers(state, at, elapsed, fuzz_draw(item.fact, state.reps));
}

double Session::recall_chance(Instant now) const {
  assert(asked_);
  constexpr double kUnknown = 0.5;
  const State& state = items_[asked_->item].state;
  if (!state.last_review) return kUnknown;
  using Days = std::chrono::duration<double, std::chrono::days::period>;
  return scheduler_of(asked_->item)
      .retrievability(state, std::max(0.0, Days(now - *state.last_review).count()));
}

void Session::take_out(const Asked& asked) {
  if (asked.position)
    queue_.erase(queue_.begin() + static_cast<std::ptrdiff_t>(*asked.position));
  else
    learning_.erase({items_[asked.item].state.due, asked.item});
}

void Session::put_back(const Asked& asked) {
  if (asked.position)
    queue_.insert(queue_.begin() + static_cast<std::ptrdiff_t>(*asked.position), asked.item);
  else if (is_learning(items_[asked.item].state))
    learning_.emplace(items_[asked.item].state.due, asked.item);
}

Answered Session::rate(Rating rating, Instant now, milliseconds took) {
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

  take_out(asked);
  item.state = answered.after;
  if (is_learning(item.state)) learning_.emplace(item.state.due, asked.item);
  answered_.push_back(answered);
  done_.push_back({std::move(asked), answered});
  choose(now);
  return answered;
}

Answered Session::answer(Rating rating, Instant now, milliseconds took) {
  undone_.clear();
  return rate(rating, now, took);
}

Changed Session::change_of(Changed::Kind kind) const {
  assert(asked_);
  const Item& item = items_[asked_->item];
  return {item.deck,     item.fact,    item.variants[asked_->variant].id,
          kind,          item.state,   item.state,
          item.standing, item.standing};
}

/// A flag leaves the card where it is; everything else takes it away.
void Session::apply(const Changed& changed, Instant now) {
  Asked asked = *asked_;
  Item& item = items_[asked.item];
  const bool leaves = changed.kind != Changed::Kind::Flag;
  if (leaves) take_out(asked);
  item.state = changed.after;
  item.standing = changed.standing_after;
  done_.push_back({std::move(asked), changed});
  if (leaves) choose(now);
}

Changed Session::decide(const Changed& changed, Instant now) {
  undone_.clear();
  apply(changed, now);
  return changed;
}

Changed Session::bury(Instant now) {
  Changed changed = change_of(Changed::Kind::Bury);
  changed.standing_after.buried_until = day_of(now, rule_) + 1;
  return decide(changed, now);
}

Changed Session::suspend(Instant now) {
  Changed changed = change_of(Changed::Kind::Suspend);
  changed.standing_after.suspended = true;
  return decide(changed, now);
}

std::optional<std::size_t> Session::item_of(const FactOf& fact) const {
  const auto found = std::ranges::find_if(
      items_, [&](const Item& item) { return item.fact == fact.fact && item.deck == fact.deck; });
  if (found == items_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - items_.begin());
}

std::optional<Changed> Session::set_aside(const FactOf& fact, Instant now) {
  const std::optional<std::size_t> item = item_of(fact);
  if (!item) return std::nullopt;
  ask({.item = *item});
  return suspend(now);
}

void Session::rewrite(const DeckId& deck, const Card& card) {
  for (Item& item : items_) {
    if (item.deck != deck) continue;
    for (Card& variant : item.variants)
      if (variant.id == card.id) variant = card;
  }
  if (asked_) ask({.item = asked_->item, .position = asked_->position});
}

std::optional<Changed> Session::unflag(const FactOf& fact, Instant now) {
  const std::optional<std::size_t> item = item_of(fact);
  if (!item || !items_[*item].standing.flag) return std::nullopt;
  ask({.item = *item});
  const Changed changed = flag(std::nullopt, now);
  choose(now);
  return changed;
}

Changed Session::flag(std::optional<Flag> flag, Instant now) {
  Changed changed = change_of(Changed::Kind::Flag);
  changed.standing_after.flag = flag;
  return decide(changed, now);
}

Changed Session::forget(Instant now) {
  Changed changed = change_of(Changed::Kind::Forget);
  changed.after = {};
  return decide(changed, now);
}

std::optional<Changed> Session::set_due(Day day, Instant now) {
  Changed changed = change_of(Changed::Kind::SetDue);
  if (changed.before.phase == Phase::New) return std::nullopt;
  changed.after = rescheduled(changed.before, start_of(day, rule_));
  return decide(changed, now);
}

std::optional<Step> Session::undo() {
  if (done_.empty()) return std::nullopt;
  Done done = std::move(done_.back());
  done_.pop_back();
  asked_ = done.asked;
  Item& item = items_[asked_->item];
  if (const auto* const answered = std::get_if<Answered>(&done.step)) {
    if (is_learning(item.state)) learning_.erase({item.state.due, asked_->item});
    item.state = answered->before;
    answered_.pop_back();
    put_back(*asked_);
  } else {
    const Changed& changed = std::get<Changed>(done.step);
    item.state = changed.before;
    item.standing = changed.standing_before;
    if (changed.kind != Changed::Kind::Flag) put_back(*asked_);
  }
  undone_.push_back(std::move(done));
  return undone_.back().step;
}

std::optional<Step> Session::redo(Instant now) {
  if (undone_.empty()) return std::nullopt;
  const Done done = std::move(undone_.back());
  undone_.pop_back();
  // By now a learning step may have come before it: the card is the one of then.
  asked_ = done.asked;
  if (const auto* const answered = std::get_if<Answered>(&done.step))
    return rate(answered->rating, now, answered->took);
  apply(std::get<Changed>(done.step), now);
  return done.step;
}

std::size_t Session::left() const {
  return asked_ ? queue_.size() + learning_.size() : 0;
}

}  // namespace recto::study
