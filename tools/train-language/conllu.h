// Treebank files.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "tools/language/sentences.h"

namespace recto::train {

/// One syntactic word.
struct Word {
  std::string form;
  std::string lemma;
  std::string upos;
  std::string xpos;
  std::string feats;     ///< "Number=Sing|…"; empty for none
  std::size_t head = 0;  ///< 1-based place in the sentence; 0 for the root
  std::string relation;  ///< "nsubj:pass"
  std::string misc;      ///< empty for none
  language::Span span;   ///< in the sentence's text
};

/// One sentence as people analysed it.
struct TreebankSentence {
  std::string text;
  std::vector<Word> words;
  bool begins_document = false;
  bool begins_paragraph = false;
};

using Treebank = std::vector<TreebankSentence>;

/// CoNLL-U (universaldependencies.org/format.html) → sentences. Empty nodes are left out; words of
/// a written token that is not made of them share its span. Error BadInput with the line for what
/// is no CoNLL-U and for words that do not stand in "# text".
[[nodiscard]] Result<Treebank> parse_conllu(std::string_view text);

}  // namespace recto::train
