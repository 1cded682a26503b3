#include "game/study/practice.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "content/base/random.h"

namespace recto::study {
namespace {

/// How many facts stand between a miss and the next try.
constexpr std::size_t kBetween = 3;

const Card& hardest_of(const Item& item) {
  return *std::ranges::max_element(item.variants, {},
                                   [](const Card& card) { return effort_of(card.kind); });
}

}  // namespace

Practice::Practice(std::vector<Item> items, Missed missed, std::size_t most, std::uint64_t seed)
    : items_(std::move(items)), missed_(missed), seed_(seed) {
  for (Item& item : items_)
    std::erase_if(item.variants, [](const Card& card) { return card.kind == CardKind::Poll; });
  std::erase_if(items_, [](const Item& item) { return item.variants.empty(); });
  Random random(seed);
  random.shuffle(items_);
  items_.resize(std::min(items_.size(), most));
  for (std::size_t i = 0; i < items_.size(); ++i)
    queue_.push_back(i);
  was_asked_.assign(items_.size(), false);
}

const Item* Practice::current() const {
  return queue_.empty() ? nullptr : &items_[queue_.front()];
}

const Card* Practice::card() const {
  return queue_.empty() ? nullptr : &hardest_of(items_[queue_.front()]);
}

Way Practice::way() const {
  assert(current() != nullptr);
  return way_of(*card(), current()->answering);
}

std::vector<std::string> Practice::options() const {
  assert(current() != nullptr);
  return options_of(*card(), seed_ + done_.size());
}

void Practice::answer(bool right) {
  assert(!queue_.empty());
  Done done{queue_.front(), right, !was_asked_[queue_.front()], {}};
  queue_.pop_front();
  was_asked_[done.item] = true;
  if (!right && missed_ == Missed::ComeAgain) {
    done.put_back = std::min(kBetween, queue_.size());
    queue_.insert(queue_.begin() + static_cast<std::ptrdiff_t>(*done.put_back), done.item);
  }
  done_.push_back(done);
}

bool Practice::undo() {
  if (done_.empty()) return false;
  const Done done = done_.back();
  done_.pop_back();
  if (done.put_back) queue_.erase(queue_.begin() + static_cast<std::ptrdiff_t>(*done.put_back));
  queue_.push_front(done.item);
  was_asked_[done.item] = !done.first;
  return true;
}

std::size_t Practice::right_first() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(done_, [](const Done& done) { return done.first && done.right; }));
}

std::vector<FactOf> Practice::missed() const {
  std::vector<FactOf> facts;
  for (const Done& done : done_)
    if (done.first && !done.right)
      facts.push_back({items_[done.item].deck, items_[done.item].fact});
  return facts;
}

std::vector<Practice::Missing> Practice::missed_cards() const {
  std::vector<Missing> cards;
  for (const Done& done : done_)
    if (done.first && !done.right)
      cards.push_back({&items_[done.item].deck, &hardest_of(items_[done.item])});
  return cards;
}

}  // namespace recto::study
