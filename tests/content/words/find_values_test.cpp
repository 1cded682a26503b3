#include <string>
#include <vector>

#include "content/words/value.h"
#include "tests/support/support.h"

using namespace recto;

namespace {

struct Row {
  std::string text;
  std::vector<std::string> spans;
  std::string language = "en";
};

std::vector<std::string> spans_of(const std::string& text, const std::string& language) {
  std::vector<std::string> spans;
  for (const Found& found : find_values(text, language))
    spans.push_back(text.substr(found.begin, found.end - found.begin));
  return spans;
}

std::string listed(const std::vector<std::string>& spans) {
  std::string text;
  for (const std::string& span : spans)
    text += '[' + span + ']';
  return text;
}

void check_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(listed(spans_of(row.text, row.language)) == listed(row.spans));
  }
}

}  // namespace

TEST_CASE("words: counts are found with their hedge") {
  check_rows({
      {"The town has 1,655 inhabitants.", {"1,655"}},
      {"About 3.4 million people live there.", {"About 3.4 million"}},
      {"They hired more than 500 workers and fired nearly twenty.",
       {"more than 500", "nearly twenty"}},
      {"At least 12 ships sank.", {"At least 12"}},
      {"Up to 10,000 soldiers took part.", {"Up to 10,000"}},
      {"She wrote twenty-one novels.", {"twenty-one"}},
      {"He ate a dozen eggs.", {"a dozen"}},
      {"Two thirds of the land is forest.", {"Two thirds"}},
      {"A third of the land is forest.", {"A third"}},
      {"Half of the members left.", {"Half"}},
      {"The second half was dull.", {"second"}},
      {"Between 10 and 20 people came.", {"Between 10 and 20"}},
      {"There were 3-5 people.", {"3-5"}},
      {"Some 200 guests came.", {"Some 200"}},
      {"In France, 200 people died.", {"200"}},
      {"There are 12 of them.", {"12"}},
      {"It sold 12,000 copies (8,000 abroad).", {"12,000", "8,000"}},
      {"half a million readers", {"half a million"}},
      {"The index fell to -12 points.", {"-12"}},
      {"It has three floors.", {"three"}},
      {"It employs 1500 people.", {"1500"}},
      {"Another 50 followed.", {"50"}},
      {"Of the 24 members, nine voted.", {"24", "nine"}},
      {"about 40–50 birds", {"about 40–50"}},
      {"3 million to 4 million visitors", {"3 million to 4 million"}},
  });
}

TEST_CASE("words: what only looks like a count is none") {
  check_rows({
      {"World War II ended.", {}},
      {"The Boeing 747 is large.", {}},
      {"See Chapter 3 for more.", {}},
      {"See chapter 3 and page 12.", {}},
      {"Version 2.0.1 came out.", {}},
      {"Call +44 20 7946 0958 now.", {}},
      {"Call 555-0123 or (555) 123-4567.", {}},
      {"Call 1-800-555-0199.", {}},
      {"An A380 and a B2B firm.", {}},
      {"A 3D film and an MP3 player.", {}},
      {"COVID-19 spread.", {}},
      {"The F-16 flew.", {}},
      {"Agent 007 returns.", {}},
      {"one of them, and one another", {}},
      {"He lives at 10 Downing Street.", {}},
      {"Apollo 11 landed.", {}},
      {"Windows 95 was new.", {}},
      {"The iPhone 12 was new.", {}},
      {"He read John 3:16 aloud.", {}},
      {"It is on Route 66.", {}},
      {"No. 5 is best, so is #7.", {}},
      {"the five-star hotel", {}},
      {"See http://example.org/2020/05 for it.", {}},
      {"The address is 192.168.0.1 here.", {}},
      {"As shown before [12].", {}},
      {"1. Mix the flour.", {}},
      {"Louis XIV was king.", {}},
      {"Henry the Eighth was king.", {}},
      {"the Thirteenth Amendment", {}},
      {"the First Lady of 42nd Street", {}},
      {"At first, nothing happened.", {}},
      {"Wait a second.", {}},
      {"The 9/11 attacks shook it.", {}},
      {"open 24/7", {}},
      {"a 4x4 car", {}},
      {"Twelve Angry Men is a film.", {}},
      {"ISBN 978-3-16-148410-0", {}},
      {"in Article 5 and section 12", {}},
      {"H2O and CO2", {}},
      {"user@example3.org", {}},
  });
}

