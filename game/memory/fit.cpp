#include "game/memory/fit.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "game/memory/training_set.h"

namespace recto::memory {
namespace {

constexpr std::size_t kLeastItems = 8;
/// Enough to tell how far a fit is to be trusted; of longer logs every so manieth card is asked.
constexpr std::size_t kTrialItems = 16'000;

constexpr std::array kTrusts = {0.0, 0.25, 0.5, 0.75, 1.0};
/// A fit to a part of a long log is less sure than one to the whole: it can tell whether fitting
/// helps, not how much to shrink.
constexpr std::array kTrustsOfLongLog = {0.0, 1.0};

std::vector<WeightedItem> weighted_alike(std::span<const Item> items) {
  std::vector<WeightedItem> weighted;
  weighted.reserve(items.size());
  for (const Item& item : items)
    weighted.push_back({item, 1.0F});
  return weighted;
}

/// The items of some of the cards.
std::vector<Item> sampled(std::span<const Item> items) {
  const std::size_t one_in = (items.size() + kTrialItems - 1) / kTrialItems;
  std::vector<Item> sample;
  std::ranges::copy_if(items, std::back_inserter(sample),
                       [&](const Item& item) { return item.first % one_in == 0; });
  return sample;
}

struct Trial {
  double trust = 0.0;
  Parameters last_fit{};
};

/// Time-series validation: fits to the first half and to the first three quarters are judged by the
/// quarter that follows. Their losses are added for each trust; the best one is returned.
Trial trial(const Histories& histories, std::span<const Item> items, const FitOptions& options,
            std::span<const double> trusts, Workers workers) {
  const Parameters centre = prior_centre(options);
  std::vector<double> losses(trusts.size());
  Parameters fit = centre;
  const std::size_t quarter = items.size() / 4;
  for (const std::size_t end : {2 * quarter, 3 * quarter}) {
    fit = most_likely(replay_by_card(histories, weighted_by_age(items.first(end))), fit, options,
                      workers);
    const Replay following = replay_by_card(histories, weighted_alike(items.subspan(end, quarter)));
    for (std::size_t i = 0; i < trusts.size(); ++i)
      losses[i] += following.sums(between(centre, fit, trusts[i]), ReplayOrder::Loss, workers).loss;
  }
  const auto best = std::ranges::min_element(losses) - losses.begin();
  return {trusts[static_cast<std::size_t>(best)], fit};
}

}  // namespace

Fit fit_parameters(const Histories& histories, std::span<const Item> items,
                   const FitOptions& options, Workers workers) {
  std::vector<Item> used = training_set(histories, items).items;
  std::erase_if(used, [](const Item& item) { return item.length() > kLongestHistory; });
  const Parameters centre = prior_centre(options);
  if (used.size() < kLeastItems) return {centre, 0.0, used.size()};
  const std::span<const double> trusts =
      used.size() > kTrialItems ? std::span<const double>(kTrustsOfLongLog) : kTrusts;
  const auto [trust, start] = trial(histories, sampled(used), options, trusts, workers);
  if (trust == 0.0) return {centre, 0.0, used.size()};
  const Parameters best =
      most_likely(replay_by_card(histories, weighted_by_age(used)), start, options, workers);
  return {between(centre, best, trust), trust, used.size()};
}

}  // namespace recto::memory
