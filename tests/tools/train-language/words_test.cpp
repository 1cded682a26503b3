// What is learned and counted of single words: lemmas and features.
#include <string>
#include <string_view>

#include "tests/support/support.h"
#include "tools/train-language/evaluate_morphology.h"
#include "tools/train-language/train_lemmas.h"

namespace recto::train {
namespace {

/// A document with one sentence of one word.
std::string document(std::string_view form, std::string_view lemma, std::string_view xpos,
                     std::string_view feats = "_") {
  std::string text = "# newdoc\n# text = ";
  text.append(form).append("\n1\t").append(form).append("\t").append(lemma);
  text.append("\tX\t").append(xpos).append("\t").append(feats);
  return text.append("\t0\troot\t_\t_\n\n");
}

std::string learned(const std::string& text) {
  return train_lemmas(test::value(parse_conllu(text)), language::Lemmas());
}

}  // namespace

TEST_CASE("train: a lemma that the rules miss is learned from two documents") {
  const std::string once = document("Sept.", "September", "NNP");
  CHECK(learned(once).empty());
  CHECK(learned(once + once) == "sept. NNP\tSeptember\n");
  CHECK(learned(once + document("Sept.", "Sept.", "NNP")).empty());
  CHECK(learned(once + once + document("Sept.", "Sept.", "NNP")) == "sept. NNP\tSeptember\n");
}

TEST_CASE("train: lemmas that the rules know, torn words and misspellings are not learned") {
  const std::string known = document("them", "they", "PRP");
  CHECK(learned(known + known).empty());
  const std::string torn = document("ever", "_", "RB") + document("with", "without", "GW");
  CHECK(learned(torn + torn).empty());
  std::string misspelt = document("to", "do", "VB") + document("to", "do", "VB");
  for (int i = 0; i < 200; ++i)
    misspelt += document("to", "to", "TO");
  CHECK(learned(misspelt).empty());
}

TEST_CASE("train: features count where people or we have them") {
  const Treebank treebank =
      test::value(parse_conllu(document("ships", "ship", "NNS", "Number=Ptan|Person=3")));
  FeatureCounts counts;
  const language::Morphology plural{.number = language::Number::Plural,
                                    .tense = language::Tense::Past};
  count_features(treebank[0], {plural}, counts);
  CHECK(counts["Number"].right == 1);
  CHECK(counts["Number"].f1() == doctest::Approx(1));
  CHECK(counts["Person"].gold == 1);
  CHECK(counts["Person"].found == 0);
  CHECK(counts["Tense"].found == 1);
  CHECK(counts["Tense"].gold == 0);
  CHECK(counts["Voice"].f1() == doctest::Approx(0));
  CHECK(differing_features(treebank[0].words[0], plural) ==
        std::vector<std::string>{"Person=3, not ", "Tense=, not Past"});
}

}  // namespace recto::train
