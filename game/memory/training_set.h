// Which answers of a log parameters are fitted to, as fsrs-rs 6.5 chooses them (ALGORITHM.md
// section 5 beside the vectors).
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "game/memory/history.h"
#include "game/memory/parameters.h"

namespace recto::memory {

/// Of cards with the same first rating: how their first answer on a later day went, by the days in
/// between.
struct FirstIntervals {
  struct Outcomes {
    std::size_t count = 0;
    std::size_t passes = 0;
  };
  std::map<std::int32_t, Outcomes> by_days;

  [[nodiscard]] std::size_t count() const;
};

/// Items without outliers.
struct TrainingSet {
  std::vector<Item> items;                        ///< in the order of time
  std::array<FirstIntervals, 4> first_intervals;  ///< of the items that are a card's first one
  double pass_rate = 0.0;                         ///< [0, 1], over the items

  [[nodiscard]] std::size_t first_interval_items() const;
};

/// Leaves out every card whose pair of first rating and days to its first item is too rare: the
/// rarest that together make up less than 20 cards or a twentieth, and those of fewer than 6 cards
/// or longer than 100 days (365 after Easy). Section 5.1. `items` belong to `histories`.
[[nodiscard]] TrainingSet training_set(const Histories& histories, std::span<const Item> items);

/// Items in the order of time with a weight from 0.25 for the oldest to 1 for the newest, along a
/// cubic curve. Section 5.4.
[[nodiscard]] std::vector<WeightedItem> weighted_by_age(std::span<const Item> items);

/// Items with more answers than this are not trained on.
inline constexpr std::size_t kLongestHistory = 256;

/// w0 to w3 for a training set: the stability that fits each first rating's first intervals best,
/// in order, ratings that never occurred filled in from the others. Section 5.3. Without any first
/// interval: the defaults.
[[nodiscard]] std::array<double, 4> first_stabilities(const TrainingSet& set);

/// The last steps of first_stabilities: brings `stabilities` into order and fills in those whose
/// count is 0 from the others. At least one count is above 0.
[[nodiscard]] std::array<double, 4> filled(std::array<double, 4> stabilities,
                                           const std::array<std::size_t, 4>& counts);

}  // namespace recto::memory
