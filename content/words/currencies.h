// How texts write currencies: ISO 4217 codes, signs, English names. For money in text no lexicon is
// needed; `countries.h` knows all currencies of all countries.
#pragma once

#include <span>
#include <string_view>

namespace recto {

struct CurrencyName {
  std::string_view code;    ///< ISO 4217: "USD"
  std::string_view symbol;  ///< "$"; may be shared: the first of the table has it
  std::string_view name;    ///< "US dollar"
  std::string_view plural;  ///< "US dollars"
  /// Further spellings in small letters, separated by "|": "dollars|american dollars|us$".
  std::string_view spellings;
};

[[nodiscard]] std::span<const CurrencyName> currency_names();

/// By ISO code; nullptr for none.
[[nodiscard]] const CurrencyName* currency_of_code(std::string_view code);

/// By code (capitals), symbol, name or another spelling whatever its case; nullptr for none.
[[nodiscard]] const CurrencyName* find_currency(std::string_view spelling);

}  // namespace recto
