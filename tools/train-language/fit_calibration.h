// Findings that were right or wrong → what a score means.
#pragma once

#include <string>
#include <vector>

#include "tools/language/calibration.h"

namespace recto::train {

/// A finding on text that the model did not learn from.
struct Finding {
  float score = 0;  ///< what the model thought, in [0,1]
  bool right = false;
};

/// The rising step function that fits best (isotonic regression by pooling adjacent violators: Ayer
/// et al. 1955), as a line through the middles of its steps. Scores of like size are put together
/// first, at least `fewest` at a time, so that no few lucky ones become a certainty.
[[nodiscard]] std::vector<language::Calibration::Point> fit_calibration(
    std::vector<Finding> findings, std::size_t fewest = 100);

/// Of all findings with at least `chance`: how many there are, and how many are right.
struct Kept {
  std::size_t kept = 0;
  std::size_t right = 0;
};

[[nodiscard]] Kept kept_from(const std::vector<Finding>& findings, float chance);

}  // namespace recto::train
