#include <string>
#include <vector>

#include "content/words/value.h"
#include "tests/support/support.h"

using namespace recto;

namespace {

std::string name_of(ValueKind kind) {
  switch (kind) {
    case ValueKind::Count: return "count";
    case ValueKind::Ordinal: return "ordinal";
    case ValueKind::Quantity: return "quantity";
    case ValueKind::Money: return "money";
    case ValueKind::Percent: return "percent";
    case ValueKind::Date: return "date";
    case ValueKind::Clock: return "clock";
    case ValueKind::Score: return "score";
  }
  return {};
}

/// "quantity 3 kilometres"; empty for none.
std::string parsed(const std::string& text, const std::string& language = "en") {
  const auto value = parse_value(text, language);
  return value ? name_of(value->kind) + ' ' + write_value(*value) : std::string();
}

struct Row {
  std::string text, value, language = "en";
};

void check_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(parsed(row.text, row.language) == row.value);
  }
}

}  // namespace

TEST_CASE("G5 words: an answer may be a count in any form") {
  check_rows({
      {"7", "count 7"},
      {"seven", "count 7"},
      {"7.", "count 7"},
      {"(7)", "count 7"},
      {"1,655", "count 1,655"},
      {"about 40", "count about 40"},
      {"around two hundred", "count about 200"},
      {"more than 500", "count more than 500"},
      {"no more than 10", "count up to 10"},
      {"at least three", "count at least 3"},
      {"nearly 200", "count nearly 200"},
      {"just under 200", "count nearly 200"},
      {"200 or more", "count at least 200"},
      {"~40", "count about 40"},
      {"3.2 billion", "count 3.2 billion"},
      {"10k", "count 10,000"},
      {"10-20", "count 10-20"},
      {"between 10 and 20", "count 10-20"},
      {"from 10 to 20", "count 10-20"},
      {"3 to 4 million", "count 3 million-4 million"},
      {"XIV", "count 14"},
      {"14th", "ordinal 14th"},
      {"the fourteenth", "ordinal 14th"},
      {"two thirds", "count 2/3"},
      {"-12", "count -12"},
      {"minus 12", "count -12"},
      {"007", ""},
      {".5", "count 0.5"},
      {"seven dwarfs", ""},
      {"seven or eight", ""},
      {"Paris", ""},
      {"", ""},
      {"the", ""},
      {"in", ""},
      {"...", ""},
      {"20 to 10", ""},
      {"1.234.567", "count 1,234,567", "de"},
      {"1.234", "count 1,234", "de"},
  });
}

