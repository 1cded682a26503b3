// Treebanks → the language model's file.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "tools/language/analysis.h"
#include "tools/train-language/conllu.h"
#include "tools/train-language/train_parser.h"
#include "tools/train-language/train_tagger.h"

namespace recto::train {

struct ModelOptions {
  TaggerOptions tagger;
  ParserOptions parser;
  int folds = 5;        ///< of jackknifing: the parser learns from tags that are predicted, too
  int fold_rounds = 5;  ///< of the taggers that predict them
  std::string about;    ///< JSON for the section `about`
};

/// Is told what is being done: "tagger", "tags of fold 2".
using Progress = std::function<void(std::string_view)>;

/// A function of sentences, lexicon and options: same arguments, same bytes.
[[nodiscard]] Result<std::string> train_model(const Treebank& treebank,
                                              const language::LexiconClass& lexicon,
                                              const ModelOptions& options,
                                              const Progress& progress);

}  // namespace recto::train
