// How well are names found?
#pragma once

#include <cstddef>

#include "tools/language/analysis.h"
#include "tools/train-language/corpora.h"

namespace recto::train {

/// Names of people, organisations and places, right in both ends and kind.
struct NameScores {
  std::size_t gold = 0;
  std::size_t found = 0;
  std::size_t right = 0;

  [[nodiscard]] double f1() const {
    return gold + found == 0 ? 1 : 2.0 * static_cast<double>(right) / static_cast<double>(gold + found);
  }
};

[[nodiscard]] NameScores evaluate_names(const NamedSentences& sentences,
                                        const language::Analyser& analyser,
                                        const language::NameWeights& weights);

}  // namespace recto::train
