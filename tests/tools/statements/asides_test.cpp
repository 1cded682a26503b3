#include "tools/statements/asides.h"

#include <string>
#include <vector>

#include "tests/support/support.h"
#include "tests/tools/statements/read_article.h"

namespace recto::statements {
namespace {

using test::read_text;
using test::ReadArticle;

/// A sentence's words that are no asides.
std::string without_asides(const std::string& text) {
  const ReadArticle article = read_text("Asides", text);
  const ReadSentence& sentence = article.reading.sentences.at(0);
  const auto appositions =
      patterns::find_appositions(sentence.words, test::shipped_knowledge().lexicon);
  const auto mask =
      mask_of(find_asides(sentence, appositions), sentence.words.size(), std::nullopt);
  return write_words(article.reading, sentence, mask, {0, sentence.words.size()});
}

}  // namespace

TEST_CASE("statements: asides are brackets, footnotes, insertions, connectives and tails") {
  struct Aside {
    std::string text;
    std::string rest;
  };
  for (const Aside& row :
       {Aside{"Basel (a city on the Rhine) has 12 bridges.", "Basel has 12 bridges."},
        Aside{"Basel, a city on the Rhine, has 12 bridges.", "Basel has 12 bridges."},
        Aside{"The Umbra Tower, which was built in 1931, has 42 floors.",
              "the Umbra Tower has 42 floors."},
        Aside{"The Umbra Tower, built in 1931, has 42 floors.", "the Umbra Tower has 42 floors."},
        Aside{"However, Basel also has 12 bridges.", "Basel has 12 bridges."},
        Aside{"Basel sold four bridges two years later.",
              "Basel sold four bridges two years later."},
        Aside{"Basel has too many bridges.", "Basel has too many bridges."},
        Aside{"Basel (Basle -- in English) has 12 bridges.", "Basel has 12 bridges."},
        Aside{"Basel has bridges over the Rhine [4].", "Basel has bridges over the Rhine."},
        Aside{"Basel has four hotels: the Krone, the Sonne, the Hirsch and the Ochsen.",
              "Basel has four hotels."},
        Aside{"Bern, Basel and Zurich sold their bridges.",
              "Bern, Basel and Zurich sold their bridges."}}) {
    CAPTURE(row.text);
    CHECK(without_asides(row.text) == row.rest);
  }
}

TEST_CASE("statements: an aside that holds the asked word is none") {
  const std::vector<Words> asides{{1, 6}, {2, 4}};
  CHECK(mask_of(asides, 7, std::nullopt) ==
        std::vector<bool>{false, true, true, true, true, true, false});
  CHECK(mask_of(asides, 7, 5) == std::vector<bool>{false, false, true, true, false, false, false});
  CHECK(mask_of(asides, 3, std::nullopt) == std::vector<bool>{false, true, true});
}

}  // namespace recto::statements
