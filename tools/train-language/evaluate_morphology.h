// How well are features found?
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tools/language/morphology.h"
#include "tools/train-language/conllu.h"
#include "tools/train-language/counts.h"

namespace recto::train {

/// Words that have a feature, by its name in Universal Dependencies: "Tense".
using FeatureCounts = std::map<std::string_view, Counts>;

/// `found` are of the sentence's words.
void count_features(const TreebankSentence& sentence,
                    const std::vector<language::Morphology>& found, FeatureCounts& counts);

/// The features in which the two differ: "Tense=Past, not Pres".
[[nodiscard]] std::vector<std::string> differing_features(const Word& word,
                                                          const language::Morphology& found);

}  // namespace recto::train
