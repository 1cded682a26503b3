// The scores of a round as text for a terminal.
#pragma once

#include <string>
#include <vector>

#include "tests/quality/key.h"
#include "tests/quality/scores.h"

namespace recto::quality {

/// Shares with their 95 % intervals, reasons, errors, the decks, calibration and agreement.
/// `scores` are those of `key` and `judges`.
[[nodiscard]] std::string report_of(const Scores& scores, const Key& key,
                                    const std::vector<Judge>& judges);

}  // namespace recto::quality
