// Fitting as fsrs-rs 6.5 does it, batch by batch in its order: the measure that ours is compared
// with. Source: ALGORITHM.md section 5 beside the vectors.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "game/memory/history.h"
#include "game/memory/parameters.h"
#include "game/memory/replay.h"
#include "game/memory/training_set.h"

namespace recto::memory {

struct ReferenceOptions {
  bool short_term = true;
  std::size_t relearning_steps = 1;
  std::size_t epochs = 5;
  std::size_t batch_size = 512;
  std::uint64_t seed = 2023;
  double learning_rate = 0.04;
  double prior_strength = 1.0;  ///< γ
  std::size_t longest_history =
      kLongestHistory;  ///< answers, the target included; longer items are left out
};

struct ReferenceFit {
  Parameters parameters = kDefaultParameters;
  /// Per epoch the loss a training item, with the parameters that it ended with. Empty where there
  /// was too little data for more than w0 to w3.
  std::vector<double> epoch_loss;
};

/// Of `items`, in the order of time. Below 8 items that are no outliers: the defaults; below 64:
/// only w0 to w3 are fitted. Errors: BadInput when no item is the first one of its card.
[[nodiscard]] Result<ReferenceFit> reference_fit(const Histories& histories,
                                                 std::span<const Item> items,
                                                 const ReferenceOptions& options, Workers workers);

}  // namespace recto::memory
