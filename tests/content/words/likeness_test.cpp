#include "content/words/likeness.h"

#include <string>
#include <vector>

#include "tests/support/support.h"

using namespace recto;

namespace {

constexpr Likeness kSame = Likeness::Same;
constexpr Likeness kAlmost = Likeness::Almost;
constexpr Likeness kDifferent = Likeness::Different;

struct Row {
  std::string given, key;
  Likeness likeness;
  Asked asked{};
};

Value parsed(const std::string& text) {
  const auto value = parse_value(text);
  REQUIRE_MESSAGE(value.has_value(), text);
  return *value;
}

void check_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.given);
    CAPTURE(row.key);
    CHECK(static_cast<int>(likeness(parsed(row.given), parsed(row.key), row.asked)) ==
          static_cast<int>(row.likeness));
  }
}

}  // namespace

TEST_CASE("G5 words: numbers are compared by value") {
  check_rows({
      {"3bn", "3 billion", kSame},
      {"three billion", "3 billion", kSame},
      {"3 000 000 000", "3 billion", kSame},
      {"3e9", "3 billion", kSame},
      {"3 million", "3 billion", kDifferent},
      {"3", "3 billion", kDifferent},
      {"30 billion", "3 billion", kDifferent},
      {"7", "seven", kSame},
      {"XIV", "14", kSame},
      {"14th", "14", kSame},
      {"14", "fourteenth", kSame},
      {"15", "14th", kDifferent},
      {"a dozen", "12", kSame},
      {"1,5", "1.5", kSame},
      {"0.5", "half", kSame},
      {"50%", "half", kSame},
      {"half", "50%", kSame},
      {"a third", "half", kDifferent},
      {"0.33", "a third", kAlmost},
      {"33%", "a third", kAlmost},
      {"12", "-12", kDifferent},
      {"-12", "-12", kSame},
      {"2000", "2,000", kSame},
      {"2,000", "2000", kSame},
      {"476", "AD 476", kSame},
  });
}

TEST_CASE("G6 words: precision is that of the key") {
  check_rows({
      {"3,412,000", "3.4 million", kSame},
      {"3.43 million", "3.4 million", kSame},
      {"3.5 million", "3.4 million", kDifferent},
      {"3.46 million", "3.4 million", kDifferent},
      {"8850", "8,849", kAlmost},
      {"8,000", "8,849", kDifferent},
      {"8849", "8,849", kSame},
      {"51", "50", kDifferent},
      {"50.2", "50", kDifferent},
      {"7.2", "7", kDifferent},
      {"1968", "1969", kDifferent},
      {"40", "about 40", kSame},
      {"about 41", "about 40 %", kAlmost, {"percent", true}},
      {"1,030", "about 1,000", kAlmost},
      {"1,030", "1,000", kDifferent},
      {"500", "more than 500", kSame},
      {"over 500", "more than 500", kSame},
      {"less than 500", "more than 500", kDifferent},
      {"more than 500", "500", kAlmost},
      {"about 6,650", "6,650", kSame},
      {"103", "100", kSame, {{}, false, 5.0}},
      {"106", "100", kDifferent, {{}, false, 5.0}},
      {"12", "10", kSame, {{}, false, 2.0}},
  });
}

TEST_CASE("G7 words: units are converted, a missing one costs") {
  check_rows({
      {"3000 m", "3 km", kSame},
      {"3 kilometers", "3 km", kSame},
      {"3 kg", "3 km", kDifferent},
      {"3", "3 km", kAlmost},
      {"3", "3 km", kSame, {"kilometre", true}},
      {"8,849 m", "8,849", kSame, {"metre", true}},
      {"8.849 km", "8,849", kSame, {"metre", true}},
      {"8,849 ft", "8,849", kDifferent, {"metre", true}},
      {"8,849 ft", "8,849", kDifferent},
      {"40", "40 %", kAlmost},
      {"40", "40 %", kSame, {"percent", true}},
      {"40 per cent", "40%", kSame},
      {"40 %", "40 percentage points", kAlmost},
      {"an hour and a half", "90 minutes", kSame},
      {"1.5 hours", "90 minutes", kSame},
      {"90 hours", "90 minutes", kDifferent},
      {"12,000 kg", "12 tonnes", kSame},
      {"180 cm", "5 ft 11 in", kSame},
      {"5 ft 11 in", "180 cm", kSame},
      {"1.80 m", "5 ft 11 in", kSame},
      {"5 ft 10 in", "180 cm", kDifferent},
      {"324 m", "1,064 ft", kSame},
      {"1,063 ft", "324 m", kSame},
      {"330 m", "1,064 ft", kDifferent},
      {"68 °F", "20 °C", kSame},
      {"20 °F", "20 °C", kDifferent},
      {"293.15 K", "20 °C", kSame},
      {"-40 °F", "-40 °C", kSame},
      {"100 km/h", "62 mph", kSame},
      {"36 km/h", "10 m/s", kSame},
      {"1 square mile", "2.59 km²", kSame},
      {"100 ha", "1 km²", kSame},
      {"1000 litres", "1 m³", kSame},
      {"24 months", "2 years", kSame},
      {"60 ha", "60–85 hectares", kAlmost},
      {"85 ha", "60–85 hectares", kAlmost},
      {"70 ha", "60–85 hectares", kDifferent},
      {"60 to 85 ha", "60–85 hectares", kSame},
      {"60 to 80 ha", "60–85 hectares", kDifferent},
      {"60–85 hectares", "60 ha", kDifferent},
      {"1 kWh", "3.6 MJ", kSame},
      {"1 GB", "1000 MB", kSame},
      {"8 bits", "1 byte", kSame},
      {"3 km", "3 %", kDifferent},
  });
}

