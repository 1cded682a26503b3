#include "tools/train-language/raw_text.h"

#include <string>

#include "tests/support/support.h"

namespace recto::train {
namespace {

/// A title, then two sentences of a paragraph, the first with a contraction.
constexpr std::string_view kText =
    "# newdoc id = tides\n"
    "# text = Tides\n"
    "1\tTides\ttide\tNOUN\tNNS\t_\t0\troot\t_\t_\n"
    "\n"
    "# newpar\n"
    "# text = It won't rise.\n"
    "1\tIt\tit\tPRON\tPRP\t_\t4\tnsubj\t_\t_\n"
    "2-3\twon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\twill\twill\tAUX\tMD\t_\t4\taux\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
    "4\trise\trise\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
    "\n"
    "# text = Why?\n"
    "1\tWhy\twhy\tADV\tWRB\t_\t0\troot\t_\tSpaceAfter=No\n"
    "2\t?\t?\tPUNCT\t.\t_\t1\tpunct\t_\t_\n";

}  // namespace

TEST_CASE("train: a treebank's running text has a line feed where a paragraph begins") {
  const Treebank treebank = test::value(parse_conllu(kText));
  const RawText raw = raw_text(treebank, Joints::Paragraphs);
  CHECK(raw.text == "Tides\nIt won't rise. Why?");
  CHECK(raw.sentences == std::vector<language::Span>{{0, 5}, {6, 20}, {21, 25}});
  CHECK(raw.words.size() == 8);
  CHECK(raw.text.substr(raw.words[4].begin, 4) == "rise");
  CHECK(raw_text(treebank, Joints::Blanks).text == "Tides It won't rise. Why?");
  CHECK(raw_text({}, Joints::Blanks).text.empty());
}

TEST_CASE("train: sentences and words are right when both their ends are") {
  const Treebank treebank = test::value(parse_conllu(kText));
  const CutScores all = score_cuts(raw_text(treebank, Joints::Paragraphs), {});
  CHECK(all.sentences.gold == 3);
  CHECK(all.sentences.right == 3);
  CHECK(all.sentences.f1() == doctest::Approx(1));
  CHECK(all.words.gold == 8);
  CHECK(all.words.right == 6);  // not "will" and "n't", which share a place
  const CutScores some = score_cuts(raw_text(treebank, Joints::Blanks), {});
  CHECK(some.sentences.found == 2);
  CHECK(some.sentences.right == 1);
  CHECK(some.sentences.f1() == doctest::Approx(0.4));
  CHECK(Counts{}.f1() == doctest::Approx(0));
}

}  // namespace recto::train