TEST_CASE("G7 words: quantities have their unit in any spelling") {
  check_rows({
      {"3 km", "quantity 3 kilometres"},
      {"3km", "quantity 3 kilometres"},
      {"3 KM", "quantity 3 kilometres"},
      {"3 kilometers", "quantity 3 kilometres"},
      {"3 kilometres", "quantity 3 kilometres"},
      {"1 kilometre", "quantity 1 kilometre"},
      {"three-kilometre", "quantity 3 kilometres"},
      {"5 m", "quantity 5 metres"},
      {"5m", "quantity 5 metres"},
      {"5 mW", "quantity 5 milliwatts"},
      {"5 MW", "quantity 5 megawatts"},
      {"5 sq km", "quantity 5 square kilometres"},
      {"5 km²", "quantity 5 square kilometres"},
      {"5 km2", "quantity 5 square kilometres"},
      {"5 square miles", "quantity 5 square miles"},
      {"5 sq. mi", "quantity 5 square miles"},
      {"2 cubic metres", "quantity 2 cubic metres"},
      {"2 m³", "quantity 2 cubic metres"},
      {"100 km/h", "quantity 100 kilometres per hour"},
      {"100 kph", "quantity 100 kilometres per hour"},
      {"100 kilometers per hour", "quantity 100 kilometres per hour"},
      {"60 mph", "quantity 60 miles per hour"},
      {"60 miles an hour", "quantity 60 miles per hour"},
      {"3 m/s", "quantity 3 metres per second"},
      {"20 °C", "quantity 20 degrees Celsius"},
      {"20°C", "quantity 20 degrees Celsius"},
      {"20 degrees Celsius", "quantity 20 degrees Celsius"},
      {"-5 °F", "quantity -5 degrees Fahrenheit"},
      {"300 K", "quantity 300 kelvins"},
      {"45°", "quantity 45 degrees"},
      {"12 tonnes", "quantity 12 tonnes"},
      {"12,000 kg", "quantity 12,000 kilograms"},
      {"5 lbs", "quantity 5 pounds"},
      {"60–85 hectares", "quantity 60-85 hectares"},
      {"60 to 85 ha", "quantity 60-85 hectares"},
      {"5 ft 11 in", "quantity 71 inches"},
      {"5'11\"", "quantity 71 inches"},
      {"5′ 11″", "quantity 71 inches"},
      {"5 feet 11 inches", "quantity 71 inches"},
      {"5 feet 11", "quantity 71 inches"},
      {"6 lb 4 oz", "quantity 100 ounces"},
      {"2 hours 30 minutes", "quantity 150 minutes"},
      {"2 hours and 30 minutes", "quantity 150 minutes"},
      {"three and a half years", "quantity 3.5 years"},
      {"an hour and a half", "quantity 1.5 hours"},
      {"half an hour", "quantity 0.5 hours"},
      {"a quarter of a mile", "quantity 0.25 miles"},
      {"a mile", "quantity 1 mile"},
      {"90 minutes", "quantity 90 minutes"},
      {"90-minute", "quantity 90 minutes"},
      {"1.5 GB", "quantity 1.5 gigabytes"},
      {"16 megabytes", "quantity 16 megabytes"},
      {"100 Mbps", "quantity 100 megabits per second"},
      {"230 V", "quantity 230 volts"},
      {"440 Hz", "quantity 440 hertz"},
      {"2,000 kcal", "quantity 2,000 kilocalories"},
      {"1013 hPa", "quantity 1,013 hectopascals"},
      {"4 light years", "quantity 4 light-years"},
      {"about 3 km", "quantity about 3 kilometres"},
      {"3 million km", "quantity 3 million kilometres"},
      {"3 km away", ""},
      {"km", ""},
      {"3 kilofoos", ""},
      {"1.234,5 km", "quantity 1,234.5 kilometres", "de"},
  });
}

TEST_CASE("G8 words: money has its currency as sign, code or word") {
  check_rows({
      {"$5", "money $5"},
      {"$5 million", "money $5 million"},
      {"$5m", "money $5 million"},
      {"US$5m", "money $5 million"},
      {"US$5bn", "money $5 billion"},
      {"U.S.$5bn", "money $5 billion"},
      {"USD 5m", "money $5 million"},
      {"USD 5,000,000", "money $5 million"},
      {"5m USD", "money $5 million"},
      {"5 million dollars", "money $5 million"},
      {"5 million US dollars", "money $5 million"},
      {"five dollars", "money $5"},
      {"€5 million", "money €5 million"},
      {"5 €", "money €5"},
      {"5€", "money €5"},
      {"5 euros", "money €5"},
      {"£12.50", "money £12.5"},
      {"£5bn", "money £5 billion"},
      {"5 pounds sterling", "money £5"},
      {"50p", "money £0.5"},
      {"50 cents", "money $0.5"},
      {"¥1,000", "money ¥1,000"},
      {"1,000 yen", "money ¥1,000"},
      {"A$20", "money A$20"},
      {"CHF 20", "money Fr.20"},
      {"20 Swiss francs", "money Fr.20"},
      {"R$100", "money R$100"},
      {"₹2 crore", "money ₹20 million"},
      {"-$5", "money -$5"},
      {"$-5", "money -$5"},
      {"$5-10 million", "money $5 million-10 million"},
      {"$5 million to $10 million", "money $5 million-10 million"},
      {"about $3.5 million", "money about $3.5 million"},
      {"$", ""},
      {"dollars", ""},
      {"12 pounds 50", "money £12.5"},
      {"5 euros 20", "money €5.2"},
      {"285 million pounds", "money £285 million"},
      {"$five apples", ""},
  });
}

