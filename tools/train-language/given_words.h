// Sentences whose words are given, for analysis.
#pragma once

#include <string>
#include <vector>

#include "tools/language/analysis.h"
#include "tools/train-language/conllu.h"

namespace recto::train {

/// A sentence written with a blank between its words. Words of a contraction may be spelt otherwise
/// than in the text ("wo", "n't"), so the text itself will not do.
class GivenWords {
 public:
  explicit GivenWords(const std::vector<std::string>& words);
  explicit GivenWords(const TreebankSentence& sentence);

  /// Views this, which must stay where it is.
  [[nodiscard]] language::CutSentence cut() const { return {text_, spans_}; }

 private:
  std::string text_;
  std::vector<language::Span> spans_;
};

[[nodiscard]] std::vector<std::string> forms_of(const TreebankSentence& sentence);

/// Analyses sentences word by word as people cut them.
[[nodiscard]] std::vector<language::AnalysedSentence> analyse_given(
    const std::vector<GivenWords>& sentences, const language::Analyser& analyser,
    const language::NameWeights& names = language::Analyser::kAllSources);

}  // namespace recto::train
