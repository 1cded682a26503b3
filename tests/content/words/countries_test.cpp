#include "content/words/countries.h"

#include <algorithm>

#include "tests/content/words/shipped_lexicon.h"
#include "tests/support/support.h"

using namespace recto;
using test::shipped_lexicon;

TEST_CASE("G10 words: a country by any of its names") {
  struct Row {
    std::string name;
    std::string_view code;
  };
  for (const Row& row : {Row{"United States", "US"},
                         Row{"US", "US"},
                         Row{"USA", "US"},
                         Row{"U.S.", "US"},
                         Row{"the U.S.", "US"},
                         Row{"U.S.A.", "US"},
                         Row{"the United States of America", "US"},
                         Row{"America", "US"},
                         Row{"united kingdom", "GB"},
                         Row{"UK", "GB"},
                         Row{"Britain", "GB"},
                         Row{"Great Britain", "GB"},
                         Row{"France", "FR"},
                         Row{"French Republic", "FR"},
                         Row{"Germany", "DE"},
                         Row{"Federal Republic of Germany", "DE"},
                         Row{"Holland", "NL"},
                         Row{"The Netherlands", "NL"},
                         Row{"Côte d’Ivoire", "CI"},
                         Row{"Cote d'Ivoire", "CI"},
                         Row{"Ivory Coast", "CI"},
                         Row{"Burma", "MM"},
                         Row{"Myanmar", "MM"},
                         Row{"Czech Republic", "CZ"},
                         Row{"Czechia", "CZ"},
                         Row{"Russia", "RU"},
                         Row{"Russian Federation", "RU"},
                         Row{"South Korea", "KR"},
                         Row{"Republic of Korea", "KR"},
                         Row{"North Korea", "KP"},
                         Row{"Iran", "IR"},
                         Row{"Viet Nam", "VN"},
                         Row{"Vietnam", "VN"},
                         Row{"Sao Tome and Principe", "ST"},
                         Row{"São Tomé & Príncipe", "ST"},
                         Row{"St. Lucia", "LC"},
                         Row{"Saint Lucia", "LC"},
                         Row{"St Kitts and Nevis", "KN"},
                         Row{"Guinea Bissau", "GW"},
                         Row{"Guinea-Bissau", "GW"},
                         Row{"Guinea", "GN"},
                         Row{"Turkey", "TR"},
                         Row{"Türkiye", "TR"},
                         Row{"UAE", "AE"},
                         Row{"Swaziland", "SZ"},
                         Row{"Timor-Leste", "TL"},
                         Row{"Democratic Republic of the Congo", "CD"},
                         Row{"DR Congo", "CD"},
                         Row{"Republic of the Congo", "CG"},
                         Row{"Niger", "NE"},
                         Row{"Nigeria", "NG"},
                         Row{"Hong Kong", "HK"},
                         Row{"Taiwan", "TW"},
                         Row{"Vatican", "VA"},
                         Row{"Curaçao", "CW"},
                         Row{"Bosnia & Herzegovina", "BA"}}) {
    CAPTURE(row.name);
    const auto country = find_country(shipped_lexicon(), row.name);
    REQUIRE(country);
    CHECK(country->code == row.code);
  }
}

TEST_CASE("words: what is no country, or two, is none") {
  for (const std::string name : {"Congo", "Korea", "us all", "", "the", "Paris", "Europe", "IT",
                                 "in", "FRA", "Atlantis", "."}) {
    CAPTURE(name);
    CHECK(!find_country(shipped_lexicon(), name));
  }
  CHECK(find_countries(shipped_lexicon(), "Congo").size() == 2);
  CHECK(find_countries(shipped_lexicon(), "France").size() == 1);
  CHECK(same_country(shipped_lexicon(), "the USA", "United States"));
  CHECK(!same_country(shipped_lexicon(), "Niger", "Nigeria"));
  CHECK(!same_country(shipped_lexicon(), "Atlantis", "Atlantis"));
}

