// Who is meant: GUM's mentions of entities, from the last column of its treebank.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "tools/language/analysed.h"
#include "tools/train-language/conllu.h"

namespace recto::train {

/// Words [begin, end) of a sentence that mean an entity.
struct GumMention {
  std::size_t sentence = 0;
  language::WordId begin = 0;
  language::WordId end = 0;
  std::string entity;  ///< a number, the same for all mentions of a document that mean the same
  std::string type;    ///< "person", "organization", "place", …
  std::vector<language::WordId> heads;  ///< the words that it is known by, of a name all
};

/// The sentences of each document.
[[nodiscard]] std::vector<std::span<const TreebankSentence>> documents(const Treebank& treebank);

/// The mentions of one document, in the order of their ends. What does not close in its sentence is
/// left out.
[[nodiscard]] std::vector<GumMention> gum_mentions(std::span<const TreebankSentence> document);

/// Those of one sentence, of the mentions of a document.
[[nodiscard]] std::span<const GumMention> mentions_in(std::span<const GumMention> document,
                                                      std::size_t sentence);

}  // namespace recto::train
