#include "tools/patterns/names.h"

#include <string>

#include "tests/content/words/shipped_lexicon.h"
#include "tests/support/support.h"
#include "tests/tools/patterns/hand_tagged.h"

namespace recto::patterns {
namespace {

std::string names_in(const test::HandTagged& tagged) {
  std::string all;
  const Sentence sentence = tagged.sentence();
  for (const NamePhrase& name : find_names(sentence, test::shipped_lexicon())) {
    all += all.empty() ? "" : "; ";
    all += sentence.text(name.words);
    if (name.kind) all += " " + std::to_string(static_cast<int>(*name.kind));
  }
  return all;
}

TEST_CASE("patterns: names go as far as they go") {
  struct Row {
    std::string marked;
    std::string expected;
  };
  for (const Row& row : {
           Row{"Ludwig van Beethoven met Goethe.", "Ludwig van Beethoven 0; Goethe 0"},
           Row{"The University of Basel is old.", "University of Basel"},
           Row{"The Institute for the Blind/NNP closed.", "Institute for the Blind"},
           Row{"Anne of Cleves met Ada Lemmon of Oxford.", "Anne of Cleves; Ada Lemmon; Oxford"},
           Row{"Louis XIV died.", "Louis XIV 0"},
           Row{"Apollo 11 landed on Monday in July.", "Apollo 11"},
           Row{"Baden-Baden and Basel", "Baden-Baden; Basel 2"},
           Row{"Jean/JJ-Luc came", "Jean-Luc"},
           Row{"Procter & Gamble sold", "Procter & Gamble"},
           Row{"nobody came", ""},
       }) {
    CAPTURE(row.marked);
    CHECK(names_in(test::hand_tagged(row.marked)) == row.expected);
  }
}

TEST_CASE("patterns: what analysis calls a name is one, with its kind") {
  const auto tagged = test::hand_tagged(
      "He saw A Little/JJ Night Music in Basel.",
      {{"A Little Night Music", language::NameKind::Work}, {"Basel", language::NameKind::Other}});
  CHECK(names_in(tagged) == "A Little Night Music 4; Basel 5");
}

}  // namespace
}  // namespace recto::patterns
