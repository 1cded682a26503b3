// The model's file as a whole: from corpora, and told to people.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "content/words/lexicon.h"
#include "tools/train-language/corpora.h"
#include "tools/train-language/train_network.h"

namespace recto::train {

/// Is told how training goes, a line at a time.
using Progress = std::function<void(const std::string& line)>;

/// Learns from the training parts of the corpora in `folder`; fits on their development parts what
/// the probabilities mean.
[[nodiscard]] Result<std::string> make_model(const std::filesystem::path& folder,
                                             const Lexicon& lexicon, const NetworkOptions& options,
                                             const Progress& progress);

/// For people: sources, options, scores, sizes of sections. Checks all bytes.
[[nodiscard]] Result<std::string> describe_model(const std::string& bytes);

}  // namespace recto::train
