#include "tools/questions/values.h"

#include <string>
#include <vector>

#include "tests/tools/questions/lists.h"

namespace recto::questions {
namespace {

std::vector<Value> read(const std::string& sentence) {
  return values_of(sentence, words_of(sentence), test::word_lists());
}

TEST_CASE("questions: values are read with kind, text and hedge") {
  struct Row {
    std::string sentence;
    ValueKind kind;
    std::string text;
    std::size_t hedge;
  };
  const std::vector<Row> rows = {
      {"Rome fell in 476 CE.", ValueKind::Year, "476 CE", 0},
      {"The tower opened in 1889.", ValueKind::Year, "1889", 0},
      {"He died on 17 March 1782.", ValueKind::Date, "17 March 1782", 0},
      {"She died on November 23, 1896.", ValueKind::Date, "November 23, 1896", 0},
      {"They met in May, 1750 in Rome.", ValueKind::Date, "May 1750", 0},
      {"It cost about $11.2 billion.", ValueKind::Money, "$11.2 billion", 1},
      {"It cost US$5 million.", ValueKind::Money, "US$5 million", 0},
      {"They paid 20 billion yuan.", ValueKind::Money, "20 billion yuan", 0},
      {"More than 35% agreed.", ValueKind::Percent, "35%", 2},
      {"Only 10 per cent agreed.", ValueKind::Percent, "10 per cent", 0},
      {"It is 1,900 square miles.", ValueKind::Quantity, "1,900 square miles", 0},
      {"It has over 200 shops.", ValueKind::Count, "200", 1},
      {"A total of 1709 schoolchildren came.", ValueKind::Other, "1709", 0},
      {"The 787-9 jet is long.", ValueKind::Other, "787-9", 0},
      {"The 737 Max flew.", ValueKind::Other, "737", 0},
      {"In the 90's she sang.", ValueKind::Other, "90", 0},
      {"They moved on 5 June.", ValueKind::Other, "5 June", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.sentence);
    const auto values = read(row.sentence);
    REQUIRE(values.size() == 1);
    CHECK(values[0].kind == row.kind);
    CHECK(values[0].text == row.text);
    CHECK(values[0].hedge == row.hedge);
  }
}

TEST_CASE("questions: an end of a range is no value of its own") {
  for (const char* sentence :
       {"It lasted from 1894 – 96.", "It grew from 3 tons to 4 tons.",
        "Between 10 million and 20 million came.", "He is 5 feet 10 inches tall."}) {
    CAPTURE(sentence);
    const auto values = read(sentence);
    REQUIRE(values.size() == 2);
    CHECK(values[0].kind == ValueKind::Other);
    CHECK(values[1].kind == ValueKind::Other);
  }
}

TEST_CASE("questions: a number takes on the look of another") {
  const auto grouped = read("It has over 2,300 shops.");
  CHECK(number_like(1900, grouped[0]) == "1,900");
  CHECK(number_like(1234567, grouped[0]) == "1,234,567");
  const auto decimal = read("It cost $11.2 billion.");
  CHECK(number_like(9.3, decimal[0]) == "9.3");
}

}  // namespace
}  // namespace recto::questions
