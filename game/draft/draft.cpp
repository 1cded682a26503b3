#include "game/draft/draft.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <set>

#include "content/base/fold.h"
#include "content/deck/balance.h"
#include "content/deck/card_id.h"
#include "content/deck/deck_file.h"

namespace recto::draft {
namespace {

constexpr std::size_t kKinds = static_cast<std::size_t>(CardKind::Poll) + 1;

/// To a whole step, so that the same position of a slider is the same threshold.
double in_steps(double threshold) {
  const double steps = std::round(threshold / kThresholdStep);
  return std::clamp(steps * kThresholdStep, kLeastThreshold, kMostThreshold);
}

bool is_about_threshold(double before, double after) {
  return before != after;
}

}  // namespace

Draft::Draft(Proposal proposal, double threshold)
    : head_(std::move(proposal.deck)), threshold_(in_steps(threshold)) {
  entries_.reserve(head_.cards.size() + proposal.turned_down.size());
  const auto take = [&](Card& card, std::string reason) {
    const auto spare = proposal.spare_options.find(card.id);
    Entry entry{std::move(card), std::move(reason)};
    if (spare != proposal.spare_options.end() && entry.card.kind == CardKind::Choice)
      entry.spare = spare->second;
    entries_.push_back(std::move(entry));
  };
  for (Card& card : head_.cards)
    take(card, {});
  head_.cards.clear();
  for (TurnedDown& one : proposal.turned_down)
    take(one.card, std::move(one.reason));
  balance();
}

/// What the threshold says of an entry alone.
bool Draft::is_good(const Entry& entry) const {
  constexpr double kRounding = 1e-9;
  if (!entry.reason.empty()) return false;
  return !entry.card.quality || *entry.card.quality >= threshold_ - kRounding;
}

/// What the threshold says, where no person said anything.
bool Draft::passes(std::size_t entry) const {
  return is_good(entries_[entry]) && !too_long_[entry];
}

/// Of the choices that the threshold lets in, whatever a person said of them since: those with the
/// longest key go, the weakest first, until they are few enough. So no card comes or goes because
/// another one was dropped.
void Draft::balance() {
  too_long_.assign(entries_.size(), false);
  std::vector<std::size_t> longest;
  std::size_t choices = 0;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Card& card = entries_[i].card;
    if (card.kind != CardKind::Choice || !is_good(entries_[i])) continue;
    ++choices;
    if (key_is_longest(card)) longest.push_back(i);
  }
  const std::size_t gone = too_many_longest(choices, longest.size());
  std::ranges::stable_sort(longest, std::greater<>(), [&](std::size_t entry) {
    return entries_[entry].card.quality.value_or(1);
  });
  for (std::size_t i = longest.size() - gone; i < longest.size(); ++i)
    too_long_[longest[i]] = true;
}

bool Draft::is_kept(std::size_t entry) const {
  const Entry& one = entries_[entry];
  return one.verdict == Verdict::None ? passes(entry) : one.verdict == Verdict::Keep;
}

bool Draft::is_shown(std::size_t entry) const {
  return entries_[entry].verdict == Verdict::Drop || is_kept(entry);
}

Figures Draft::figures() const {
  Figures figures;
  figures.passages = head_.passages.size();
  std::set<PassageId> covered;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    const bool kept = is_kept(i);
    if (kept) ++figures.kept;
    if (kept || entry.reason.empty()) ++figures.cards;
    if (kept && entry.card.evidence) covered.insert(entry.card.evidence->passage);
  }
  figures.covered = covered.size();
  return figures;
}

Result<void> Draft::check(const Card& card) const {
  if (card.prompt.empty()) return fail(Error::Kind::BadInput, "the card has no question");
  Deck alone;
  alone.id = {"d"};
  alone.cards = {card};
  if (alone.cards.front().id.empty()) alone.cards.front().id = {"c"};
  if (card.evidence)
    if (const Passage* const passage = find_passage(head_, card.evidence->passage))
      alone.passages = {*passage};
  const std::vector<Fault> faults = faults_of(alone);
  if (!faults.empty()) return fail(Error::Kind::BadInput, faults.front().what);
  return {};
}

void Draft::put(std::size_t entry, const std::optional<Entry>& value) {
  if (!value)
    entries_.pop_back();  // what was added last is taken back first
  else if (entry == entries_.size())
    entries_.push_back(*value);
  else
    entries_[entry] = *value;
}

void Draft::take(Step step) {
  threshold_ = step.after;
  for (const Change& change : step.changes)
    put(change.entry, change.after);
  done_.push_back(std::move(step));
  undone_.clear();
  balance();
  ++revision_;
}

void Draft::change(std::vector<Change> changes) {
  take({threshold_, threshold_, std::move(changes)});
}

void Draft::take_over(const Deck& old) {
  threshold_ = threshold_of(old);
  balance();
  head_.dropped = old.dropped;
  const std::set<CardId> dropped(old.dropped.begin(), old.dropped.end());
  for (std::size_t i = 0; i < entries_.size(); ++i)
    if (passes(i) && dropped.contains(entries_[i].card.id)) entries_[i].verdict = Verdict::Drop;
  ++revision_;
}

void Draft::set_threshold(double threshold) {
  threshold = in_steps(threshold);
  if (threshold == threshold_) return;
  const bool goes_on = !done_.empty() && undone_.empty() &&
                       is_about_threshold(done_.back().before, done_.back().after);
  if (!goes_on) return take({threshold_, threshold, {}});
  done_.back().after = threshold_ = threshold;
  // Back where it began, nothing was done.
  if (!is_about_threshold(done_.back().before, threshold)) done_.pop_back();
  balance();
  ++revision_;
}

