#include "tools/statements/standing.h"

#include <optional>
#include <string>
#include <vector>

#include "tests/support/support.h"
#include "tests/tools/statements/read_article.h"

namespace recto::statements {
namespace {

using test::read_text;
using test::ReadArticle;

/// Why the first sentence of a text does not stand alone; empty where it does.
std::string fault_of(const std::string& text, const std::string& title = "Standing") {
  const ReadArticle article = read_text(title, text);
  const ReadSentence& sentence = article.reading.sentences.back();
  const std::vector<bool> none(sentence.words.size(), false);
  return open_reference({article.reading, sentence, none, test::shipped_knowledge().lexicon, {}},
                        {0, sentence.words.size()})
      .value_or(Fault{})
      .why;
}

/// The same of what stands behind the subject, `length` words long, which is known.
std::string fault_behind(const std::string& text, WordId length) {
  const ReadArticle article = read_text("Standing", text);
  const ReadSentence& sentence = article.reading.sentences.at(0);
  const std::vector<bool> none(sentence.words.size(), false);
  return open_reference(
             {article.reading, sentence, none, test::shipped_knowledge().lexicon, Words{0, length}},
             {length, sentence.words.size()})
      .value_or(Fault{})
      .why;
}

void check_open(const std::vector<std::string>& texts, const std::string& part,
                const std::string& code) {
  for (const std::string& text : texts) {
    CAPTURE(text);
    const std::string fault = fault_of(text);
    CAPTURE(fault);
    CHECK(fault.find(part) != std::string::npos);
    CHECK(fault.ends_with("(" + code + ")"));
  }
}

void check_closed(const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    CAPTURE(text);
    CHECK(fault_of(text) == "");
  }
}

}  // namespace

TEST_CASE("C2 standing: third persons that nothing resolves are open") {
  CHECK(fault_of("He moved to Basel in 1895.") == "nobody knows who or what 'He' is (C2)");
  check_open({"They moved to Basel in 1895.", "It was built in Basel in 1931.",
              "Its harbour was opened in 1922.", "Basel sold them in 1931.",
              "Basel built a new one in 1931."},
             "nobody knows who or what", "C2");
  check_closed({"Basel is a city with one river.", "Basel is one of 12 cities."});
}

TEST_CASE("C2 standing: whoever speaks is open") {
  check_open({"We visited Basel in 1999.", "You can visit the Basel Institute.",
              "I moved to Basel in 1895.", "Basel sold our bridges in 1931."},
             "is whoever speaks", "C2");
}

TEST_CASE("C2 standing: what a stand-in resolves is closed") {
  CHECK(fault_of("Ada Lemmon was a British chemist. She moved to Basel.", "Ada Lemmon") == "");
  CHECK(fault_of("Zorvex is a software company in Leeds. The company employs 340 people.",
                 "Zorvex") == "");
}

TEST_CASE("C2 standing: pointers are open") {
  check_open({"This tower was built in Basel.", "Basel built these bridges in 1931.",
              "Another bridge was built in Basel.", "Basel sold such bridges in 1931.",
              "The other bridges of Basel were sold in 1931.", "Basel has a bridge here.",
              "Basel built a third bridge in 1931.", "Basel remained so until 1931."},
             "points outside the sentence", "C2");
  check_closed({"Basel sold bridges such as the Mittlere Brücke.",
                "Basel said that Bern has 12 bridges.",
                "Basel and many other cities sold bridges."});
}

TEST_CASE("C9 standing: time that depends on the day of writing is open") {
  check_open({"Basel lost 12 bridges last year.", "Basel sold a bridge on Monday.",
              "Basel closed 12 bridges in recent years.", "So far, Basel has built 12 bridges."},
             "depends on the day of writing", "C9");
  check_closed({"Basel lost 12 bridges in 1931.", "Basel was the last city on the Rhine."});
}

TEST_CASE("C2 standing: the bridge that nothing tells of is open") {
  CHECK(fault_of("The bridge was built in 1226.") ==
        "it does not say which is meant by 'the bridge' (C2)");
  check_open({"The company moved to Basel.", "The study was published in Basel.",
              "Basel sold the tall towers in 1931.", "The Society moved to Basel in 1999."},
             "it does not say which is meant", "C2");
  check_closed({"The bridge over the Rhine was built in 1226.",
                "The first bridge in Basel was built in 1226.", "Basel is the largest city.",
                "The Basel bridge was built in 1226.", "The sun warms Basel.",
                "The textile industry moved to Basel.", "The human brain uses energy.",
                "Basel flourished in the 19th century.",
                "Basel built a bridge and sold the bridge in 1931."});
}

TEST_CASE("C2 standing: amounts of nothing and comparisons with nothing are open") {
  CHECK(fault_of("Many live in Basel.") == "'Many' leaves open what it counts (C2)");
  CHECK(fault_of("Basel is larger.") == "'larger' leaves open what it is compared with (C2)");
  check_closed({"Many people live in Basel.", "Basel bought some of the bridges of Bern.",
                "Basel is larger than Bern.", "Basel closed the upper bridge of Bern."});
}

TEST_CASE("C2 standing: an owner behind the subject may be the subject") {
  CHECK(fault_behind("Basel opened its harbour in 1922.", 1) == "");
  CHECK(fault_behind("Basel opened his harbour in 1922.", 1) ==
        "nobody knows who or what 'his' is (C2)");
  CHECK(fault_behind("Basel gave Bern its harbour in 1922.", 1) ==
        "nobody knows who or what 'its' is (C2)");
}

TEST_CASE("standing: vague nouns say nothing a month later") {
  for (const char* noun : {"study", "official", "company", "group", "researcher"})
    CHECK(is_vague(noun));
  for (const char* noun : {"bridge", "chemist", "island", ""})
    CHECK(!is_vague(noun));
}

}  // namespace recto::statements
