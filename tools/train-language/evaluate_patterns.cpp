#include "tools/train-language/evaluate_patterns.h"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <utility>
#include <vector>

#include "tools/patterns/apposition.h"

namespace recto::train {
namespace {

using language::WordId;

/// Name and common noun of people's arcs, as places of words.
std::set<std::pair<WordId, WordId>> arcs(const TreebankSentence& sentence,
                                         std::initializer_list<std::string_view> relations) {
  std::set<std::pair<WordId, WordId>> found;
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    const Word& word = sentence.words[i];
    if (word.head == 0 || std::ranges::find(relations, word.relation) == relations.end()) continue;
    const Word& head = sentence.words[word.head - 1];
    const auto at = static_cast<WordId>(i);
    const auto above = static_cast<WordId>(word.head - 1);
    if (word.upos == "PROPN" && head.upos == "NOUN") found.emplace(at, above);
    if (word.upos == "NOUN" && head.upos == "PROPN") found.emplace(above, at);
  }
  return found;
}

bool holds(const std::set<std::pair<WordId, WordId>>& arcs, const patterns::Apposition& one) {
  for (WordId at = one.name.begin; at < one.name.end; ++at)
    if (arcs.contains({at, one.head})) return true;
  return false;
}

struct Analysed {
  std::string text;
  language::AnalysedSentence sentence;
};

Analysed analyse(const TreebankSentence& sentence, const language::Analyser& analyser) {
  Analysed result;
  std::vector<language::Span> spans;
  std::size_t end = 0;
  for (const Word& word : sentence.words) {
    if (word.span.begin > end) result.text += ' ';
    end = word.span.end;
    spans.push_back({result.text.size(), result.text.size() + word.form.size()});
    result.text += word.form;
  }
  result.sentence = std::move(analyser.analyse({{result.text, spans}}).front());
  return result;
}

}  // namespace

PatternScores evaluate_appositions(const Treebank& treebank, const language::Analyser& analyser,
                                   const Lexicon& lexicon) {
  PatternScores scores;
  for (const TreebankSentence& sentence : treebank) {
    const Analysed analysed = analyse(sentence, analyser);
    const patterns::Sentence view(analysed.text, analysed.sentence);
    auto marked = arcs(sentence, {"appos"});
    const auto titles = arcs(sentence, {"nmod:desc", "flat", "compound"});
    scores.marked += marked.size();
    for (const patterns::Apposition& one : patterns::find_appositions(view, lexicon)) {
      const bool right = holds(marked, one);
      const bool joined = right || holds(titles, one);
      ++scores.found;
      scores.right += right ? 1U : 0U;
      scores.joined += joined ? 1U : 0U;
      scores.marked_found += std::erase_if(marked, [&](const std::pair<WordId, WordId>& arc) {
        return arc.second == one.head && one.name.holds(arc.first);
      });
    }
  }
  return scores;
}

}  // namespace recto::train
