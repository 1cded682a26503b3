// Fitting parameters to a log, so that the result predicts no worse than the defaults.
#pragma once

#include <cstddef>
#include <span>

#include "game/memory/history.h"
#include "game/memory/parameters.h"
#include "game/memory/posterior.h"
#include "game/memory/replay.h"

namespace recto::memory {

struct Fit {
  Parameters parameters = kDefaultParameters;
  /// How far the parameters go from the defaults to what fits the log best, [0, 1]: as far as
  /// earlier fits to parts of the log held up on what followed.
  double trust = 0.0;
  std::size_t items = 0;  ///< that were used: no outliers, at most 256 answers with their history
};

/// Of `items`, in the order of time, which belong to `histories`; later ones count more. Below 8
/// that are no outliers: the defaults. The same items give the same bits, whatever the workers.
[[nodiscard]] Fit fit_parameters(const Histories& histories, std::span<const Item> items,
                                 const FitOptions& options, Workers workers);

}  // namespace recto::memory
