// An article as the rules of discourse see it: all its analysed sentences, word by word.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tools/language/analysed.h"

namespace recto::discourse {

using language::WordId;

/// The place of a sentence among all sentences of the article.
using SentenceId = std::uint32_t;

/// A block of the article: a paragraph, a heading, a list item.
struct Passage {
  std::string_view text;
  std::span<const language::AnalysedSentence> sentences;  ///< in order; spans count in `text`
};

/// Words [begin, end) of a sentence.
struct Place {
  SentenceId sentence = 0;
  WordId begin = 0;
  WordId end = 0;

  bool operator==(const Place&) const = default;
};

/// Whether `a` begins before `b`.
[[nodiscard]] inline bool before(const Place& a, const Place& b) {
  return a.sentence != b.sentence ? a.sentence < b.sentence : a.begin < b.begin;
}

/// A view on the passages, which outlive it, with each word's folded form. Spans that lead outside
/// the text count as empty, heads that are no word as the root.
class AnalysedArticle {
 public:
  /// O(bytes).
  explicit AnalysedArticle(std::span<const Passage> passages);

  [[nodiscard]] std::size_t size() const { return sentences_.size(); }
  [[nodiscard]] const language::AnalysedSentence& analysis(SentenceId id) const {
    return *sentences_[id].analysis;
  }
  [[nodiscard]] const std::vector<language::Token>& tokens(SentenceId id) const {
    return analysis(id).tokens;
  }

  /// Counted from 0 in the article.
  [[nodiscard]] std::size_t passage(SentenceId id) const { return sentences_[id].passage; }

  /// A word as it stands there.
  [[nodiscard]] std::string_view word(SentenceId id, WordId word) const;
  /// The same, case folded and with straight apostrophes; empty behind the last word.
  [[nodiscard]] const std::string& folded(SentenceId id, WordId word) const;
  /// A sentence's own text: Token::span counts in it.
  [[nodiscard]] std::string_view text(SentenceId id) const { return sentences_[id].text; }
  /// The text from the first to the last word of a place, with the blanks between.
  [[nodiscard]] std::string_view text(const Place& place) const;

 private:
  struct Sentence {
    std::string_view text;  ///< its own
    const language::AnalysedSentence* analysis = nullptr;
    std::size_t passage = 0;
    std::vector<std::string> folded;
  };

  std::vector<Sentence> sentences_;
};

/// The word of a place that its other words hang on: the first whose head is outside. The last word
/// where the tree gives none.
[[nodiscard]] WordId head_of(const AnalysedArticle& article, const Place& place);

}  // namespace recto::discourse
