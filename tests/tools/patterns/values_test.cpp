#include "tools/patterns/values.h"

#include <array>
#include <string>

#include "tests/support/support.h"
#include "tests/tools/patterns/hand_tagged.h"

namespace recto::patterns {
namespace {

std::string found_in(const test::HandTagged& tagged) {
  constexpr std::array kNames{"count", "ordinal", "quantity", "duration", "offset", "age",
                              "money", "percent", "date",     "clock",    "score"};
  std::string all;
  const Sentence sentence = tagged.sentence();
  for (const SentenceValue& one : find_values(sentence)) {
    all += all.empty() ? "" : "; ";
    all += kNames.at(static_cast<std::size_t>(one.measure)) + std::string(" [") +
           tagged.text.substr(one.span.begin, one.span.end - one.span.begin) + "]";
    if (one.counted) all += " " + std::string(sentence.word(*one.counted));
    if (one.attributive) all += " attributive";
    if (one.second_form) all += " second";
    CHECK(one.whole_words);
  }
  return all;
}

TEST_CASE("patterns: values say what they measure and count") {
  struct Row {
    std::string text;
    std::string expected;
  };
  for (const Row& row : {
           Row{"It has three laureates.", "count [three] laureates"},
           Row{"It has 1,200 small birds.", "count [1,200] birds"},
           Row{"It has more than 200 people.", "count [more than 200] people"},
           Row{"It has eight public/JJ and private/JJ colleges.", "count [eight] colleges"},
           Row{"It has ten Grammy Awards/NNPS.", "count [ten] Awards"},
           Row{"It has three of the first laureates.",
               "count [three] laureates; ordinal [first] attributive"},
           Row{"Half of all its voters came.", "count [Half] voters"},
           Row{"She saw between 400,000 and 500,000 people.",
               "count [between 400,000 and 500,000] people"},
           Row{"It took 3.2 million voters.", "count [3.2 million] voters"},
           Row{"It has three.", "count [three]"},
           Row{"They are a four-piece band.", ""},
           Row{"It is 324 metres high/JJ.", "quantity [324 metres]"},
           Row{"It is about 80 metres (260 feet) high/JJ.",
               "quantity [about 80 metres]; quantity [260 feet] second"},
           Row{"A 16 mm film was shown/VBN.", "quantity [16 mm] attributive"},
           Row{"He stayed five weeks.", "duration [five weeks]"},
           Row{"It fell for four straight/JJ years.", "duration [four] years"},
           Row{"Jo Tarr, 55, of London, came.", "age [55]"},
           Row{"It has 406 lb-ft of torque.", ""},
           Row{"A four-year plan began.", "duration [four-year] attributive"},
           Row{"He came two months later.", "offset [two months]"},
           Row{"He came ten years ago/RB.", "offset [ten years]"},
           Row{"He died at the age of 85.", "age [85]"},
           Row{"He died, aged 85.", "age [85]"},
           Row{"A 14-year-old boy came.", "age [14-year]"},
           Row{"It cost $5 billion.", "money [$5 billion]"},
           Row{"It rose by 30% or 12 percent.", "percent [30%]; percent [12 percent]"},
           Row{"It closed on 20 July 1969.", "date [20 July 1969]"},
           Row{"He sat there from 1879 to 1883.", "date [from 1879 to 1883]"},
           Row{"The 1996 Olympics began.", "date [1996] attributive"},
           Row{"It began at 3:30 pm.", "clock [3:30 pm]"},
           Row{"They won 3-1.", "score [3-1]"},
           Row{"He won the 3rd race.", "ordinal [3rd] attributive"},
           Row{"He saw Six/NNP Feet/NNP Under/NNP.", ""},
           Row{"The planets 105 Artemis and 399 Persephone", ""},
           Row{"He has epsilon 4.", ""},
           Row{"It ended so (5).", ""},
           Row{"A 4K video was shown/VBN.", ""},
           Row{"It is 15’9″ wide/JJ.", ""},
           Row{"It is (1) old and 2) new.", ""},
           Row{"It rose (5.3 million).", "count [5.3 million]"},
           Row{"Nothing here.", ""},
           Row{"", ""},
       }) {
    CAPTURE(row.text);
    CHECK(found_in(test::hand_tagged(row.text)) == row.expected);
  }
}

TEST_CASE("patterns: quantities have a dimension") {
  const auto tagged = test::hand_tagged("It weighs 5 kg and took 3 hours.");
  const auto found = find_values(tagged.sentence());
  REQUIRE(found.size() == 2);
  CHECK(found[0].dimension == Dimension::Mass);
  CHECK(found[1].dimension == Dimension::Time);
  CHECK(tagged.sentence().text(found[0].words) == "5 kg");
}

TEST_CASE("patterns: rows of values end") {
  for (const char* piece : {"5 ", "5 kg ", "five of the ", "1999 ", "5-", "(5 m) "}) {
    CAPTURE(piece);
    std::string text;
    for (int i = 0; i < 5000; ++i)
      text += piece;
    const auto tagged = test::hand_tagged(text);
    for (const SentenceValue& one : find_values(tagged.sentence()))
      CHECK(one.words.end <= tagged.sentence().size());
  }
}

}  // namespace
}  // namespace recto::patterns
