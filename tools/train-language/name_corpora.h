// Corpora in which people marked names.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "tools/language/analysed.h"
#include "tools/train-language/conllu.h"

namespace recto::train {

/// A sentence cut into words, with its names in order.
struct NamedSentence {
  std::vector<std::string> words;
  std::vector<language::Name> names;  ///< `chance` is 1
  bool begins_document = false;
};

using NamedSentences = std::vector<NamedSentence>;

/// "PER", "politician", "university" … → what kind of name it is; none for unknown labels.
[[nodiscard]] std::optional<language::NameKind> kind_of_label(std::string_view label);

/// IOB2: lines of a word and a label between tabs, sentences between empty lines, "# newdoc" before
/// the first of a document. Error BadInput with the line for what is none.
[[nodiscard]] Result<NamedSentences> parse_iob2(std::string_view text);

/// The names among GUM's entities (`Entity=` in MISC, universaldependencies.org/ext-formats.html):
/// mentions whose head is a proper noun, cut to the run of proper nouns around it.
[[nodiscard]] NamedSentences named_entities(const Treebank& treebank);

/// Names → the network's labels of words.
[[nodiscard]] std::vector<int> name_labels(const NamedSentence& sentence);

}  // namespace recto::train
