#include "content/words/spelling.h"

#include "content/words/in_english.h"
#include "content/words/value.h"
#include "tests/support/support.h"

using namespace recto;

TEST_CASE("words: British and American spelling are one") {
  struct Row {
    const char *british, *american;
  };
  for (const Row& row :
       {Row{"colour", "color"}, Row{"colourless", "colorless"},
        Row{"neighbourhood", "neighborhood"}, Row{"organisation", "organization"},
        Row{"realised", "realized"}, Row{"analyse", "analyze"}, Row{"kilometres", "kilometers"},
        Row{"theatre", "theater"}, Row{"dialogue", "dialog"}, Row{"travelled", "traveled"},
        Row{"haemoglobin", "hemoglobin"}, Row{"defence", "defense"}, Row{"aluminium", "aluminum"},
        Row{"grey", "gray"}, Row{"sulphur", "sulfur"}}) {
    CAPTURE(row.british);
    CHECK(american_spelling(row.british) == american_spelling(row.american));
  }
}

TEST_CASE("words: a mistyped word does not become a right one by its spelling") {
  for (const auto& [a, b] : {std::pair("four", "for"),
                             {"jupitre", "jupiter"},
                             {"speling", "spelling"},
                             {"hour", "hor"},
                             {"cesar", "caesar"},
                             {"rise", "rize"}}) {
    CAPTURE(a);
    CHECK(american_spelling(a) != american_spelling(b));
  }
}

TEST_CASE("words: values of other languages are read as English ones") {
  struct Row {
    const char *language, *text, *english;
  };
  for (const Row& row :
       {Row{"de", "3,5 Millionen", "3.5 million"}, Row{"de", "1.234.567", "1234567"},
        Row{"de", "8. Mai 1945", "8 May 1945"}, Row{"de-AT", "8.5.1945", "8.5.1945"},
        Row{"de", "einundzwanzig", "twenty-one"}, Row{"de", "30 Prozent", "30 percent"},
        Row{"fr", "le 14 juillet 1789", "14 July 1789"}, Row{"fr", "treize", "thirteen"},
        Row{"es", "siete", "seven"}, Row{"it", "2 milioni", "2 million"},
        Row{"nl", "12 miljard", "12 billion"},
        Row{"pt", "7 de setembro de 1822", "7 September 1822"}, Row{"de", "Donau", "Donau"},
        Row{"ru", "два", "два"}, Row{"en", "May 8", "May 8"}}) {
    CAPTURE(row.text);
    CHECK(in_english(row.text, row.language) == row.english);
  }
}

TEST_CASE("words: an answer may be a month in digits, an article's text is not") {
  const auto month = parse_value("03/1984");
  REQUIRE(month);
  CHECK(month->date.precision == Date::Precision::Month);
  CHECK(month->date.month == 3);
  CHECK(month->date.year == 1984);
  CHECK_FALSE(parse_value("13/1984"));
  for (const Found& found : find_values("See issue 03/1984 of the magazine."))
    CHECK(found.value.date.precision != Date::Precision::Month);
}
