#include "content/words/units.h"

#include <set>
#include <string>

#include "content/words/currencies.h"
#include "tests/support/support.h"

using namespace recto;

TEST_CASE("G7 words: conversion factors are exact") {
  struct Row {
    std::int64_t mantissa;
    int exponent;
    const char *from, *to, *expected;
  };
  for (const Row& row : {
           Row{1, 0, "mile", "kilometre", "1.609344"},
           Row{1, 0, "inch", "centimetre", "2.54"},
           Row{1, 0, "yard", "foot", "3"},
           Row{1, 0, "mile", "foot", "5,280"},
           Row{1, 0, "nautical mile", "metre", "1,852"},
           Row{1, 0, "pound", "ounce", "16"},
           Row{1, 0, "stone", "pound", "14"},
           Row{1, 0, "short ton", "pound", "2,000"},
           Row{1, 0, "long ton", "pound", "2,240"},
           Row{1, 0, "pound", "gram", "453.59237"},
           Row{1, 0, "square mile", "acre", "640"},
           Row{1, 0, "square kilometre", "hectare", "100"},
           Row{1, 0, "acre", "square foot", "43,560"},
           Row{1, 0, "US gallon", "cubic inch", "231"},
           Row{1, 0, "barrel", "US gallon", "42"},
           Row{1, 0, "US gallon", "US pint", "8"},
           Row{1, 0, "US pint", "cup", "2"},
           Row{1, 0, "cup", "fluid ounce", "8"},
           Row{1, 0, "imperial gallon", "pint", "8"},
           Row{1, 0, "quart", "US pint", "2"},
           Row{1, 0, "cubic metre", "litre", "1,000"},
           Row{36, 0, "kilometre per hour", "metre per second", "10"},
           Row{1, 0, "knot", "kilometre per hour", "1.852"},
           Row{1, 0, "mile per hour", "foot per second", "22/15"},
           Row{1, 0, "week", "hour", "168"},
           Row{1, 0, "year", "month", "12"},
           Row{1, 0, "century", "decade", "10"},
           Row{100, 0, "degree Celsius", "degree Fahrenheit", "212"},
           Row{-40, 0, "degree Celsius", "degree Fahrenheit", "-40"},
           Row{0, 0, "degree Celsius", "kelvin", "273.15"},
           Row{986, -1, "degree Fahrenheit", "degree Celsius", "37"},
           Row{1, 0, "kilowatt-hour", "megajoule", "3.6"},
           Row{1, 0, "kilocalorie", "kilojoule", "4.184"},
           Row{1, 0, "bar", "hectopascal", "1,000"},
           Row{1, 0, "byte", "bit", "8"},
           Row{1, 0, "gibibyte", "mebibyte", "1,024"},
           Row{1, 0, "degree", "arcminute", "60"},
       }) {
    CAPTURE(row.from);
    CAPTURE(row.to);
    const Unit* from = unit_named(row.from);
    const Unit* to = unit_named(row.to);
    REQUIRE(from != nullptr);
    REQUIRE(to != nullptr);
    const auto value = make_number(row.mantissa, row.exponent);
    const auto result = converted(*value, *from, *to);
    REQUIRE(result.has_value());
    CHECK(write_number(*result, NumberStyle::Digits) == row.expected);
  }
  CHECK(!converted({1, 0, 1}, *unit_named("metre"), *unit_named("kilogram")));
  CHECK(converted_difference({9, 0, 1}, *unit_named("degree Fahrenheit"),
                             *unit_named("degree Celsius")) == Number{5, 0, 1});
}

TEST_CASE("G7 words: every unit is found by its name, plural and symbol, and keeps its value") {
  std::set<std::string_view> names;
  for (const Unit& unit : units()) {
    CAPTURE(unit.name);
    CHECK(names.insert(unit.name).second);
    for (const std::string_view spelling : {unit.name, unit.plural, unit.symbol})
      CHECK(find_unit(spelling) == &unit);
    CHECK(make_number(unit.factor.mantissa, unit.factor.exponent, unit.factor.divisor) ==
          unit.factor);
    CHECK(unit.factor.mantissa > 0);
    CHECK(converted({7, 0, 1}, unit, unit) == Number{7, 0, 1});
  }
}

TEST_CASE("G7 words: spellings of units are told apart by case only where they must") {
  CHECK(find_unit("mW")->name == "milliwatt");
  CHECK(find_unit("MW")->name == "megawatt");
  CHECK(find_unit("KM")->name == "kilometre");
  CHECK(find_unit("Kilometers")->name == "kilometre");
  CHECK(find_unit("sq ft")->name == "square foot");
  CHECK(find_unit("m2")->name == "square metre");
  CHECK(find_unit("ton")->name == "tonne");
  CHECK(find_unit("MB")->name == "megabyte");
  CHECK(find_unit("Mb")->name == "megabit");
  CHECK(find_unit("") == nullptr);
  CHECK(find_unit("people") == nullptr);
  CHECK(find_unit(std::string(1000, 'm')) == nullptr);
}

TEST_CASE("words: quantities are written with British, American names and symbols") {
  const Unit& km = *unit_named("kilometre");
  CHECK(write_quantity({1, 0, 1}, km, UnitStyle::Name) == "1 kilometre");
  CHECK(write_quantity({3, 3, 1}, km, UnitStyle::AmericanName) == "3,000 kilometers");
  CHECK(write_quantity({25, -1, 1}, km, UnitStyle::Symbol) == "2.5 km");
  CHECK(write_quantity({45, 0, 1}, *unit_named("degree"), UnitStyle::Symbol) == "45°");
  CHECK(write_quantity({6, 0, 1}, *unit_named("foot"), UnitStyle::Name) == "6 feet");
  CHECK(write_quantity({20, 0, 1}, *unit_named("degree Celsius"), UnitStyle::Symbol) == "20 °C");
}

TEST_CASE("G8 words: currencies are found by code, sign and name") {
  std::set<std::string_view> codes;
  for (const CurrencyName& currency : currency_names()) {
    CAPTURE(currency.code);
    CHECK(codes.insert(currency.code).second);
    for (const std::string_view spelling :
         {currency.code, currency.symbol, currency.name, currency.plural})
      CHECK(find_currency(spelling) == &currency);
    CHECK(currency_of_code(currency.code) == &currency);
  }
  CHECK(find_currency("dollars")->code == "USD");
  CHECK(find_currency("Euros")->code == "EUR");
  CHECK(find_currency("euro")->code == "EUR");
  CHECK(find_currency("US$")->code == "USD");
  CHECK(find_currency("people") == nullptr);
  CHECK(currency_of_code("XYZ") == nullptr);
}