TEST_CASE("words: quantities, money and percent are found with their unit") {
  check_rows({
      {"The tunnel is 3 km long.", {"3 km"}},
      {"The tower is 324 m (1,063 ft) high.", {"324 m", "1,063 ft"}},
      {"It weighs 12 tonnes.", {"12 tonnes"}},
      {"It covers about 5,000 square kilometres of land.", {"about 5,000 square kilometres"}},
      {"He ran at 100 km/h.", {"100 km/h"}},
      {"It was −20 °C outside.", {"−20 °C"}},
      {"a 15-year-old boy", {"15-year"}},
      {"a 100-metre race", {"100-metre"}},
      {"It took two hours and 30 minutes.", {"two hours and 30 minutes"}},
      {"It lasted three and a half years.", {"three and a half years"}},
      {"He slept an hour and a half.", {"an hour and a half"}},
      {"half an hour later", {"half an hour"}},
      {"It cost $5 million.", {"$5 million"}},
      {"It cost US$5bn to build.", {"US$5bn"}},
      {"It cost 5 million US dollars.", {"5 million US dollars"}},
      {"a €20 ticket", {"€20"}},
      {"about £3.5 million a year", {"about £3.5 million"}},
      {"Some 40 % of voters", {"Some 40 %"}},
      {"It rose by 2.5 percentage points to 40 per cent.",
       {"2.5 percentage points", "40 per cent"}},
      {"between 20% and 30% of it", {"between 20% and 30%"}},
      {"60–85 hectares of park", {"60–85 hectares"}},
      {"5 in the morning", {"5"}},
      {"200 in London died", {"200"}},
      {"he sold 5 a day", {"5"}},
      {"a 6 ft 2 in tall man", {"6 ft 2 in"}},
      {"100 W of power", {"100 W"}},
      {"50 GB of data at 100 Mbps", {"50 GB", "100 Mbps"}},
      {"It cost Rs 500.", {"Rs 500"}},
      {"He paid 500 yen.", {"500 yen"}},
      {"a fine of CHF 200", {"CHF 200"}},
      {"5 to 10 miles away", {"5 to 10 miles"}},
      {"three decades later", {"three decades"}},
      {"one day he left", {}},
      {"one mile east", {"one mile"}},
      {"the 2.4-litre engine", {"2.4-litre"}},
      {"1 million years ago", {"1 million years"}},
  });
}

TEST_CASE("words: dates are dates and no counts") {
  check_rows({
      {"On 20 July 1969 it landed.", {"20 July 1969"}},
      {"On July 20, 1969, it landed.", {"July 20, 1969"}},
      {"On Sunday, 20 July 1969, it landed.", {"Sunday, 20 July 1969"}},
      {"In 1969 it landed.", {"1969"}},
      {"It landed in July 1969.", {"July 1969"}},
      {"It landed on July 20.", {"July 20"}},
      {"Bernoulli (1700–1782) was Swiss.", {"1700–1782"}},
      {"The 1914-18 war ended.", {"1914-18"}},
      {"from 1914 to 1918 and since 1950", {"from 1914 to 1918", "1950"}},
      {"between 1914 and 1918", {"between 1914 and 1918"}},
      {"It met on 3-5 May 2020.", {"3-5 May 2020"}},
      {"It met on May 3-5, 2020.", {"May 3-5, 2020"}},
      {"It dates from 447 BC.", {"447 BC"}},
      {"In AD 79 it erupted.", {"AD 79"}},
      {"It was built c. 1500.", {"c. 1500"}},
      {"It was built around 1500.", {"around 1500"}},
      {"In the 1990s it grew.", {"the 1990s"}},
      {"In the late 1990s it grew.", {"the late 1990s"}},
      {"In the mid-1990s it grew.", {"the mid-1990s"}},
      {"In the nineties it grew.", {"the nineties"}},
      {"Between the 12th and 15th centuries it grew.", {"Between the 12th and 15th centuries"}},
      {"From the tenth to the twelfth century it grew.", {"From the tenth to the twelfth century"}},
      {"the 3rd–2nd centuries BC", {"the 3rd–2nd centuries BC"}},
      {"The train left on Monday 15:45.", {"15:45"}},
      {"It is a 19th-century house.", {"19th-century"}},
      {"In the nineteenth century it grew.", {"the nineteenth century"}},
      {"In the 5th century BC it grew.", {"the 5th century BC"}},
      {"The 2019 election was close.", {"2019"}},
      {"Founded 1969, closed 1975.", {"1969", "1975"}},
      {"In nineteen sixty-nine it landed.", {"nineteen sixty-nine"}},
      {"Updated 2020-05-03.", {"2020-05-03"}},
      {"in the summer of 1969", {"1969"}},
      {"It may 20 times fail.", {"20"}},
      {"They march 20 miles.", {"20 miles"}},
      {"He was born 8 February 1700 and died 17 March 1782.", {"8 February 1700", "17 March 1782"}},
      {"the 2018/19 season", {"2018/19"}},
      {"In 1969, 300 people came.", {"1969", "300"}},
      {"It opened in 1969 and 1,200 came.", {"1969", "1,200"}},
      {"It opened at 3:30 pm on 5 May.", {"3:30 pm", "5 May"}},
      {"The train left at 15:45.", {"15:45"}},
      {"Doors open at noon.", {"noon"}},
      {"They won 3-1 at home.", {"3-1"}},
      {"They lost 1–3 away.", {"1–3"}},
      {"It was their 21st win and third title.", {"21st", "third"}},
  });
}

