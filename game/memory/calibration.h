// How well a model foretells answers: predictions beside what came.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "game/memory/history.h"
#include "game/memory/parameters.h"

namespace recto::memory {

/// What a model said before an answer, and what came. Whatever foretells recall can be judged.
struct Prediction {
  double recall = 0.0;  ///< chance of recall, [0, 1]
  bool passed = false;
  std::int32_t days = 0;  ///< since the card's answer before, at least 1
  std::uint32_t later_days =
      0;                     ///< the card's answers on a later day than the one before, with this
  std::uint32_t lapses = 0;  ///< Again among those, without this
};

/// What FSRS-6 says of `items`, which belong to `histories`; in their order.
[[nodiscard]] std::vector<Prediction> predictions(const Histories& histories,
                                                  std::span<const Item> items,
                                                  const Parameters& parameters);

/// Definitions: ALGORITHM.md section 6 beside the vectors, as srs-benchmark has them.
struct Accuracy {
  std::size_t answers = 0;
  double predicted = 0.0;  ///< mean chance of recall
  double passed = 0.0;     ///< share of passes
  double log_loss = 0.0;  ///< mean of −ln of the chance of what came; chances within 1e-7 of 0 or 1
                          ///< count as that
  /// Root of the mean square of predicted minus true retention, over answers put together by days,
  /// earlier answers and lapses.
  double rmse_bins = 0.0;
  /// How often a pass was held more likely than a fail, ties half. Absent when all or none passed.
  std::optional<double> auc;
};

/// All 0 without predictions.
[[nodiscard]] Accuracy accuracy(std::span<const Prediction> predictions);

/// Answers whose chance of recall was about the same.
struct CalibrationBin {
  double predicted = 0.0;  ///< mean chance of recall
  double passed = 0.0;     ///< share of passes: the true retention
  std::size_t answers = 0;
};

/// The curve of a calibration chart: predictions by chance of recall, cut into `bins` groups that
/// differ in size by at most one answer; fewer where there are fewer predictions. Lowest first.
[[nodiscard]] std::vector<CalibrationBin> calibration(std::span<const Prediction> predictions,
                                                      std::size_t bins);

}  // namespace recto::memory