TEST_CASE("G7 words: percent in every spelling") {
  check_rows({
      {"40%", "percent 40%"},
      {"40 %", "percent 40%"},
      {"40 percent", "percent 40%"},
      {"40 per cent", "percent 40%"},
      {"forty percent", "percent 40%"},
      {"2.5 percentage points", "percent 2.5 percentage points"},
      {"one percentage point", "percent 1 percentage point"},
      {"20-30%", "percent 20-30%"},
      {"between 20% and 30%", "percent 20-30%"},
      {"5‰", "percent 0.5%"},
      {"40,5 %", "percent 40.5%", "de"},
  });
}

TEST_CASE("words: months by their names") {
  CHECK(month_name(1) == "January");
  CHECK(month_name(12) == "December");
  for (int month = 1; month <= 12; ++month)
    CHECK(is_month_name(month_name(month)));
  CHECK(!is_month_name("may"));
  CHECK(!is_month_name("Jul"));
  CHECK(!is_month_name(""));
}

TEST_CASE("G9 words: dates in any usual order") {
  check_rows({
      {"20 July 1969", "date 20 July 1969"},
      {"20th July 1969", "date 20 July 1969"},
      {"the 20th of July, 1969", "date 20 July 1969"},
      {"the twentieth of July 1969", "date 20 July 1969"},
      {"twenty-first of May 2001", "date 21 May 2001"},
      {"July 20, 1969", "date 20 July 1969"},
      {"July 20th 1969", "date 20 July 1969"},
      {"July 20 1969", "date 20 July 1969"},
      {"july 20, 1969", "date 20 July 1969"},
      {"Jul. 20, 1969", "date 20 July 1969"},
      {"20 Jul 1969", "date 20 July 1969"},
      {"20-Jul-1969", "date 20 July 1969"},
      {"Sunday, 20 July 1969", "date 20 July 1969"},
      {"on 20 July 1969", "date 20 July 1969"},
      {"1969-07-20", "date 20 July 1969"},
      {"1969/07/20", "date 20 July 1969"},
      {"20.7.1969", "date 20 July 1969"},
      {"20/7/1969", "date 20 July 1969"},
      {"7/20/1969", "date 20 July 1969"},
      {"20. 7. 1969", "date 20 July 1969", "de"},
      {"20 Jul 69", "date 20 July '69"},
      {"20.7.69", "date 20 July '69"},
      {"July 1969", "date July 1969"},
      {"July, 1969", "date July 1969"},
      {"July of 1969", "date July 1969"},
      {"1969-07", "date July 1969"},
      {"July 20", "date 20 July"},
      {"the 4th of July", "date 4 July"},
      {"July", "date July"},
      {"1969", "date 1969"},
      {"in 1969", "date 1969"},
      {"nineteen sixty-nine", "date 1969"},
      {"nineteen oh five", "date 1905"},
      {"eighteen twelve", "date 1812"},
      {"447 BC", "date 447 BC"},
      {"447 BCE", "date 447 BC"},
      {"447 B.C.", "date 447 BC"},
      {"AD 79", "date 79"},
      {"79 AD", "date 79"},
      {"A.D. 79", "date 79"},
      {"c. 447 BC", "date about 447 BC"},
      {"circa 1500", "date about 1500"},
      {"10,000 BC", "date 10000 BC"},
      {"the 1990s", "date 1990s"},
      {"1990's", "date 1990s"},
      {"the nineties", "date 90s"},
      {"'90s", "date 90s"},
      {"late 1990s", "date late 1990s"},
      {"the mid-1990s", "date mid-1990s"},
      {"19th century", "date 19th century"},
      {"the nineteenth century", "date 19th century"},
      {"XIX century", "date 19th century"},
      {"the early 5th century BC", "date early 5th century BC"},
      {"the 1800s", "date 19th century"},
      {"1914-18", "date 1914 to 1918"},
      {"1914–1918", "date 1914 to 1918"},
      {"1904-05", "date 1904 to 1905"},
      {"from 1914 to 1918", "date 1914 to 1918"},
      {"between 1914 and 1918", "date 1914 to 1918"},
      {"2018/19", "date 2018 to 2019"},
      {"1999-2003", "date 1999 to 2003"},
      {"3-5 May 2020", "date 3 May 2020 to 5 May 2020"},
      {"May 3–5, 2020", "date 3 May 2020 to 5 May 2020"},
      {"3 May to 5 June 2020", "date 3 May 2020 to 5 June 2020"},
      {"May 2019 to June 2020", "date May 2019 to June 2020"},
      {"447-432 BC", "date 447 BC to 432 BC"},
      {"1990s to 2000s", "date 1990s to 2000s"},
      {"31 February 1969", ""},
      {"30.2.1969", ""},
      {"1969-13-01", ""},
      {"July 32", "date July '32"},
      {"29 February 2000", "date 29 February 2000"},
  });
}