TEST_CASE("words: of other languages digits and ISO forms are found") {
  check_rows({
      {"Die Stadt hat 1.234.567 Einwohner.", {"1.234.567"}, "de"},
      {"Es sind 3,5 km bis dort.", {"3,5 km"}, "de"},
      {"Am 2020-05-03 kamen 40 % der Leute.", {"2020-05-03", "40 %"}, "de"},
      {"Es kostet 20 €.", {"20 €"}, "de"},
      {"Elle a 1 234 habitants.", {"1 234"}, "fr"},
      {"Er hat one million gesagt.", {}, "de"},
      {"Am 20.7.1969 geschah es.", {"20.7.1969"}, "de"},
  });
}

TEST_CASE("words: a second form in brackets is told from the first") {
  const auto found = find_values("The peak is 8,849 m (29,032 ft) high and 10 km (or 6 mi) away.");
  REQUIRE(found.size() == 4);
  CHECK(!found[0].second_form);
  CHECK(found[1].second_form);
  CHECK(found[1].value.unit == "foot");
  CHECK(!found[2].second_form);
}

TEST_CASE("words: spans are in order, inside the text and never overlap, whatever the bytes") {
  const std::vector<std::string> pieces = {"12",      "1,000",
                                           "3.5",     "km",
                                           "$",       "US$",
                                           "million", "July",
                                           "1969",    "-",
                                           "–",       "(",
                                           ")",       "the",
                                           "of",      "and",
                                           "a",       "half",
                                           "twenty",  "one",
                                           "third",   "BC",
                                           "%",       "'",
                                           "\"",      ".",
                                           ",",       ":",
                                           "/",       "\xff",
                                           "\n",      "st",
                                           "s",       "century",
                                           "½",       "²",
                                           "from",    "to",
                                           "between", "about",
                                           "pm",      "e",
                                           "^",       "×",
                                           "10",      "999999999999999999",
                                           "hundred", "XIV",
                                           "+",       "e9",
                                           "00",      "ft",
                                           "in",      "hours"};
  test::for_seeds(2000, [&](Random& random) {
    std::string text;
    for (std::uint64_t i = random.below(12) + 1; i > 0; --i) {
      text += pieces[random.below(pieces.size())];
      if (random.below(3) > 0) text += ' ';
    }
    CAPTURE(text);
    std::size_t last = 0;
    for (const Found& found : find_values(text, random.below(4) == 0 ? "de" : "en")) {
      CHECK(found.begin >= last);
      CHECK(found.begin < found.end);
      CHECK(found.end <= text.size());
      CHECK(!write_value(found.value).empty());
      last = found.end;
    }
    if (const auto value = parse_value(text)) CHECK(!write_value(*value).empty());
  });
}
