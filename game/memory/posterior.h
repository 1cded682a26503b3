// How likely parameters are after a log: what the answers say, and what is known of learners.
#pragma once

#include <cstddef>
#include <span>

#include "game/memory/history.h"
#include "game/memory/parameters.h"
#include "game/memory/replay.h"

namespace recto::memory {

/// What fitting must know of the settings that a log was made with and that will be used.
struct FitOptions {
  bool short_term = true;            ///< off: w17 to w19 stay 0
  std::size_t relearning_steps = 1;  ///< several lower the ceiling of w17 and w18
};

/// Where a learner without a log is taken to be: the defaults.
[[nodiscard]] Parameters prior_centre(const FitOptions& options);

/// The point at `part` of the way from one set of parameters to another; w0 to w3 on a logarithmic
/// scale. Inside of [0, 1] it stays within their ranges.
[[nodiscard]] Parameters between(const Parameters& from, const Parameters& to, double part);

/// The parameters with the highest posterior density: the answers' likelihood, times a normal
/// distribution around the defaults, of w0 to w3 in their logarithms. Found by Fisher scoring
/// (A. McCullagh, J. A. Nelder, "Generalized Linear Models", 1989, section 2.5), damped as by
/// Levenberg and Marquardt, within the ranges of the parameters. `start` is where to begin.
[[nodiscard]] Parameters most_likely(const Replay& replay, const Parameters& start,
                                     const FitOptions& options, Workers workers);

}  // namespace recto::memory
