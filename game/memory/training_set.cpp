#include "game/memory/training_set.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <utility>

namespace recto::memory {
namespace {

std::size_t first_rating(const Histories& histories, const Item& item) {
  return static_cast<std::size_t>(histories.answers()[item.first].rating) - 1;
}

/// Days from the card's first answers to its first one on a later day.
std::int32_t first_days(const Histories& histories, const Item& item) {
  std::size_t at = item.first;
  while (histories.answers()[at].days == 0)
    ++at;
  return histories.answers()[at].days;
}

/// Whether no answer of the item's history came on a later day than the one before it.
bool is_first_interval(const Histories& histories, const Item& item) {
  const auto history = histories.answers().subspan(item.first, item.target - item.first);
  return std::ranges::all_of(history, [](const Answer& answer) { return answer.days == 0; });
}

/// Removes the rare intervals; they are returned.
std::set<std::int32_t> remove_rare(FirstIntervals& intervals, std::int32_t longest) {
  constexpr std::size_t kLeastCards = 6;
  const std::size_t allowance = std::max<std::size_t>(20, intervals.count() / 20);
  std::vector<std::pair<std::size_t, std::int32_t>> by_count;
  for (const auto& [days, outcomes] : intervals.by_days)
    by_count.emplace_back(outcomes.count, days);
  std::ranges::sort(by_count);
  std::set<std::int32_t> removed;
  std::size_t removed_cards = 0;
  for (const auto& [count, days] : by_count) {
    if (removed_cards + count < allowance)
      removed_cards += count;
    else if (count >= kLeastCards && days <= longest)
      continue;
    removed.insert(days);
    intervals.by_days.erase(days);
  }
  return removed;
}

/// Loss of a stability: cross entropy with the smoothed pass rates, and the distance to the
/// default.
double loss_of(double stability, double usual, const FirstIntervals& intervals, double pass_rate) {
  static const double kDecay = -kDefaultParameters[20];
  static const double kFactor = std::pow(0.9, 1.0 / kDecay) - 1.0;
  double loss = 0.0;
  for (const auto& [days, outcomes] : intervals.by_days) {
    const auto count = static_cast<double>(outcomes.count);
    const double passed = (static_cast<double>(outcomes.passes) + pass_rate) / (count + 1.0);
    const double recall = std::pow(1.0 + kFactor * days / stability, kDecay);
    loss -= count * (passed * std::log(recall) + (1.0 - passed) * std::log(1.0 - recall));
  }
  return loss + std::abs(stability - usual) / 16.0;
}

constexpr double kLeastStability = 0.001;
constexpr double kMostStability = 100.0;

/// Ternary search.
double best_stability(double usual, const FirstIntervals& intervals, double pass_rate) {
  constexpr double kNarrow = 2.2e-16;
  double low = kLeastStability;
  double high = kMostStability;
  for (int round = 0; round < 1000 && high - low > kNarrow; ++round) {
    const double left = low + (high - low) / 3.0;
    const double right = high - (high - low) / 3.0;
    if (loss_of(left, usual, intervals, pass_rate) < loss_of(right, usual, intervals, pass_rate))
      high = right;
    else
      low = left;
  }
  return (low + high) / 2.0;
}

/// A better rating has no lower stability; of two in the wrong order the one that more cards speak
/// for wins.
void put_in_order(std::array<double, 4>& s, const std::array<std::size_t, 4>& counts) {
  constexpr std::array<std::pair<std::size_t, std::size_t>, 6> kPairs = {
      {{0, 1}, {1, 2}, {2, 3}, {0, 2}, {1, 3}, {0, 3}}};
  for (const auto& [worse, better] : kPairs) {
    if (counts[worse] == 0 || counts[better] == 0 || s[worse] <= s[better]) continue;
    if (counts[worse] > counts[better])
      s[better] = s[worse];
    else
      s[worse] = s[better];
  }
}

/// The value that divides the way from `a` to `b` on a logarithmic scale at `part`; outside of
/// [0, 1] it lies beyond them.
double between(double a, double b, double part) {
  return std::pow(a, 1.0 - part) * std::pow(b, part);
}

/// Between Again and Good, Hard is at 1 − 0.41 of the way; between Hard and Easy, Good is at 0.54.
void fill_in(std::array<double, 4>& s, const std::array<std::size_t, 4>& counts) {
  constexpr double kHard = 1.0 - 0.41;
  constexpr double kGood = 0.54;
  unsigned known = 0;  // bit i: rating i + 1
  for (std::size_t i = 0; i < 4; ++i)
    if (counts[i] > 0) known |= 1U << i;
  const auto again = [&] { s[0] = between(s[2], s[1], 1.0 / (1.0 - kHard)); };
  const auto hard = [&] { s[1] = between(s[0], s[2], kHard); };
  const auto good = [&] { s[2] = between(s[1], s[3], kGood); };
  const auto easy = [&] { s[3] = between(s[1], s[2], 1.0 / kGood); };
  switch (known) {
    case 0b1110: return again();
    case 0b1101: return hard();
    case 0b1011: return good();
    case 0b0111: return easy();
    case 0b1100: s[1] = between(s[3], s[2], 1.0 / (1.0 - kGood)); return again();
    case 0b1010: good(); return again();
    case 0b0110: easy(); return again();
    case 0b0101: hard(); return easy();
    case 0b0011: s[2] = between(s[0], s[1], 1.0 / kHard); return easy();
    case 0b1001: {
      constexpr double kAgain = 1.0 - kHard;
      constexpr double kPart = kAgain + kGood - kAgain * kGood;
      const double low = s[0];
      const double high = s[3];
      s[1] = between(high, low, kAgain / kPart);
      s[2] = between(low, high, kGood / kPart);
      return;
    }
    case 0b1111: return;
    default: break;
  }
  for (std::size_t i = 0; i < 4; ++i) {
    if (counts[i] == 0) continue;
    const double scale = s[i] / kDefaultParameters[i];
    for (std::size_t k = 0; k < 4; ++k)
      s[k] = scale * kDefaultParameters[k];
    return;
  }
}

}  // namespace

std::size_t FirstIntervals::count() const {
  std::size_t sum = 0;
  for (const auto& [days, outcomes] : by_days)
    sum += outcomes.count;
  return sum;
}

std::size_t TrainingSet::first_interval_items() const {
  std::size_t sum = 0;
  for (const FirstIntervals& intervals : first_intervals)
    sum += intervals.count();
  return sum;
}

TrainingSet training_set(const Histories& histories, std::span<const Item> items) {
  constexpr std::array<std::int32_t, 4> kLongest = {100, 100, 100, 365};
  TrainingSet set;
  for (const Item& item : items) {
    if (!is_first_interval(histories, item)) continue;
    const Answer& target = histories.answers()[item.target];
    auto& outcomes = set.first_intervals[first_rating(histories, item)].by_days[target.days];
    ++outcomes.count;
    outcomes.passes += target.rating > Rating::Again ? 1 : 0;
  }
  std::array<std::set<std::int32_t>, 4> removed;
  for (std::size_t i = 0; i < 4; ++i)
    removed[i] = remove_rare(set.first_intervals[i], kLongest[i]);
  std::size_t passes = 0;
  for (const Item& item : items) {
    if (removed[first_rating(histories, item)].contains(first_days(histories, item))) continue;
    set.items.push_back(item);
    passes += histories.answers()[item.target].rating > Rating::Again ? 1 : 0;
  }
  if (!set.items.empty())
    set.pass_rate = static_cast<double>(passes) / static_cast<double>(set.items.size());
  return set;
}

std::vector<WeightedItem> weighted_by_age(std::span<const Item> items) {
  std::vector<WeightedItem> weighted;
  weighted.reserve(items.size());
  const auto last = static_cast<double>(std::max<std::size_t>(items.size(), 2) - 1);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const double age = static_cast<double>(i) / last;
    weighted.push_back({items[i], static_cast<float>(0.25 + 0.75 * age * age * age)});
  }
  return weighted;
}

std::array<double, 4> first_stabilities(const TrainingSet& set) {
  std::array<double, 4> stabilities{};
  std::array<std::size_t, 4> counts{};
  for (std::size_t i = 0; i < 4; ++i) {
    counts[i] = set.first_intervals[i].count();
    stabilities[i] = counts[i] == 0 ? kDefaultParameters[i]
                                    : best_stability(kDefaultParameters[i], set.first_intervals[i],
                                                     set.pass_rate);
  }
  return set.first_interval_items() == 0 ? stabilities : filled(stabilities, counts);
}

std::array<double, 4> filled(std::array<double, 4> stabilities,
                             const std::array<std::size_t, 4>& counts) {
  put_in_order(stabilities, counts);
  fill_in(stabilities, counts);
  for (double& stability : stabilities)
    stability = std::clamp(stability, kLeastStability, kMostStability);
  return stabilities;
}

}  // namespace recto::memory
