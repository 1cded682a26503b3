#include "tools/train-language/given_words.h"

namespace recto::train {

GivenWords::GivenWords(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    spans_.push_back({text_.size(), text_.size() + word.size()});
    text_ += word + " ";
  }
}

GivenWords::GivenWords(const TreebankSentence& sentence) : GivenWords(forms_of(sentence)) {}

std::vector<std::string> forms_of(const TreebankSentence& sentence) {
  std::vector<std::string> forms;
  forms.reserve(sentence.words.size());
  for (const Word& word : sentence.words)
    forms.push_back(word.form);
  return forms;
}

std::vector<language::AnalysedSentence> analyse_given(const std::vector<GivenWords>& sentences,
                                                      const language::Analyser& analyser,
                                                      const language::NameWeights& names) {
  std::vector<language::CutSentence> cut;
  cut.reserve(sentences.size());
  for (const GivenWords& sentence : sentences)
    cut.push_back(sentence.cut());
  return analyser.analyse(cut, names);
}

}  // namespace recto::train
