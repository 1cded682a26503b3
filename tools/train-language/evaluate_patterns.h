// How good are the recognisers beside the tree?
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "content/words/lexicon.h"
#include "tools/language/analysis.h"
#include "tools/train-language/conllu.h"

namespace recto::train {

/// Counts of what was found and of what people marked.
struct PatternScores {
  std::size_t marked = 0;        ///< appositions of a name and a common noun, by people
  std::size_t found = 0;         ///< … by us
  std::size_t right = 0;         ///< found ones that people marked as such
  std::size_t joined = 0;        ///< … or whose noun and name they joined as a title or compound
  std::size_t marked_found = 0;  ///< marked ones that we found
};

/// Appositions of names (`appos` between a proper and a common noun) on people's words, with our
/// tags and tree. People differ in "the author Ada Byron": `appos`, `nmod:desc`, `flat` or
/// `compound`; the latter three count as joined only.
[[nodiscard]] PatternScores evaluate_appositions(const Treebank& treebank,
                                                 const language::Analyser& analyser,
                                                 const Lexicon& lexicon);

}  // namespace recto::train