TEST_CASE("G9 words: times of day and scores") {
  check_rows({
      {"15:45", "clock 15:45"},
      {"15:45:30", "clock 15:45:30"},
      {"3:45 pm", "clock 15:45"},
      {"3.45 pm", "clock 15:45"},
      {"3 p.m.", "clock 15:00"},
      {"3pm", "clock 15:00"},
      {"12 am", "clock 00:00"},
      {"12 pm", "clock 12:00"},
      {"noon", "clock 12:00"},
      {"midnight", "clock 00:00"},
      {"3 o'clock", "clock 03:00"},
      {"three o’clock", "clock 03:00"},
      {"half past three", "clock 03:30"},
      {"quarter to four", "clock 03:45"},
      {"ten past six", "clock 06:10"},
      {"half past three pm", "clock 15:30"},
      {"5-6 pm", "clock 17:00 to 18:00"},
      {"9:00 to 17:00", "clock 09:00 to 17:00"},
      {"25:00", ""},
      {"12:60", ""},
      {"3-1", "score 3-1"},
      {"2–2", "score 2-2"},
      {"1-3", "count 1-3"},
  });
}

TEST_CASE("G7 words: the unit that a question asks for is known") {
  struct Asked {
    const char *prompt, *unit;
  };
  for (const Asked& row : {
           Asked{"How long is the river, in km?", "kilometre"},
           Asked{"How high is the mountain, in metres?", "metre"},
           Asked{"How deep is it (in feet)?", "foot"},
           Asked{"How many kilometres long is it?", "kilometre"},
           Asked{"How many square miles does it cover?", "square mile"},
           Asked{"How fast is it, in miles per hour?", "mile per hour"},
           Asked{"What was the temperature, in °C?", "degree Celsius"},
           Asked{"How many dollars did it cost?", "USD"},
           Asked{"What did it cost in US dollars?", "USD"},
           Asked{"What percentage of voters took part?", "percent"},
           Asked{"How many years did it take?", "year"},
           Asked{"In what year was it built?", ""},
           Asked{"How many people live in the city?", ""},
           Asked{"How long is the river?", ""},
           Asked{"What happened in May?", ""},
           Asked{"", ""},
       }) {
    CAPTURE(row.prompt);
    CHECK(asked_unit(row.prompt) == row.unit);
  }
}

TEST_CASE("G5 words: names with numbers are compared with digits") {
  struct Name {
    const char *text, *digits;
  };
  for (const Name& row : {
           Name{"Louis XIV", "Louis 14"},
           Name{"Louis the Fourteenth", "Louis 14"},
           Name{"Louis 14", "Louis 14"},
           Name{"World War I", "World War 1"},
           Name{"the Thirteenth Amendment", "the 13 Amendment"},
           Name{"13th Amendment", "13 Amendment"},
           Name{"Formula One", "Formula 1"},
           Name{"Twenty-One Pilots", "21 Pilots"},
           Name{"Elizabeth I of England", "Elizabeth 1 of England"},
           Name{"C#", ""},
           Name{"Vitamin C", ""},
           Name{"Agent 007", ""},
           Name{"fourteen", ""},
           Name{"Paris", ""},
           Name{"", ""},
       }) {
    CAPTURE(row.text);
    CHECK(with_digits(row.text) == row.digits);
  }
}
