#include "tools/train-language/name_corpora.h"

#include <string>
#include <vector>

#include "tests/support/support.h"

namespace recto::train {
namespace {

using language::NameKind;

std::string told(const NamedSentence& sentence) {
  std::string text;
  for (const language::Name& name : sentence.names) {
    text += std::to_string(static_cast<int>(name.kind)) + ":";
    for (language::WordId word = name.begin; word < name.end; ++word)
      text += " " + sentence.words[word];
    text += "; ";
  }
  return text;
}

}  // namespace

TEST_CASE("name corpora: IOB2 gives words and names, by sentence and document") {
  const NamedSentences all = test::value(
      parse_iob2("# newdoc\nAnna\tB-PER\nMiller\tI-PER\nleft\tO\nHull\tB-LOC\nOslo\tB-LOC\n\n"
                 "The\tO\nBand\tB-band\n\n# newdoc\nWalk\tB-song\n"));
  REQUIRE(all.size() == 3);
  CHECK(told(all[0]) == "0: Anna Miller; 2: Hull; 2: Oslo; ");
  CHECK(told(all[1]) == "1: Band; ");
  CHECK(told(all[2]) == "4: Walk; ");
  CHECK(all[0].begins_document);
  CHECK_FALSE(all[1].begins_document);
  CHECK(all[2].begins_document);
}

TEST_CASE("name corpora: a name's further word without a first one begins a name") {
  const NamedSentences all = test::value(parse_iob2("a\tI-PER\nb\tI-LOC\nc\tI-LOC\n"));
  CHECK(told(all.front()) == "0: a; 2: b c; ");
}

TEST_CASE("name corpora: a file that is no IOB2 is refused with its line") {
  for (const char* text : {"word\n", "word\tX-PER\n", "word\tB-unheardof\n", "\tO\n", "a\tB\n"}) {
    const auto read = parse_iob2(std::string("fine\tO\n") + text);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().where == "line 2");
  }
}

TEST_CASE("name corpora: labels of words begin a name and go on with it") {
  const NamedSentences all =
      test::value(parse_iob2("x\tO\nAnna\tB-PER\nMiller\tI-PER\nOslo\tB-LOC\n"));
  CHECK(name_labels(all.front()) == std::vector<int>{0, 1, 2, 5});
}

TEST_CASE("name corpora: GUM's entities with a proper noun for a head are names, cut to its run") {
  const Treebank treebank = test::value(parse_conllu(
      "# newdoc id = made\n# text = the University of Hull praised old captain Anna Miller .\n"
      "1\tthe\tthe\tDET\tDT\t_\t2\tdet\t_\tEntity=(1-organization-new-sssss-cf1-2,4-sgl\n"
      "2\tUniversity\tUniversity\tPROPN\tNNP\t_\t5\tnsubj\t_\t_\n"
      "3\tof\tof\tADP\tIN\t_\t4\tcase\t_\t_\n"
      "4\tHull\tHull\tPROPN\tNNP\t_\t2\tnmod\t_\tEntity=(2-place-new-sssss-cf2-1-sgl)1)\n"
      "5\tpraised\tpraise\tVERB\tVBD\t_\t0\troot\t_\t_\n"
      "6\told\told\tADJ\tJJ\t_\t7\tamod\t_\tEntity=(3-person-new-sssss-cf3-3,4-sgl\n"
      "7\tcaptain\tcaptain\tNOUN\tNN\t_\t8\tcompound\t_\t_\n"
      "8\tAnna\tAnna\tPROPN\tNNP\t_\t5\tobj\t_\t_\n"
      "9\tMiller\tMiller\tPROPN\tNNP\t_\t8\tflat\t_\tEntity=3)\n"
      "10\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_\n\n"));
  const NamedSentences all = named_entities(treebank);
  REQUIRE(all.size() == 1);
  CHECK(told(all.front()) == "1: University of Hull; 0: Anna Miller; ");
}

}  // namespace recto::train
