#include "tools/train-language/conllu.h"

#include <string>

#include "tests/support/support.h"

namespace recto::train {
namespace {

constexpr std::string_view kTwo =
    "# newdoc id = tides\n"
    "# text = It doesn't rise.\n"
    "1\tIt\tit\tPRON\tPRP\tCase=Nom\t4\tnsubj\t_\t_\n"
    "2-3\tdoesn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tdoes\tdo\tAUX\tVBZ\t_\t4\taux\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
    "4\trise\trise\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
    "4.1\t_\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
    "\n"
    "# text = Why?\n"
    "1\tWhy\twhy\tADV\tWRB\t_\t0\troot\t_\tSpaceAfter=No\n"
    "2\t?\t?\tPUNCT\t.\t_\t1\tpunct\t_\t_\n";

}  // namespace

TEST_CASE("train: a treebank's words stand where its text has them") {
  const Treebank treebank = test::value(parse_conllu(kTwo));
  REQUIRE(treebank.size() == 2);
  CHECK(treebank[0].begins_document);
  CHECK_FALSE(treebank[1].begins_document);
  REQUIRE(treebank[0].words.size() == 5);
  const std::string& text = treebank[0].text;
  std::string spans;
  for (const Word& word : treebank[0].words)
    spans += text.substr(word.span.begin, word.span.end - word.span.begin) + "|";
  CHECK(spans == "It|does|n't|rise|.|");
  CHECK(treebank[0].words[0].feats == "Case=Nom");
  CHECK(treebank[0].words[3].head == 0);
  CHECK(treebank[0].words[4].relation == "punct");
}

TEST_CASE("train: what is no treebank is refused with its line") {
  const std::string good(kTwo);
  const auto where = [](const std::string& text) {
    const auto parsed = parse_conllu(text);
    return parsed ? std::string("read") : parsed.error().where;
  };
  CHECK(where("1\ttoo\tshort\n") == "line 1");
  CHECK(where("# text = a\n2\ta\ta\tX\tX\t_\t0\troot\t_\t_\n") == "line 2");
  CHECK(where("# text = a\n1\ta\ta\tX\tX\t_\tup\troot\t_\t_\n") == "line 2");
  CHECK(where("# text = a\n1\tb\tb\tX\tX\t_\t0\troot\t_\t_\n") == "line 2");
  CHECK(where("# text = a\n1-x\ta\t_\t_\t_\t_\t_\t_\t_\t_\n") == "line 2");
  CHECK(where(good) == "read");
  CHECK(where("") == "read");
}

}  // namespace recto::train
