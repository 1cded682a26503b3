// Learning to parse.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tools/language/parser.h"
#include "tools/train-language/conllu.h"

namespace recto::train {

struct ParserOptions {
  int rounds = 12;
  std::uint64_t seed = 1;
  std::uint32_t least_updates = 5;
};

/// A sentence as the parser sees it, with its tree.
struct ParseExample {
  std::vector<language::ParseWord> words;
  std::vector<language::WordId> heads;  ///< [words]; the number of words for the root
  std::vector<std::string> relations;   ///< [words]
};

/// The sections of a model's file.
struct ParserBytes {
  std::string relations;
  std::string weights;

  [[nodiscard]] language::ParserSections sections() const { return {relations, weights}; }
};

/// A function of its arguments. A dynamic oracle (Goldberg and Nivre 2012) teaches: after the first
/// round the parser follows its own actions nine times in ten.
[[nodiscard]] ParserBytes train_parser(const std::vector<ParseExample>& examples,
                                       const ParserOptions& options);

}  // namespace recto::train
