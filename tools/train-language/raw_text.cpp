#include "tools/train-language/raw_text.h"

#include <algorithm>

#include "tools/language/tokens.h"

namespace recto::train {
namespace {

using language::Span;

/// Both in order. Words of a contraction that is spelt otherwise share a span: each counts.
Counts compare(const std::vector<Span>& gold, const std::vector<Span>& found) {
  Counts counts{.gold = gold.size(), .found = found.size()};
  const auto before = [](Span a, Span b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
  };
  for (const Span span : gold)
    counts.right += std::binary_search(found.begin(), found.end(), span, before) ? 1U : 0U;
  return counts;
}

Span moved(Span span, std::size_t by) {
  return {span.begin + by, span.end + by};
}

}  // namespace

RawText raw_text(const Treebank& treebank, Joints joints) {
  RawText raw;
  for (const TreebankSentence& sentence : treebank) {
    const bool begins = sentence.begins_document || sentence.begins_paragraph;
    if (!raw.text.empty()) raw.text += begins && joints == Joints::Paragraphs ? '\n' : ' ';
    const std::size_t begin = raw.text.size();
    raw.text += sentence.text;
    raw.sentences.push_back({begin, raw.text.size()});
    for (const Word& word : sentence.words)
      raw.words.push_back(moved(word.span, begin));
  }
  return raw;
}

CutScores score_cuts(const RawText& raw, const language::Abbreviations& abbreviations) {
  const std::vector<Span> found = language::sentences(raw.text, "en", abbreviations);
  std::vector<Span> words;
  for (const Span sentence : found)
    for (const Span word : language::tokens(
             std::string_view(raw.text).substr(sentence.begin, sentence.end - sentence.begin),
             abbreviations))
      words.push_back(moved(word, sentence.begin));
  return {.sentences = compare(raw.sentences, found), .words = compare(raw.words, words)};
}

}  // namespace recto::train
