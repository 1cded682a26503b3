#include "tools/train-language/evaluate.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "tools/language/tokens.h"

namespace recto::train {
namespace {

std::string_view without_subtype(std::string_view relation) {
  return relation.substr(0, relation.find(':'));
}

void count_tokens(const TreebankSentence& sentence, const language::Abbreviations& abbreviations,
                  Scores& scores) {
  const auto tokens = language::tokens(sentence.text, abbreviations);
  scores.found += tokens.size();
  for (const Word& word : sentence.words)
    scores.cut += std::find(tokens.begin(), tokens.end(), word.span) == tokens.end() ? 0U : 1U;
}

void count_analysis(const TreebankSentence& sentence, const language::Analyser& analyser,
                    Scores& scores) {
  // Words of a contraction may be spelt otherwise than the text ("wo", "n't"): give the spelling.
  std::string text;
  std::vector<language::Span> spans;
  for (const Word& word : sentence.words) {
    spans.push_back({text.size(), text.size() + word.form.size()});
    text += word.form + " ";
  }
  const std::vector<language::Token> tokens = analyser.analyse(text, spans);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Word& word = sentence.words[i];
    const std::size_t head = word.head == 0 ? tokens.size() : word.head - 1;
    const bool attached = tokens[i].head == head;
    scores.upos += tokens[i].tag.upos == word.upos ? 1U : 0U;
    scores.xpos += tokens[i].tag.xpos == word.xpos ? 1U : 0U;
    scores.heads += attached ? 1U : 0U;
    const bool labelled = without_subtype(tokens[i].relation) == without_subtype(word.relation);
    scores.arcs += attached && labelled ? 1U : 0U;
  }
}

}  // namespace

Scores evaluate(const Treebank& treebank, const language::Analyser& analyser,
                const language::Abbreviations& abbreviations) {
  Scores scores;
  for (const TreebankSentence& sentence : treebank) {
    scores.words += sentence.words.size();
    count_tokens(sentence, abbreviations, scores);
    count_analysis(sentence, analyser, scores);
  }
  return scores;
}

}  // namespace recto::train