Result<void> Draft::turn(std::size_t entry) {
  Entry after = entries_[entry];
  if (is_kept(entry)) {
    after.verdict = passes(entry) ? Verdict::Drop : Verdict::None;
  } else {
    RECTO_TRY(check(after.card));
    after.verdict = passes(entry) ? Verdict::None : Verdict::Keep;
  }
  change({{entry, entries_[entry], std::move(after)}});
  return {};
}

Result<void> Draft::rewrite(std::size_t entry, Card card) {
  RECTO_TRY(check(card));
  card.edited = true;
  change({{entry, entries_[entry],
           Entry{std::move(card), entries_[entry].reason, Verdict::Keep, entries_[entry].spare}}});
  return {};
}

Result<void> Draft::accept(std::size_t entry, const std::string& answer) {
  Card card = entries_[entry].card;
  const bool known =
      card.answer == answer || std::ranges::find(card.accept, answer) != card.accept.end();
  if (answer.empty() || known) return {};
  card.accept.push_back(answer);
  return rewrite(entry, std::move(card));
}

Result<std::size_t> Draft::add(Card card) {
  RECTO_TRY(check(card));
  card.edited = true;
  change({{entries_.size(), {}, Entry{std::move(card), {}, Verdict::Keep}}});
  return entries_.size() - 1;
}

std::optional<std::size_t> Draft::change_kind(std::size_t entry) {
  const Card& card = entries_[entry].card;
  if (card.fact.empty()) return std::nullopt;
  const auto kinds_on = [&](const Card& other) {
    return (static_cast<std::size_t>(other.kind) + kKinds - static_cast<std::size_t>(card.kind)) %
           kKinds;
  };
  std::optional<std::size_t> next;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Card& other = entries_[i].card;
    const bool may = other.fact == card.fact && other.kind != card.kind && !is_kept(i) &&
                     check(other).has_value();
    if (may && (!next || kinds_on(other) < kinds_on(entries_[*next].card))) next = i;
  }
  if (!next) return std::nullopt;
  Entry left = entries_[entry], taken = entries_[*next];
  left.verdict = passes(entry) ? Verdict::Drop : Verdict::None;
  taken.verdict = passes(*next) ? Verdict::None : Verdict::Keep;
  change({{entry, entries_[entry], std::move(left)}, {*next, entries_[*next], std::move(taken)}});
  return next;
}

Result<bool> Draft::change_options(std::size_t entry) {
  Entry after = entries_[entry];
  Card& card = after.card;
  const std::size_t count = card.distractors.size();
  std::set<std::string> right = {fold_case(card.answer)};
  for (const std::string& accepted : card.accept)
    right.insert(fold_case(accepted));
  std::erase_if(after.spare,
                [&](const std::string& option) { return right.contains(fold_case(option)); });
  if (card.kind != CardKind::Choice || after.spare.empty()) return false;
  // One ring of all options: the first ones go to its end, those behind them come to its front.
  std::vector<std::string> ring = std::move(card.distractors);
  std::ranges::move(after.spare, std::back_inserter(ring));
  std::ranges::rotate(ring, ring.begin() + static_cast<std::ptrdiff_t>(count));
  const auto own = ring.begin() + static_cast<std::ptrdiff_t>(count);
  card.distractors.assign(ring.begin(), own);
  after.spare.assign(own, ring.end());
  RECTO_TRY(check(card));
  card.edited = true;
  after.verdict = Verdict::Keep;
  change({{entry, entries_[entry], std::move(after)}});
  return true;
}

std::optional<std::size_t> Draft::undo() {
  if (done_.empty()) return std::nullopt;
  undone_.push_back(std::move(done_.back()));
  done_.pop_back();
  const Step& step = undone_.back();
  threshold_ = step.before;
  for (std::size_t i = step.changes.size(); i-- > 0;)
    put(step.changes[i].entry, step.changes[i].before);
  balance();
  ++revision_;
  if (step.changes.empty() || !step.changes.front().before) return std::nullopt;
  return step.changes.front().entry;
}

std::optional<std::size_t> Draft::redo() {
  if (undone_.empty()) return std::nullopt;
  Step step = std::move(undone_.back());
  undone_.pop_back();
  threshold_ = step.after;
  for (const Change& change : step.changes)
    put(change.entry, change.after);
  balance();
  ++revision_;
  done_.push_back(std::move(step));
  const Step& last = done_.back();
  return last.changes.empty() ? std::nullopt : std::optional(last.changes.back().entry);
}

Deck Draft::to_deck() const {
  Deck deck = head_;
  std::set<CardId> kept;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (!is_kept(i)) continue;
    Card card = entries_[i].card;
    card.edited = card.edited || !passes(i);
    kept.insert(card.id);
    deck.cards.push_back(std::move(card));
  }
  std::set<CardId> dropped(deck.dropped.begin(), deck.dropped.end());
  for (const Entry& entry : entries_)
    if (entry.verdict == Verdict::Drop && !kept.contains(entry.card.id) &&
        dropped.insert(entry.card.id).second)
      deck.dropped.push_back(entry.card.id);
  std::erase_if(deck.dropped, [&](const CardId& id) { return kept.contains(id); });
  make_ids_unique(deck.cards);
  return deck;
}

double threshold_of(const Deck& deck) {
  double least = kUsualThreshold;
  for (const Card& card : deck.cards)
    if (card.quality && !card.edited) least = std::min(least, *card.quality);
  return std::clamp(std::floor(least / kThresholdStep + 1e-6) * kThresholdStep, kLeastThreshold,
                    kUsualThreshold);
}

}  // namespace recto::draft
