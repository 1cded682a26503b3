#include "content/words/currencies.h"

#include <algorithm>
#include <map>
#include <string>

#include "content/base/fold.h"

namespace recto {
namespace {

constexpr CurrencyName kCurrencies[] = {
    {"USD", "$", "US dollar", "US dollars",
     "dollar|dollars|american dollar|american dollars|u.s. dollar|u.s. dollars|us$|u.s.$|us "
     "$|buck|bucks"},
    {"EUR", "€", "euro", "euros", ""},
    {"GBP", "£", "pound sterling", "pounds sterling",
     "british pound|british pounds|uk pound|uk pounds|gb£|uk£|quid"},
    {"JPY", "¥", "yen", "yen", "japanese yen|jp¥"},
    {"CNY", "CN¥", "yuan", "yuan", "renminbi|rmb|chinese yuan"},
    {"CHF", "Fr.", "Swiss franc", "Swiss francs", "sfr"},
    {"AUD", "A$", "Australian dollar", "Australian dollars", "au$"},
    {"CAD", "C$", "Canadian dollar", "Canadian dollars", "ca$|can$"},
    {"NZD", "NZ$", "New Zealand dollar", "New Zealand dollars", ""},
    {"HKD", "HK$", "Hong Kong dollar", "Hong Kong dollars", ""},
    {"SGD", "S$", "Singapore dollar", "Singapore dollars", "sg$"},
    {"TWD", "NT$", "New Taiwan dollar", "New Taiwan dollars", "taiwan dollar|taiwan dollars"},
    {"INR", "₹", "Indian rupee", "Indian rupees", "rupee|rupees|rs|rs."},
    {"PKR", "PKR", "Pakistani rupee", "Pakistani rupees", ""},
    {"LKR", "LKR", "Sri Lankan rupee", "Sri Lankan rupees", ""},
    {"NPR", "NPR", "Nepalese rupee", "Nepalese rupees", ""},
    {"BDT", "৳", "taka", "taka", "bangladeshi taka"},
    {"RUB", "₽", "Russian rouble", "Russian roubles",
     "rouble|roubles|ruble|rubles|russian ruble|russian rubles"},
    {"UAH", "₴", "hryvnia", "hryvnias", "ukrainian hryvnia"},
    {"BRL", "R$", "Brazilian real", "Brazilian reais", "reais"},
    {"MXN", "MX$", "Mexican peso", "Mexican pesos", ""},
    {"ARS", "AR$", "Argentine peso", "Argentine pesos", ""},
    {"CLP", "CL$", "Chilean peso", "Chilean pesos", ""},
    {"COP", "COL$", "Colombian peso", "Colombian pesos", ""},
    {"PEN", "S/", "Peruvian sol", "Peruvian soles", ""},
    {"PHP", "₱", "Philippine peso", "Philippine pesos", ""},
    {"KRW", "₩", "South Korean won", "South Korean won", "korean won|won"},
    {"THB", "฿", "baht", "baht", "thai baht"},
    {"VND", "₫", "dong", "dong", "vietnamese dong"},
    {"IDR", "Rp", "rupiah", "rupiah", "indonesian rupiah"},
    {"MYR", "RM", "ringgit", "ringgit", "malaysian ringgit"},
    {"TRY", "₺", "Turkish lira", "Turkish lira", "lira|liras|turkish liras"},
    {"ILS", "₪", "shekel", "shekels", "israeli shekel|israeli shekels|new shekel|new shekels"},
    {"AED", "AED", "UAE dirham", "UAE dirhams", "dirham|dirhams"},
    {"SAR", "SAR", "Saudi riyal", "Saudi riyals", "riyal|riyals"},
    {"IRR", "IRR", "Iranian rial", "Iranian rials", "rial|rials"},
    {"EGP", "E£", "Egyptian pound", "Egyptian pounds", ""},
    {"NGN", "₦", "naira", "naira", "nigerian naira"},
    {"KES", "KSh", "Kenyan shilling", "Kenyan shillings", ""},
    {"GHS", "GH₵", "cedi", "cedis", "ghanaian cedi"},
    {"ZAR", "ZAR", "South African rand", "South African rand", "rand"},
    {"SEK", "SEK", "Swedish krona", "Swedish kronor", "kronor|krona"},
    {"NOK", "NOK", "Norwegian krone", "Norwegian kroner", ""},
    {"DKK", "DKK", "Danish krone", "Danish kroner", "kroner|krone"},
    {"ISK", "ISK", "Icelandic króna", "Icelandic krónur", ""},
    {"PLN", "zł", "zloty", "zlotys", "zloty|złoty|zlotych|polish zloty"},
    {"CZK", "Kč", "Czech koruna", "Czech korunas", "koruna|korunas|czech crowns"},
    {"HUF", "Ft", "forint", "forints", "hungarian forint"},
    {"RON", "RON", "Romanian leu", "Romanian lei", "lei"},
    {"BGN", "BGN", "Bulgarian lev", "Bulgarian leva", "leva"},
    {"RSD", "RSD", "Serbian dinar", "Serbian dinars", ""},
    {"KWD", "KWD", "Kuwaiti dinar", "Kuwaiti dinars", ""},
    {"DEM", "DM", "German mark", "German marks",
     "deutsche mark|deutsche marks|deutschmark|deutschmarks"},
    {"FRF", "FRF", "French franc", "French francs", "franc|francs"},
    {"ITL", "ITL", "Italian lira", "Italian lire", "lire"},
    {"BTC", "₿", "bitcoin", "bitcoins", ""},
};

using Spellings = std::map<std::string, const CurrencyName*, std::less<>>;

const Spellings& all_spellings() {
  static const Spellings kSpellings = [] {
    Spellings spellings;
    for (const CurrencyName& currency : kCurrencies) {
      spellings.try_emplace(std::string(currency.code), &currency);
      spellings.try_emplace(std::string(currency.symbol), &currency);
      spellings.try_emplace(fold_case(currency.name), &currency);
      spellings.try_emplace(fold_case(currency.plural), &currency);
      std::string_view rest = currency.spellings;
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('|'), rest.size());
        spellings.try_emplace(std::string(rest.substr(0, end)), &currency);
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return spellings;
  }();
  return kSpellings;
}

}  // namespace

std::span<const CurrencyName> currency_names() {
  return kCurrencies;
}

const CurrencyName* currency_of_code(std::string_view code) {
  const auto* const currency = std::ranges::find(kCurrencies, code, &CurrencyName::code);
  return currency == std::end(kCurrencies) ? nullptr : currency;
}

const CurrencyName* find_currency(std::string_view spelling) {
  constexpr std::size_t kLongest = 40;
  if (spelling.size() > kLongest) return nullptr;
  const Spellings& all = all_spellings();
  if (const auto exact = all.find(spelling); exact != all.end()) return exact->second;
  const auto loose = all.find(fold_case(spelling));
  return loose == all.end() ? nullptr : loose->second;
}

}  // namespace recto
