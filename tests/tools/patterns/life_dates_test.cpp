#include "tools/patterns/life_dates.h"

#include <string>

#include "tests/content/words/shipped_lexicon.h"
#include "tests/support/support.h"
#include "tests/tools/patterns/hand_tagged.h"

namespace recto::patterns {
namespace {

using language::NameKind;

std::string written(const char* mark, const std::optional<LifeDate>& date,
                    std::string_view sentence) {
  if (!date) return {};
  return std::string(mark) + (date->about ? "c. " : "") + write_date(date->date) + " [" +
         std::string(sentence.substr(date->span.begin, date->span.end - date->span.begin)) + "]";
}

std::string found_in(const test::HandTagged& tagged) {
  std::string all;
  const Sentence sentence = tagged.sentence();
  for (const LifeDates& one : find_life_dates(sentence, test::shipped_lexicon())) {
    all += all.empty() ? "" : "; ";
    all += std::string(sentence.text(one.name)) + written(" * ", one.birth, tagged.text) +
           written(" + ", one.death, tagged.text);
  }
  return all;
}

TEST_CASE("patterns: life dates in the shapes of encyclopedias") {
  struct Row {
    std::string text;
    std::string expected;
  };
  for (const Row& row : {
           Row{"Ada Lemmon (1700-1782) wrote.", "Ada Lemmon * 1700 [1700] + 1782 [1782]"},
           Row{"Ada Lemmon (1700–1782) wrote.", "Ada Lemmon * 1700 [1700] + 1782 [1782]"},
           Row{"Ada Lemmon (1700 – 1782) wrote.", "Ada Lemmon * 1700 [1700] + 1782 [1782]"},
           Row{"Ada Lemmon (1700 -1782) wrote.", "Ada Lemmon * 1700 [1700] + 1782 [1782]"},
           Row{"Ada Lemmon (8 February 1700 – 17 March 1782) wrote.",
               "Ada Lemmon * 8 February 1700 [8 February 1700] + 17 March 1782 [17 March 1782]"},
           Row{"Ada Lemmon (February 8, 1700 - March 17, 1782) wrote.",
               "Ada Lemmon * 8 February 1700 [February 8, 1700] + 17 March 1782 [March 17, 1782]"},
           Row{"Ada Lemmon (1792 - May 1844) wrote.",
               "Ada Lemmon * 1792 [1792] + May 1844 [May 1844]"},
           Row{"Ada Lemmon (born 8 February 1950) writes.",
               "Ada Lemmon * 8 February 1950 [8 February 1950]"},
           Row{"Ada Lemmon (born 1950) writes.", "Ada Lemmon * 1950 [1950]"},
           Row{"Ada Lemmon (b. 1950) writes.", "Ada Lemmon * 1950 [1950]"},
           Row{"Ada Lemmon (born 1950 in Ulm, Germany) writes.", "Ada Lemmon * 1950 [1950]"},
           Row{"Ada Lemmon (d. 1782) wrote.", "Ada Lemmon + 1782 [1782]"},
           Row{"Ada Lemmon (died 17 March 1782) wrote.",
               "Ada Lemmon + 17 March 1782 [17 March 1782]"},
           Row{"Ada Lemmon (born 1700, died 1782) wrote.",
               "Ada Lemmon * 1700 [1700] + 1782 [1782]"},
           Row{"Ada Lemmon (c. 1412 - 1471) wrote.", "Ada Lemmon * c. 1412 [1412] + 1471 [1471]"},
           Row{"Ada Lemmon (c. 314 – 368) wrote.", "Ada Lemmon * c. 314 [314] + 368 [368]"},
           Row{"Ada Lemmon (1825 –) wrote.", "Ada Lemmon * 1825 [1825]"},
           Row{"Ada Lemmon (1540 – ?) wrote.", "Ada Lemmon * 1540 [1540]"},
           Row{"Ada Lemmon (31 March 1635 in Ellon, Scotland – 29 November 1699 in Moscow) wrote.",
               "Ada Lemmon * 31 March 1635 [31 March 1635] + 29 November 1699 [29 November 1699]"},
           Row{"Ada Lemmon (née Brown; 15 August 1896 – 26 October 1957) wrote.",
               "Ada Lemmon * 15 August 1896 [15 August 1896] + 26 October 1957 [26 October 1957]"},
           Row{"Ada Lemmon (Latin: Ada Limona, 1700–1782) wrote.",
               "Ada Lemmon * 1700 [1700] + 1782 [1782]"},
           Row{"Ada Lemmon (née Brown) (1700 – 1782) wrote.",
               "Ada Lemmon * 1700 [1700] + 1782 [1782]"},
           Row{"Ada Lemmon of Ellon (1700–1782) wrote.",
               "Ada Lemmon of Ellon * 1700 [1700] + 1782 [1782]"},
           Row{"Ada Lemmon, FRS, (1700–1782) wrote.", "Ada Lemmon * 1700 [1700] + 1782 [1782]"},
           Row{"Ada Lemmon's (1700–1782) notes", "Ada Lemmon * 1700 [1700] + 1782 [1782]"},
           Row{"King Louis (1710 – 1774, reigned 1715 – 1774) built it.",
               "King Louis * 1710 [1710] + 1774 [1774]"},
           Row{"the anatomist Gustav (1837-1927) found", "Gustav * 1837 [1837] + 1927 [1927]"},
           Row{"He met Ada Lemmon (1700–1782) and Bo Tarr (1711–1790).",
               "Ada Lemmon * 1700 [1700] + 1782 [1782]; Bo Tarr * 1711 [1711] + 1790 [1790]"},
           Row{"Ada Lemmon (69 BC – 30 BC) ruled.", "Ada Lemmon * 69 BC [69 BC] + 30 BC [30 BC]"},
       }) {
    CAPTURE(row.text);
    CHECK(found_in(test::hand_tagged(row.text)) == row.expected);
  }
}

TEST_CASE("patterns: years that are no life") {
  for (const char* text : {
           "King Otto (reigned 1833–1863) left.",
           "King Otto (r. 1833–1863) left.",
           "King Otto (1833–1863) left.",
           "Ada Lemmon (fl. 1700–1740) wrote.",
           "Ada Lemmon (active 1700–1740) painted.",
           "Ada Lemmon (1700) wrote.",
           "Ada Lemmon (in 1700) wrote.",
           "Ada Lemmon (1700–1705) wrote.",
           "Ada Lemmon (1700–1900) wrote.",
           "Ada Lemmon (1782–1700) wrote.",
           "Ada Lemmon (published 1700–1782) wrote.",
           "Ada Lemmon (Oxford, 12 volumes, 1900-1960) wrote.",
           "Ada Lemmon (1992–1999, 2019–present) played.",
           "Ada Lemmon (aged 50) wrote.",
           "Ada Lemmon (50 - 60) wrote to them",
           "Ada Lemmon (m. 1949; div. 1984) wrote.",
           "The Spanish Civil War (1736–1779) ended.",
           "The Meiji period (1868–1912) began.",
           "the University (1869–1974) and",
           "Mountains/NNP of Salt/NNP (1900–1960) is a poem.",
           "the Empire (1804–1918) fell.",
           "at the Folies (d. 1990) and",
           "(1700–1782)",
           "the notes (1700–1782)",
           "Ada Lemmon (",
       }) {
    CAPTURE(text);
    CHECK(found_in(test::hand_tagged(text)) == "");
  }
}

TEST_CASE("patterns: a name of another kind has no life dates") {
  CHECK(found_in(test::hand_tagged("Bo Tarr (1900–1980) closed.",
                                   {{"Bo Tarr", NameKind::Organisation}})) == "");
  CHECK(found_in(test::hand_tagged("Tarr (1900–1980) wrote.", {{"Tarr", NameKind::Person}})) ==
        "Tarr * 1900 [1900] + 1980 [1980]");
}

TEST_CASE("patterns: rows of dates end") {
  for (const char* piece :
       {"Ada (1700–1782) ", "Ada (1700–", "(born ", "Ada (;;;;;;;;) ", "1700–"}) {
    CAPTURE(piece);
    std::string text;
    for (int i = 0; i < 5000; ++i)
      text += piece;
    const auto tagged = test::hand_tagged(text);
    for (const LifeDates& one : find_life_dates(tagged.sentence(), test::shipped_lexicon()))
      CHECK(one.bracket.end <= tagged.sentence().size());
  }
}

}  // namespace
}  // namespace recto::patterns