TEST_CASE("words: what is known of a country") {
  struct Row {
    std::string code;
    std::string_view code3, number, name, adjective, subcontinent, continent;
  };
  for (const Row& row :
       {Row{"US", "USA", "840", "United States", "American", "Northern America", "Americas"},
        Row{"GB", "GBR", "826", "United Kingdom", "British", "Northern Europe", "Europe"},
        Row{"FR", "FRA", "250", "France", "French", "Western Europe", "Europe"},
        Row{"NL", "NLD", "528", "Netherlands", "Dutch", "Western Europe", "Europe"},
        Row{"JP", "JPN", "392", "Japan", "Japanese", "Eastern Asia", "Asia"},
        Row{"BR", "BRA", "076", "Brazil", "Brazilian", "South America", "Americas"},
        Row{"KE", "KEN", "404", "Kenya", "Kenyan", "Eastern Africa", "Africa"},
        Row{"NZ", "NZL", "554", "New Zealand", "New Zealand", "Australasia", "Oceania"},
        Row{"NO", "NOR", "578", "Norway", "Norwegian", "Northern Europe", "Europe"},
        Row{"CH", "CHE", "756", "Switzerland", "Swiss", "Western Europe", "Europe"}}) {
    CAPTURE(row.code);
    const auto country = country_of(shipped_lexicon(), row.code);
    REQUIRE(country);
    CHECK(country->code3 == row.code3);
    CHECK(country->number == row.number);
    CHECK(country->name == row.name);
    CHECK(country->names.front() == row.name);
    CHECK(country->adjective == row.adjective);
    CHECK(region_of(shipped_lexicon(), country->subcontinent)->name == row.subcontinent);
    const auto continent = region_of(shipped_lexicon(), country->continent);
    REQUIRE(continent);
    CHECK(continent->name == row.continent);
    CHECK(std::count(continent->countries.begin(), continent->countries.end(), row.code) == 1);
  }
  CHECK(country_of(shipped_lexicon(), "AQ")->continent.empty());
  CHECK(!country_of(shipped_lexicon(), "XX"));
  CHECK(!region_of(shipped_lexicon(), "000"));
}

TEST_CASE("words: all countries are found by all their names") {
  const auto countries = all_countries(shipped_lexicon());
  CHECK(countries.size() == 249);
  for (const Country& country : countries)
    for (const std::string_view name : country.names) {
      CAPTURE(name);
      const auto found = find_countries(shipped_lexicon(), name);
      CHECK(std::any_of(found.begin(), found.end(),
                        [&](const Country& one) { return one.code == country.code; }));
    }
}

TEST_CASE("words: currencies by code and name") {
  struct Row {
    std::string code;
    std::string_view name, plural, symbol;
  };
  for (const Row& row :
       {Row{"USD", "US Dollar", "US dollars", "$"}, Row{"EUR", "Euro", "euros", "€"},
        Row{"GBP", "British Pound", "British pounds", "£"},
        Row{"JPY", "Japanese Yen", "Japanese yen", "¥"},
        Row{"INR", "Indian Rupee", "Indian rupees", "₹"},
        Row{"XCD", "East Caribbean Dollar", "East Caribbean dollars", "$"}}) {
    CAPTURE(row.code);
    const auto currency = currency_of(shipped_lexicon(), row.code);
    REQUIRE(currency);
    CHECK(currency->name == row.name);
    CHECK(currency->plural == row.plural);
    CHECK(currency->symbol == row.symbol);
    CHECK(find_currency(shipped_lexicon(), row.plural)->code == row.code);
  }
  CHECK(find_currency(shipped_lexicon(), "pound sterling")->code == "GBP");
  CHECK(!find_currency(shipped_lexicon(), "dollar"));
  CHECK(!currency_of(shipped_lexicon(), "XAU"));
  CHECK(all_currencies(shipped_lexicon()).size() > 150);
}

TEST_CASE("words: languages by code and name") {
  struct Row {
    std::string name;
    std::string_view code;
  };
  for (const Row& row : {Row{"Spanish", "es"}, Row{"Castilian", "es"}, Row{"Bengali", "bn"},
                         Row{"Bangla", "bn"}, Row{"Chinese", "zh"}, Row{"Southern Sotho", "st"},
                         Row{"old english", "ang"}, Row{"Swahili", "sw"}, Row{"Hawaiian", "haw"}}) {
    CAPTURE(row.name);
    const auto language = find_language(shipped_lexicon(), row.name);
    REQUIRE(language);
    CHECK(language->code == row.code);
    CHECK(language_of(shipped_lexicon(), row.code)->code == row.code);
  }
  CHECK(!find_language(shipped_lexicon(), "Romance languages"));
  CHECK(!find_language(shipped_lexicon(), "Martian"));
  CHECK(all_languages(shipped_lexicon()).size() > 400);
}
