#include "tools/train-language/evaluate_names.h"

#include <algorithm>

namespace recto::train {
namespace {

bool counts(const language::Name& name) {
  return name.kind == language::NameKind::Person || name.kind == language::NameKind::Organisation ||
         name.kind == language::NameKind::Place;
}

}  // namespace

NameScores evaluate_names(const NamedSentences& sentences, const language::Analyser& analyser,
                          const language::NameWeights& weights) {
  NameScores scores;
  for (const NamedSentence& sentence : sentences) {
    std::string text;
    std::vector<language::Span> spans;
    for (const std::string& word : sentence.words) {
      spans.push_back({text.size(), text.size() + word.size()});
      text += word + " ";
    }
    const auto analysed = analyser.analyse({{text, spans}}, weights);
    const auto& names = analysed.front().names;
    scores.gold += static_cast<std::size_t>(
        std::count_if(sentence.names.begin(), sentence.names.end(), counts));
    for (const language::Name& name : names) {
      if (!counts(name)) continue;
      ++scores.found;
      scores.right += std::any_of(sentence.names.begin(), sentence.names.end(),
                                  [&](const language::Name& gold) {
                                    return gold.begin == name.begin && gold.end == name.end &&
                                           gold.kind == name.kind;
                                  })
                          ? 1U
                          : 0U;
    }
  }
  return scores;
}

}  // namespace recto::train
