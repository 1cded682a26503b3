#include "tools/train-language/fit_calibration.h"

#include <algorithm>

namespace recto::train {
namespace {

/// Findings of like score.
struct Pool {
  double scores = 0;
  double count = 0;
  double right = 0;

  [[nodiscard]] double share() const { return right / count; }
};

Pool merged(const Pool& a, const Pool& b) {
  return {a.scores + b.scores, a.count + b.count, a.right + b.right};
}

}  // namespace

std::vector<language::Calibration::Point> fit_calibration(std::vector<Finding> findings,
                                                          std::size_t fewest) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.score < b.score; });
  std::vector<Pool> pools;
  Pool open;
  const auto close = [&] {
    Pool pool = open;
    while (!pools.empty() && pools.back().share() >= pool.share()) {
      pool = merged(pools.back(), pool);
      pools.pop_back();
    }
    pools.push_back(pool);
    open = {};
  };
  for (std::size_t i = 0; i < findings.size(); ++i) {
    open = merged(open, {static_cast<double>(findings[i].score), 1, findings[i].right ? 1.0 : 0.0});
    // The last pool takes what would be too little for one of its own.
    if (open.count >= static_cast<double>(fewest) && findings.size() - i - 1 >= fewest) close();
  }
  if (open.count > 0) close();
  std::vector<language::Calibration::Point> points;
  points.reserve(pools.size());
  for (const Pool& pool : pools)
    points.push_back(
        {static_cast<float>(pool.scores / pool.count), static_cast<float>(pool.share())});
  return points;
}

Kept kept_from(const std::vector<Finding>& findings, float chance) {
  Kept kept;
  for (const Finding& finding : findings)
    if (finding.score >= chance) {
      ++kept.kept;
      kept.right += finding.right ? 1U : 0U;
    }
  return kept;
}

}  // namespace recto::train
