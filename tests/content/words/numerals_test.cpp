#include "content/words/numerals.h"

#include <string>
#include <vector>

#include "tests/support/support.h"

using namespace recto;

namespace {

/// The numeral that is the whole text, as write_number has it, with "th" for ordinals and "~s" for
/// a step other than that of the last digit of a whole number; empty for none.
std::string read(const std::string& text, const std::string& language = "en") {
  const std::vector<Token> tokens = tokens_of(text);
  const auto numeral = read_numeral(tokens, 0, language, Reading::Answer);
  if (!numeral || numeral->next != tokens.size()) return {};
  return write_number(numeral->number,
                      numeral->ordinal ? NumberStyle::Ordinal : NumberStyle::Digits);
}

struct Row {
  std::string text, number, language = "en";
};

void check_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(read(row.text, row.language) == row.number);
  }
}

}  // namespace

TEST_CASE("G5 words: digits are read with their separators") {
  check_rows({
      {"0", "0"},
      {"7", "7"},
      {"007", "7"},
      {"1000", "1,000"},
      {"1,000", "1,000"},
      {"1,234,567", "1,234,567"},
      {"12,34,567", "1,234,567"},
      {"1,00,000", "100,000"},
      {"1 000", "1,000"},
      {"3 000 000 000", "3,000,000,000"},
      {"12\u00a0345", "12,345"},
      {"12\u202f345.5", "12,345.5"},
      {"1'000'000", "1,000,000"},
      {"1’000", "1,000"},
      {"1.5", "1.5"},
      {"1,5", "1.5"},
      {".5", "0.5"},
      {"0.50", "0.5"},
      {"1,000.5", "1,000.5"},
      {"1.000,5", "1,000.5"},
      {"1.234.567", "1,234,567"},
      {"1.234.567,89", "1,234,567.89"},
      {"1,500", "1,500"},
      {"1.500", "1.5"},
      {"1.500", "1,500", "de"},
      {"1,500", "1.5", "de"},
      {"1.5", "1.5", "fr"},
      {"3,14", "3.14", "fr-CA"},
      {"1 234,5", "1,234.5", "fr"},
      {"2.0.1", ""},
      {"192.168.0.1", ""},
      {"1,2,3", ""},
      {"1,23,4", ""},
      {"0,000", "0"},
      {"12 34", ""},
      {"1 0000", ""},
      {"1234567890123456789", ""},
      {"-5", "-5"},
      {"−5", "-5"},
      {"+5", "5"},
      {"minus 12", "-12"},
      {"minus twelve", "-12"},
      {"3e9", "3,000,000,000"},
      {"5e-3", "0.005"},
      {"1.5 × 10^6", "1,500,000"},
      {"1.5 x 10⁶", "1,500,000"},
      {"6.02×10²³", "602,000,000,000,000,000,000,000"},
      {"2 × 10⁻³", "0.002"},
      {"3 x 4", ""},
  });
}

TEST_CASE("G5 words: scale words and letters count") {
  check_rows({
      {"3 million", "3,000,000"},
      {"3.2 billion", "3,200,000,000"},
      {"3bn", "3,000,000,000"},
      {"3 bn", "3,000,000,000"},
      {"3B", "3,000,000,000"},
      {"3M", "3,000,000"},
      {"3m", ""},
      {"10k", "10,000"},
      {"10K", "10,000"},
      {"10 k", ""},
      {"1.5 trillion", "1,500,000,000,000"},
      {"2 lakh", "200,000"},
      {"2.5 crore", "25,000,000"},
      {"3 hundred", "300"},
      {"2 dozen", "24"},
      {"5-million", "5,000,000"},
      {"10 thousand", "10,000"},
      {"2 and a half million", "2,500,000"},
      {"2 and a half", "2.5"},
      {"2½ million", "2,500,000"},
      {"1,234 million", "1,234,000,000"},
  });
}

TEST_CASE("G5 words: number words are read") {
  check_rows({
      {"zero", "0"},
      {"one", "1"},
      {"Seven", "7"},
      {"TWELVE", "12"},
      {"nineteen", "19"},
      {"twenty", "20"},
      {"twenty-one", "21"},
      {"twenty one", "21"},
      {"ninety–nine", "99"},
      {"one hundred", "100"},
      {"a hundred", "100"},
      {"a hundred and one", "101"},
      {"one hundred one", "101"},
      {"two hundred and thirty-four", "234"},
      {"nineteen hundred", "1,900"},
      {"a thousand", "1,000"},
      {"a thousand six hundred and fifty-five", "1,655"},
      {"one thousand, six hundred and fifty-five", "1,655"},
      {"two thousand and nineteen", "2,019"},
      {"three hundred thousand", "300,000"},
      {"one million two hundred thousand and three", "1,200,003"},
      {"a million", "1,000,000"},
      {"half a million", "500,000"},
      {"two and a half million", "2,500,000"},
      {"two and a half", "2.5"},
      {"three and three quarters", "3.75"},
      {"a quarter of a million", "250,000"},
      {"one and a half billion", "1,500,000,000"},
      {"three point five", "3.5"},
      {"three point one four", "3.14"},
      {"two point five million", "2,500,000"},
      {"a dozen", "12"},
      {"two dozen", "24"},
      {"half a dozen", "6"},
      {"twenty thirty", ""},
      {"one two", ""},
      {"two million three billion", ""},
      {"five thousand six thousand", ""},
      {"hundred", ""},
      {"and five", ""},
      {"a", ""},
      {"twenty-zero", ""},
      {"nine hundred trillion", "900,000,000,000,000"},
      {"nine hundred and ninety-nine thousand nine hundred and ninety-nine", "999,999"},
  });
}

