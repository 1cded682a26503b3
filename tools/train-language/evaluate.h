// How good is a model?
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "tools/language/analysis.h"
#include "tools/train-language/corpora.h"
#include "tools/train-language/evaluate_morphology.h"
#include "tools/train-language/fit_calibration.h"

namespace recto::train {

/// Counts over a treebank; scores are shares of `words`, as the CoNLL 2018 shared task counts.
struct Scores {
  std::size_t words = 0;
  std::size_t upos = 0;
  std::size_t xpos = 0;
  std::size_t lemmas = 0;  ///< case aside
  std::size_t heads = 0;   ///< UAS
  std::size_t arcs = 0;    ///< LAS, relations without their subtypes

  std::vector<Finding> tag_findings;  ///< both tag sets right
  std::vector<Finding> arc_findings;  ///< head and whole relation right

  /// Of one relation, subtype and all.
  struct Relation {
    std::size_t gold = 0;
    std::vector<Finding> found;
  };
  std::map<std::string, Relation> relations;
  FeatureCounts features;
};

/// Tags and trees on people's words, with our tags. The scores of findings are the chances that the
/// model gives.
[[nodiscard]] Scores evaluate(const Treebank& treebank, const language::Analyser& analyser);

/// Names, right in both ends and kind.
struct NameScores {
  std::size_t gold = 0;
  std::vector<Finding> found;

  /// Of those with at least `chance`.
  [[nodiscard]] double precision(float chance = 0) const;
  [[nodiscard]] double recall(float chance = 0) const;
  [[nodiscard]] double f1() const;
};

/// Names of people, organisations and places; with `all_kinds` the others, too.
[[nodiscard]] NameScores evaluate_names(const NamedSentences& sentences,
                                        const language::Analyser& analyser,
                                        const language::NameWeights& weights,
                                        bool all_kinds = false);

}  // namespace recto::train
