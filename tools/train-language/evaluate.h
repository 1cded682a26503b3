// How good is a model?
#pragma once

#include <cstddef>

#include "tools/language/analysis.h"
#include "tools/train-language/conllu.h"

namespace recto::train {

/// Counts over sentences; scores are shares of them, as the CoNLL 2018 shared task counts.
struct Scores {
  std::size_t words = 0;  ///< of people's analysis
  std::size_t found = 0;  ///< tokens of ours
  std::size_t cut = 0;    ///< … that are words of theirs: F1 = 2 cut / (words + found)
  std::size_t upos = 0;   ///< right on their words, as all below
  std::size_t xpos = 0;
  std::size_t heads = 0;  ///< UAS
  std::size_t arcs = 0;   ///< LAS, relations without their subtypes
};

/// Tokens from the raw sentence; tags and trees on people's words, with our tags.
[[nodiscard]] Scores evaluate(const Treebank& treebank, const language::Analyser& analyser,
                              const language::Abbreviations& abbreviations);

}  // namespace recto::train