TEST_CASE("G5 words: fractions are exact") {
  check_rows({
      {"1/2", "0.5"},
      {"1/3", "1/3"},
      {"3/4", "0.75"},
      {"22/7", "22/7"},
      {"1/0", ""},
      {"2 1/2", "2.5"},
      {"2½", "2.5"},
      {"2 ½", "2.5"},
      {"½", "0.5"},
      {"⅓", "1/3"},
      {"half", "0.5"},
      {"a half", "0.5"},
      {"one half", "0.5"},
      {"one-half", "0.5"},
      {"a third", "1/3"},
      {"two thirds", "2/3"},
      {"two-thirds", "2/3"},
      {"three quarters", "0.75"},
      {"three-fourths", "0.75"},
      {"five eighths", "0.625"},
      {"seven tenths", "0.7"},
      {"two third", ""},
      {"1/2/3", ""},
  });
}

TEST_CASE("G5 words: ordinals are read") {
  check_rows({
      {"1st", "1st"},
      {"21st", "21st"},
      {"14th", "14th"},
      {"1,000th", "1,000th"},
      {"first", "1st"},
      {"third", "3rd"},
      {"twelfth", "12th"},
      {"twentieth", "20th"},
      {"twenty-first", "21st"},
      {"ninety ninth", "99th"},
      {"hundredth", ""},
      {"one hundredth", "100th"},
      {"two hundred and first", "201st"},
      {"two thousandth", "2,000th"},
      {"one thousand and first", "1,001st"},
      {"thirteenth", "13th"},
  });
}

TEST_CASE("G5 words: roman numerals of canonical form are numbers") {
  check_rows({
      {"II", "2"},          {"IV", "4"},       {"XIV", "14"},     {"XIX", "19"},    {"XLII", "42"},
      {"MCMLXIX", "1,969"}, {"MMXX", "2,020"}, {"CDXLIV", "444"}, {"MCM", "1,900"}, {"IIII", ""},
      {"VX", ""},           {"IC", ""},        {"I", ""},         {"C", ""},        {"CD", ""},
      {"MIX", ""},          {"xiv", ""},       {"MMMM", ""},      {"XIVth", ""},
  });
  for (int value = 1; value < 4000; ++value) {
    const std::string text = write_roman(value);
    if (const auto read_back = roman_value(text)) CHECK(*read_back == value);
  }
  CHECK(write_roman(0).empty());
  CHECK(write_roman(4000).empty());
}

TEST_CASE("words: a numeral knows the place of its last digit") {
  struct Step {
    std::string text;
    int step;
  };
  for (const Step& row : {Step{"3.4 million", 5}, Step{"8,849", 0}, Step{"3.50", -2},
                          Step{"10k", 3}, Step{"three billion", 9}, Step{"two hundred", 0},
                          Step{"half a million", 5}, Step{"two and a half million", 5},
                          Step{"half", kExactStep}, Step{"2½", kExactStep}, Step{"3e9", 9}}) {
    CAPTURE(row.text);
    const auto tokens = tokens_of(row.text);
    const auto numeral = read_numeral(tokens, 0, "en", Reading::Answer);
    REQUIRE(numeral.has_value());
    CHECK(numeral->step == row.step);
  }
}

TEST_CASE("words: whole numbers in words are read back") {
  test::for_seeds(500, [](Random& random) {
    std::int64_t value = static_cast<std::int64_t>(random.below(1'000'000'000'000));
    for (std::uint64_t cut = random.below(10); cut > 0; --cut)
      value /= 10;
    const Number number = make_number(value).value_or(Number{});
    for (const NumberStyle style : {NumberStyle::Words, NumberStyle::Digits, NumberStyle::Scaled}) {
      const std::string text = write_number(number, style);
      CAPTURE(text);
      CHECK(read(text) == write_number(number, NumberStyle::Digits));
    }
    const std::string german = write_number(number, NumberStyle::Digits, "de");
    CHECK(read(german, "de") == write_number(number, NumberStyle::Digits));
  });
}
