// How good is a model?
#pragma once

#include <cstddef>

#include "tools/language/analysis.h"
#include "tools/train-language/conllu.h"

namespace recto::train {

/// Counts over sentences; scores are shares of them, as the CoNLL 2018 shared task counts.
struct Scores {
  std::size_t words = 0;  ///< of people's analysis
  std::size_t upos = 0;   ///< right, as all below
  std::size_t xpos = 0;
  std::size_t heads = 0;  ///< UAS
  std::size_t arcs = 0;   ///< LAS, relations without their subtypes
};

/// Tags and trees on people's words, with our tags.
[[nodiscard]] Scores evaluate(const Treebank& treebank, const language::Analyser& analyser);

}  // namespace recto::train
