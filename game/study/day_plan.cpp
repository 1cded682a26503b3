#include "game/study/day_plan.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace recto::study {
namespace {

constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

/// Deals `most` out to those that want so much: equal parts, what one does not want to the others,
/// what is left over to the first ones.
std::vector<std::size_t> dealt(const std::vector<std::size_t>& wanted, std::size_t most) {
  std::vector<std::size_t> given(wanted.size());
  std::size_t left = most;
  while (left > 0) {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < wanted.size(); ++i)
      if (given[i] < wanted[i]) open.push_back(i);
    if (open.empty()) break;
    const std::size_t part = std::max<std::size_t>(1, left / open.size());
    for (const std::size_t i : open) {
      const std::size_t more = std::min({part, left, wanted[i] - given[i]});
      given[i] += more;
      left -= more;
    }
  }
  return given;
}

std::size_t less(std::size_t from, std::size_t what) {
  return from == kNoLimit ? kNoLimit : from - std::min(from, what);
}

template <class Member>
std::size_t sum(const std::vector<DeckShare>& shares, Member member) {
  return std::accumulate(
      shares.begin(), shares.end(), std::size_t{0},
      [&](std::size_t before, const DeckShare& share) { return before + share.*member; });
}

std::size_t most_new(const DayLimits& limits, std::size_t left, double answers_per_new) {
  if (limits.new_pause) return 0;
  if (!limits.answers) return kNoLimit;
  const auto today =
      static_cast<std::size_t>(static_cast<double>(left) / std::max(1.0, answers_per_new));
  return std::min(today, less(limits.budget_a_day, limits.coming_a_day));
}

}  // namespace

std::vector<DeckShare> share_day(std::span<const DeckWork> decks, const DayLimits& limits,
                                 double answers_per_new) {
  std::vector<DeckShare> shares(decks.size());
  std::vector<std::size_t> due, fresh;
  for (std::size_t i = 0; i < decks.size(); ++i) {
    shares[i].learning = decks[i].learning;
    due.push_back(std::min(decks[i].due, decks[i].most_due));
    fresh.push_back(std::min(decks[i].fresh, decks[i].most_fresh));
  }
  std::size_t left = less(limits.answers.value_or(kNoLimit), sum(shares, &DeckShare::learning));
  const auto reviews = dealt(due, std::min(left, limits.reviews.value_or(kNoLimit)));
  for (std::size_t i = 0; i < decks.size(); ++i)
    shares[i].reviews = reviews[i];
  left = less(left, sum(shares, &DeckShare::reviews));
  const auto added = dealt(fresh, most_new(limits, left, answers_per_new));
  for (std::size_t i = 0; i < decks.size(); ++i)
    shares[i].fresh = added[i];
  return shares;
}

}  // namespace recto::study
