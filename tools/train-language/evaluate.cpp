#include "tools/train-language/evaluate.h"

#include <algorithm>
#include <string_view>

#include "content/base/fold.h"
#include "tools/train-language/given_words.h"

namespace recto::train {
namespace {

using language::Name;
using language::NameKind;

std::string_view without_subtype(std::string_view relation) {
  return relation.substr(0, relation.find(':'));
}

void count(const TreebankSentence& gold, const std::vector<language::Token>& tokens,
           Scores& scores) {
  scores.words += tokens.size();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Word& word = gold.words[i];
    const language::Token& token = tokens[i];
    const bool upos = token.tag.upos == word.upos;
    const bool xpos = token.tag.xpos == word.xpos;
    const bool attached = token.head == (word.head == 0 ? tokens.size() : word.head - 1);
    const bool whole = attached && token.relation == word.relation;
    scores.upos += upos ? 1U : 0U;
    scores.lemmas += fold_case(token.lemma) == fold_case(word.lemma) ? 1U : 0U;
    scores.xpos += xpos ? 1U : 0U;
    scores.heads += attached ? 1U : 0U;
    if (attached && without_subtype(token.relation) == without_subtype(word.relation))
      ++scores.arcs;
    scores.tag_findings.push_back({token.tag_chance, upos && xpos});
    scores.arc_findings.push_back({token.arc_chance, whole});
    ++scores.relations[word.relation].gold;
    scores.relations[std::string(token.relation)].found.push_back({token.arc_chance, whole});
  }
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

Scores evaluate(const Treebank& treebank, const language::Analyser& analyser) {
  const std::vector<GivenWords> given(treebank.begin(), treebank.end());
  const auto analysed = analyse_given(given, analyser);
  Scores scores;
  for (std::size_t i = 0; i < treebank.size(); ++i) {
    const auto& tokens = analysed[i].tokens;
    count(treebank[i], tokens, scores);
    count_features(treebank[i], language::morphology_of(given[i].cut().text, tokens),
                   scores.features);
  }
  return scores;
}

double NameScores::precision(float chance) const {
  const Kept kept = kept_from(found, chance);
  return share(kept.right, kept.kept);
}

double NameScores::recall(float chance) const {
  return share(kept_from(found, chance).right, gold);
}

double NameScores::f1() const {
  return share(2 * kept_from(found, 0).right, gold + found.size());
}

NameScores evaluate_names(const NamedSentences& sentences, const language::Analyser& analyser,
                          const language::NameWeights& weights, bool all_kinds) {
  const auto counts = [&](const Name& name) {
    return all_kinds || name.kind == NameKind::Person || name.kind == NameKind::Organisation ||
           name.kind == NameKind::Place;
  };
  std::vector<GivenWords> given;
  for (const NamedSentence& sentence : sentences)
    given.emplace_back(sentence.words);
  const auto analysed = analyse_given(given, analyser, weights);
  NameScores scores;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const std::vector<Name>& gold = sentences[i].names;
    scores.gold += static_cast<std::size_t>(std::count_if(gold.begin(), gold.end(), counts));
    for (const Name& name : analysed[i].names) {
      if (!counts(name)) continue;
      const bool right = std::any_of(gold.begin(), gold.end(), [&](const Name& other) {
        return other.begin == name.begin && other.end == name.end && other.kind == name.kind;
      });
      scores.found.push_back({name.chance, right});
    }
  }
  return scores;
}

}  // namespace recto::train