TEST_CASE("G8 words: a currency is one in sign, code and word") {
  check_rows({
      {"5 million dollars", "$5 million", kSame},
      {"USD 5,000,000", "$5 million", kSame},
      {"5m USD", "$5 million", kSame},
      {"US$5m", "$5 million", kSame},
      {"€5 million", "$5 million", kDifferent},
      {"5 million", "$5 million", kAlmost},
      {"5 million", "$5 million", kSame, {"USD", true}},
      {"$5 billion", "$5 million", kDifferent},
      {"12.50 pounds", "£12.50", kSame},
      {"£12.50", "12.5 kg", kDifferent},
      {"50p", "£0.50", kSame},
      {"A$5", "$5", kDifferent},
      {"$5", "5 %", kDifferent},
  });
}

TEST_CASE("G9 words: dates are compared in the key's precision") {
  check_rows({
      {"July 20, 1969", "20 July 1969", kSame},
      {"1969-07-20", "20 July 1969", kSame},
      {"20.7.1969", "20 July 1969", kSame},
      {"20 Jul 69", "20 July 1969", kSame},
      {"1969", "20 July 1969", kAlmost},
      {"July 1969", "20 July 1969", kAlmost},
      {"20 July", "20 July 1969", kAlmost},
      {"21 July 1969", "20 July 1969", kDifferent},
      {"20 July 1968", "20 July 1969", kDifferent},
      {"June 1969", "20 July 1969", kDifferent},
      {"20 July 1969", "1969", kSame},
      {"July 1969", "1969", kSame},
      {"1970", "1969", kDifferent},
      {"the 1960s", "1969", kDifferent},
      {"the 60s", "1969", kDifferent},
      {"20th century", "1969", kDifferent},
      {"1930s", "the 1930s", kSame},
      {"the thirties", "the 1930s", kSame},
      {"1935", "the 1930s", kAlmost},
      {"1920s", "the 1930s", kDifferent},
      {"late 1930s", "the 1930s", kAlmost},
      {"early 1930s", "the late 1930s", kDifferent},
      {"19th century", "the 1800s", kSame},
      {"1850", "19th century", kAlmost},
      {"1900", "19th century", kAlmost},
      {"1901", "19th century", kDifferent},
      {"03/04/2020", "3 April 2020", kSame},
      {"04/03/2020", "3 April 2020", kSame},
      {"05/04/2020", "3 April 2020", kDifferent},
      {"447 BCE", "447 BC", kSame},
      {"447", "447 BC", kAlmost},
      {"447 AD", "447 BC", kAlmost},
      {"448 BC", "447 BC", kDifferent},
      {"1914-18", "1914 to 1918", kSame},
      {"1914", "1914–1918", kAlmost},
      {"1918", "1914–1918", kAlmost},
      {"1916", "1914–1918", kDifferent},
      {"1914–1919", "1914–1918", kDifferent},
      {"1914-18", "1914", kDifferent},
      {"c. 1500", "1500", kSame},
      {"1500", "c. 1500", kSame},
      {"4 July", "July 4", kSame},
      {"4 July 1776", "July 4", kAlmost},
      {"5 July", "July 4", kDifferent},
      {"1969", "20 %", kDifferent},
      {"3 km", "1969", kDifferent},
  });
}

TEST_CASE("G9 words: times alike, scores exactly") {
  check_rows({
      {"3:45 pm", "15:45", kSame},
      {"3:45", "15:45", kSame},
      {"quarter to four", "3:45 pm", kSame},
      {"3:45 am", "15:45", kDifferent},
      {"3:46", "3:45", kDifferent},
      {"noon", "12:00", kSame},
      {"15:45", "15:45:30", kAlmost},
      {"9:00 to 17:00", "9 am to 5 pm", kSame},
      {"9:00", "9 am to 5 pm", kAlmost},
      {"15:45", "15 km", kDifferent},
      {"3-1", "3–1", kSame},
      {"1-3", "3–1", kDifferent},
      {"1-3", "1–3", kSame},
      {"3", "3-1", kDifferent},
  });
}

TEST_CASE("words: the same value is the same both ways") {
  for (const char* text : {"3 km", "14th", "about 40 %", "20 July 1969", "the 1930s", "15:45",
                           "3-1", "$5 million", "between 10 and 20", "a third"}) {
    CAPTURE(text);
    CHECK(same_value(parsed(text), parsed(text)));
  }
  CHECK(same_value(parsed("324 m"), parsed("1,063 ft")));
  CHECK(!same_value(parsed("1969"), parsed("20 July 1969")));
  CHECK(!same_value(parsed("3.4 million"), parsed("3,412,000")));
}
