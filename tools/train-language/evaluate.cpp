#include "tools/train-language/evaluate.h"

#include <string_view>
#include <vector>

namespace recto::train {
namespace {

std::string_view without_subtype(std::string_view relation) {
  return relation.substr(0, relation.find(':'));
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
  const auto analysed = analyser.analyse({{text, spans}});
  const std::vector<language::Token>& tokens = analysed.front().tokens;
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

Scores evaluate(const Treebank& treebank, const language::Analyser& analyser) {
  Scores scores;
  for (const TreebankSentence& sentence : treebank) {
    scores.words += sentence.words.size();
    count_analysis(sentence, analyser, scores);
  }
  return scores;
}

}  // namespace recto::train
