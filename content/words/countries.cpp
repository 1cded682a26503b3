#include "content/words/countries.h"

#include <algorithm>

#include "content/base/fold.h"

namespace recto {
namespace {

/// A line is of use only when all its fixed fields are there.
template <class Entry, class Make>
std::optional<Entry> entry_of(std::string_view code, std::string_view line, std::size_t fields,
                              Make make) {
  const std::vector<std::string_view> all = split_fields(line);
  if (line.empty() || all.size() < fields) return std::nullopt;
  Entry entry = make(code, all);
  entry.names.assign(all.begin() + static_cast<std::ptrdiff_t>(fields), all.end());
  return entry;
}

std::optional<Country> country(std::string_view code, std::string_view line) {
  return entry_of<Country>(code, line, 7, [](std::string_view key, const auto& field) {
    return Country{key, field[0], field[1], field[2], field[3], field[4], field[5], field[6], {}};
  });
}

std::optional<Currency> currency(std::string_view code, std::string_view line) {
  return entry_of<Currency>(code, line, 3, [](std::string_view key, const auto& field) {
    return Currency{key, field[0], field[1], field[2], {}};
  });
}

std::optional<Language> language(std::string_view code, std::string_view line) {
  return entry_of<Language>(code, line, 1, [](std::string_view key, const auto& field) {
    return Language{key, field[0], {}};
  });
}

template <class Read>
auto by_code(const Lexicon& lexicon, std::string_view section, std::string_view code, Read read) {
  const auto [key, line] = lexicon.lines(section).line(code);
  return read(key, line);
}

template <class Read>
auto by_name(const Lexicon& lexicon, std::string_view names, std::string_view section,
             std::string_view name, Read read) {
  const auto codes = lexicon.lines(names).all(place_key(name));
  return by_code(lexicon, section, codes.size() == 1 ? codes.front() : std::string_view{}, read);
}

template <class Entry, class Read>
std::vector<Entry> all_of(const Lexicon& lexicon, std::string_view section, Read read) {
  std::vector<Entry> all;
  for (const auto& [code, line] : lexicon.lines(section).lines())
    if (auto entry = read(code, line)) all.push_back(std::move(*entry));
  return all;
}

/// Dots and apostrophes go, other dashes and blanks become one blank.
std::string without_marks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '.' || c == '\'' || c == ',') continue;
    const bool blank = c == ' ' || c == '-';
    if (blank && (out.empty() || out.back() == ' ')) continue;
    if (c == '&')
      out += "and";
    else
      out += blank ? ' ' : c;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace

std::string place_key(std::string_view name) {
  std::string key = without_marks(fold_case(without_accents(name)));
  if (key.starts_with("the ")) key.erase(0, 4);
  if (key.starts_with("st ")) key.replace(0, 2, "saint");
  return key;
}

std::optional<Country> country_of(const Lexicon& lexicon, std::string_view code) {
  return by_code(lexicon, "countries", code, country);
}

std::optional<Country> find_country(const Lexicon& lexicon, std::string_view name) {
  return by_name(lexicon, "country.names", "countries", name, country);
}

std::vector<Country> find_countries(const Lexicon& lexicon, std::string_view name) {
  std::vector<Country> found;
  for (const std::string_view code : lexicon.lines("country.names").all(place_key(name)))
    if (auto one = country_of(lexicon, code)) found.push_back(std::move(*one));
  return found;
}

std::vector<Country> all_countries(const Lexicon& lexicon) {
  return all_of<Country>(lexicon, "countries", country);
}

bool same_country(const Lexicon& lexicon, std::string_view a, std::string_view b) {
  const auto first = find_country(lexicon, a);
  const auto second = find_country(lexicon, b);
  return first && second && first->code == second->code;
}

std::optional<Region> region_of(const Lexicon& lexicon, std::string_view code) {
  const auto [key, line] = lexicon.lines("regions").line(code);
  const auto fields = split_fields(line);
  if (line.empty() || fields.size() != 2) return std::nullopt;
  return Region{key, fields[0], split_fields(fields[1], ' ')};
}

std::optional<Currency> currency_of(const Lexicon& lexicon, std::string_view code) {
  return by_code(lexicon, "currencies", code, currency);
}

std::optional<Currency> find_currency(const Lexicon& lexicon, std::string_view name) {
  return by_name(lexicon, "currency.names", "currencies", name, currency);
}

std::vector<Currency> all_currencies(const Lexicon& lexicon) {
  return all_of<Currency>(lexicon, "currencies", currency);
}

std::optional<Language> language_of(const Lexicon& lexicon, std::string_view code) {
  return by_code(lexicon, "languages", code, language);
}

std::optional<Language> find_language(const Lexicon& lexicon, std::string_view name) {
  return by_name(lexicon, "language.names", "languages", name, language);
}

std::vector<Language> all_languages(const Lexicon& lexicon) {
  return all_of<Language>(lexicon, "languages", language);
}

}  // namespace recto
