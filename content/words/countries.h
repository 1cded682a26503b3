// Countries, regions, currencies and languages: names ↔ codes, from ISO lists and CLDR.
//
// Sections of the lexicon, lines of fields between tabs (content/words/sorted_lines.h):
//   countries   code, three-letter code, number, name, official name, adjective, subcontinent,
//               continent, names...
//   regions     UN M49 code, name, codes of the countries in it between blanks
//   currencies  code, name, plural, symbol, names...
//   languages   code, name, names...
//   country.names, currency.names, language.names: key of place_key, code
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/words/lexicon.h"

namespace recto {

/// Views into the lexicon's bytes.
struct Country {
  std::string_view code;          ///< ISO 3166-1: "US"
  std::string_view code3;         ///< "USA"
  std::string_view number;        ///< "840"
  std::string_view name;          ///< the usual one: "United States"
  std::string_view official;      ///< "United States of America"; the usual one when there is none
  std::string_view adjective;     ///< "American"; empty when not known
  std::string_view subcontinent;  ///< UN M49: "021", Northern America
  std::string_view continent;     ///< "019", Americas; Antarctica and few others have none
  std::vector<std::string_view> names;  ///< all that mean it, the usual one first
};

struct Region {
  std::string_view code;                    ///< UN M49: "155"
  std::string_view name;                    ///< "Western Europe"
  std::vector<std::string_view> countries;  ///< codes
};

struct Currency {
  std::string_view code;                ///< ISO 4217: "USD"
  std::string_view name;                ///< "US Dollar"
  std::string_view plural;              ///< "US dollars"
  std::string_view symbol;              ///< "$"; the code when there is none in English
  std::vector<std::string_view> names;  ///< all that mean it, the usual one first
};

struct Language {
  std::string_view code;                ///< ISO 639: "es", of three letters where there are no two
  std::string_view name;                ///< "Spanish"
  std::vector<std::string_view> names;  ///< "Spanish", "Castilian"
};

/// What names are compared by: case folded, without accents, dots, apostrophes and a leading "the";
/// hyphens are blanks, "&" is "and", "St" is "saint".
[[nodiscard]] std::string place_key(std::string_view name);

/// By ISO code in capitals.
[[nodiscard]] std::optional<Country> country_of(const Lexicon& lexicon, std::string_view code);

/// By any of its names: "United States", "the U.S.", "USA". A name of two countries ("Congo") gives
/// none. Codes are names only where people use them so.
[[nodiscard]] std::optional<Country> find_country(const Lexicon& lexicon, std::string_view name);

/// All countries of that name; all countries, by code.
[[nodiscard]] std::vector<Country> find_countries(const Lexicon& lexicon, std::string_view name);
[[nodiscard]] std::vector<Country> all_countries(const Lexicon& lexicon);

/// Whether both names mean the same country.
[[nodiscard]] bool same_country(const Lexicon& lexicon, std::string_view a, std::string_view b);

[[nodiscard]] std::optional<Region> region_of(const Lexicon& lexicon, std::string_view code);

[[nodiscard]] std::optional<Currency> currency_of(const Lexicon& lexicon, std::string_view code);
[[nodiscard]] std::optional<Currency> find_currency(const Lexicon& lexicon, std::string_view name);
[[nodiscard]] std::vector<Currency> all_currencies(const Lexicon& lexicon);

[[nodiscard]] std::optional<Language> language_of(const Lexicon& lexicon, std::string_view code);
[[nodiscard]] std::optional<Language> find_language(const Lexicon& lexicon, std::string_view name);
[[nodiscard]] std::vector<Language> all_languages(const Lexicon& lexicon);

}  // namespace recto
