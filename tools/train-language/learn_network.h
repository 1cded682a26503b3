// Corpora → the sections of the model's file.
#pragma once

#include <functional>
#include <string>

#include "content/base/container.h"
#include "content/words/lexicon.h"
#include "tools/train-language/corpora.h"
#include "tools/train-language/train_network.h"

namespace recto::train {

/// Is shown the model after each round; false ends the training.
using AfterModelRound = std::function<bool(int round, double loss, const std::string& model)>;

/// A model that language::Analyser opens, but for what is fitted afterwards.
[[nodiscard]] Sections learn_network(const Corpora& corpora, const Lexicon& lexicon,
                                     const NetworkOptions& options,
                                     const AfterModelRound& after_round);

}  // namespace recto::train
