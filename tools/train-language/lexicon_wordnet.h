// WordNet's files as values: wndb(5WN) describes them.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "content/base/result.h"
#include "content/words/lexicon_writer.h"

namespace recto::train {

struct WordNet {
  LexiconContent content;  ///< words, synsets and the sections of exceptions
  /// Noun in lower case that names a place → adjective: "france" → "French".
  std::map<std::string, std::string> adjectives;
};

/// Reads data.*, index.*, *.exc and cntlist.rev in a folder. Error: a file is missing or not as
/// described.
[[nodiscard]] Result<WordNet> read_wordnet(const std::filesystem::path& folder);

}  // namespace recto::train
