// Learning to tag.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tools/language/tagger.h"
#include "tools/train-language/conllu.h"

namespace recto::train {

using language::LexiconClass;

struct TaggerOptions {
  int rounds = 8;
  std::uint64_t seed = 1;
  std::uint32_t least_updates = 2;
};

/// The sections of a model's file.
struct TaggerBytes {
  std::string tags;
  std::string words;
  std::string weights;

  [[nodiscard]] language::TaggerSections sections() const { return {tags, words, weights}; }
};

/// A tag as a model names it: "NOUN NNS".
[[nodiscard]] std::string tag_name(const Word& word);

/// A function of its arguments: same sentences, options and lexicon, same bytes.
[[nodiscard]] TaggerBytes train_tagger(const std::vector<const TreebankSentence*>& sentences,
                                       const LexiconClass& lexicon, const TaggerOptions& options);

/// The words of a sentence as `tagger` needs them.
[[nodiscard]] std::vector<language::TagWord> tag_words_of(const TreebankSentence& sentence,
                                                          const language::Tagger& tagger,
                                                          const LexiconClass& lexicon);

}  // namespace recto::train
