// A sentence as recognisers walk over it.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>

#include "tools/language/analysed.h"

namespace recto::patterns {

using language::Span;
using language::WordId;

/// Words [begin, end) of a sentence.
struct Words {
  WordId begin = 0;
  WordId end = 0;

  bool operator==(const Words&) const = default;
  [[nodiscard]] bool empty() const { return begin >= end; }
  [[nodiscard]] bool holds(WordId word) const { return begin <= word && word < end; }
};

class Sentence;

/// Whether the tree puts `word` under `above`, at most twelve steps down, or they are the same.
[[nodiscard]] bool is_below(const Sentence& sentence, WordId word, WordId above);

/// A view on a sentence's text and its analysis, which outlive it. Questions about words that it
/// does not have are answered as for a word without text and tags.
class Sentence {
 public:
  /// `text` is the sentence alone: Token::span counts from its start.
  Sentence(std::string_view text, const language::AnalysedSentence& analysed)
      : text_(text), analysed_(&analysed) {}

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const language::AnalysedSentence& analysed() const { return *analysed_; }
  [[nodiscard]] WordId size() const { return static_cast<WordId>(analysed_->tokens.size()); }
  [[nodiscard]] std::string_view word(WordId at) const;
  [[nodiscard]] std::string_view upos(WordId at) const;
  [[nodiscard]] std::string_view xpos(WordId at) const;
  [[nodiscard]] std::string_view relation(WordId at) const;  ///< without its subtype
  [[nodiscard]] WordId head(WordId at) const;                ///< size() for the root and outside

  /// Whether the word is written so, the case of ASCII letters aside.
  [[nodiscard]] bool is(WordId at, std::string_view small) const;
  [[nodiscard]] bool is_one_of(WordId at, std::initializer_list<std::string_view> small) const;

  /// Whether no blank stands before the word.
  [[nodiscard]] bool is_glued(WordId at) const;

  /// The bytes of words, from the first's to the last's; empty at the text's end for none.
  [[nodiscard]] Span bytes(Words words) const;
  [[nodiscard]] std::string_view text(Words words) const;

 private:
  std::string_view text_;
  const language::AnalysedSentence* analysed_;
};

}  // namespace recto::patterns
