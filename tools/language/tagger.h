// Tokens → parts of speech.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "tools/language/analysed.h"
#include "tools/language/forms.h"
#include "tools/language/sparse_model.h"
#include "tools/language/word_table.h"

namespace recto::language {

/// The place of a tag among those of the model.
using TagId = std::uint8_t;

/// What a lexicon knows of a word as it is written, as a number; 0 for nothing.
using LexiconClass = std::function<std::uint32_t(std::string_view)>;

/// What `lexicon` knows of a word; 0 without one.
[[nodiscard]] inline std::uint32_t class_of(const LexiconClass& lexicon, std::string_view word) {
  return lexicon ? lexicon(word) : 0U;
}

/// What is known of a token before its neighbours are looked at.
struct TagWord {
  Form form;
  std::uint32_t lexicon = 0;    ///< what the lexicon knows of it; 0 for nothing
  std::uint16_t ambiguity = 0;  ///< the set of tags that training saw it with; 0 for unknown
};

/// Adds the features of word `at` to `features`, given the tags of the two before: spelling, tags,
/// ambiguity and lexicon classes of the word and its neighbours, alone and together.
void add_tag_features(std::span<const TagWord> words, std::size_t at, TagId before, TagId second,
                      std::vector<std::uint64_t>& features);

/// In `add_tag_features`: the tag before the first word.
inline constexpr TagId kNoTag = 255;

/// Where the word table keeps a word's only tag, and the set of tags of a lower-case word.
[[nodiscard]] inline std::uint64_t only_tag_key(const Form& form) {
  return mixed(1, form.word);
}
[[nodiscard]] inline std::uint64_t ambiguity_key(const Form& form) {
  return mixed(2, form.lower);
}

/// The sections of a model's file that tagging needs.
struct TaggerSections {
  std::string_view tags;     ///< "ADJ JJ\n", a line each
  std::string_view words;    ///< WordTable
  std::string_view weights;  ///< SparseModel
};

/// A linear model that tags from left to right (Collins 2002, averaged perceptron). A view of bytes
/// that outlive it.
class Tagger {
 public:
  [[nodiscard]] static Result<Tagger> open(const TaggerSections& sections);

  [[nodiscard]] Tag tag(TagId id) const { return tags_[id]; }
  [[nodiscard]] std::size_t tags() const { return tags_.size(); }

  /// Fills in `ambiguity`.
  [[nodiscard]] TagWord word_of(std::string_view token, std::uint32_t lexicon) const;

  /// The tags of a sentence's words. O(words).
  [[nodiscard]] std::vector<TagId> tag_words(std::span<const TagWord> words) const;

 private:
  std::vector<Tag> tags_;
  WordTable words_;
  SparseModel weights_;
};

}  // namespace recto::language
