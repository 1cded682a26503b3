// The corpora that the model is learned from and tested on, in their folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "tools/language/network.h"
#include "tools/train-language/conllu.h"
#include "tools/train-language/name_corpora.h"

namespace recto::train {

/// What a corpus is used for. Test parts are for figures only.
enum class Split { Train, Dev, Test };

/// Sentences with trees.
struct TreeCorpus {
  std::string name;  ///< "GUM-written"
  Treebank sentences;
};

/// Sentences with names.
struct NameCorpus {
  std::string name;  ///< "UNER-EWT"
  language::NameSource source = language::NameSource::Uner;
  NamedSentences sentences;
};

/// A file that was read.
struct CorpusFile {
  std::string name;    ///< in the folder
  std::string sha256;  ///< of the file as it is, packed or not
};

struct Corpora {
  std::vector<CorpusFile> files;
  std::vector<TreeCorpus> trees;
  std::vector<NameCorpus> names;
};

/// Those of a split, in a folder laid out as `ud-ewt/en_ewt-ud-train.conllu.gz`,
/// `ner/wikigold/wikigold.iob2.gz`, …; see README.md. PUD, and the last third of wikigold, are test
/// only.
[[nodiscard]] Result<Corpora> read_corpora(const std::filesystem::path& folder, Split split);

}  // namespace recto::train
