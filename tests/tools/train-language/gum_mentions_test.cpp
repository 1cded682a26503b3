#include "tools/train-language/gum_mentions.h"

#include <doctest/doctest.h>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/support.h"

using namespace recto;
using namespace recto::train;

namespace {

/// Sentences of words with their last column.
Treebank treebank(const std::vector<std::vector<std::pair<std::string, std::string>>>& sentences) {
  std::string text;
  for (const auto& sentence : sentences) {
    text += "# newdoc\n# text =";
    for (const auto& [word, misc] : sentence)
      text += " " + word;
    text += "\n";
    int number = 0;
    for (const auto& [word, misc] : sentence)
      text += std::to_string(++number) + "\t" + word + "\t_\tX\tX\t_\t0\tdep\t_\t" + misc + "\n";
    text += "\n";
  }
  return test::value(parse_conllu(text));
}

}  // namespace

TEST_CASE("train-language: brackets open and close mentions, also inside each other") {
  const Treebank bank =
      treebank({{{"Ada", "Entity=(1-person-new-n-cf1-1,2-coref-Ada_L"},
                 {"Lovelace", "SpaceAfter=No|Entity=1)"},
                 {"of", "_"},
                 {"her", "Entity=(2-place-new-n-cf2-2-coref(1-person-giv:act-n-cf1-1-ana)"},
                 {"house", "Entity=2)"},
                 {"open", "Entity=(3-object-new-n-cf2-1-sgl"}}});
  const std::vector<GumMention> found = gum_mentions(documents(bank).front());
  REQUIRE(found.size() >= 3);
  const GumMention& house = found.back();
  CHECK(house.entity == "2");
  CHECK(house.type == "place");
  CHECK(house.begin == 3);
  CHECK(house.end == 5);
  CHECK(house.heads == std::vector<language::WordId>{4});
  const GumMention& her = found[found.size() - 2];
  CHECK(her.entity == "1");
  CHECK(her.begin == 3);
  CHECK(her.end == 4);
}

TEST_CASE("train-language: names are known by several words") {
  const Treebank bank =
      treebank({{{"Ada", "Entity=(1-person-new-n-cf1-1,2-coref-Ada"}, {"Lovelace", "Entity=1)"}}});
  const std::vector<GumMention> found = gum_mentions(documents(bank).front());
  REQUIRE(found.size() == 1);
  CHECK(found[0].heads == std::vector<language::WordId>{0, 1});
  CHECK(found[0].end == 2);
}

TEST_CASE("train-language: what is no mention gives none") {
  for (const char* misc : {"Entity=", "Entity=)", "Entity=(", "Entity=7)", "Entity=(1-person)",
                           "Entity=((((", "Entity=(1-person-new-n-cf1-1-coref", "SpaceAfter=No"}) {
    CAPTURE(misc);
    const Treebank bank = treebank({{{"Ada", misc}}});
    CHECK(gum_mentions(documents(bank).front()).empty());
  }
}

TEST_CASE("train-language: documents are where the treebank begins them") {
  const Treebank bank = treebank({{{"One", "_"}}, {{"Two", "_"}}});
  CHECK(documents(bank).size() == 2);
  CHECK(documents({}).empty());
}
