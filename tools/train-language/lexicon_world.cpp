#include "tools/train-language/lexicon_world.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <unicode/locid.h>
#include <unicode/region.h>
#include <unicode/ucurr.h>
#include <unicode/unistr.h>
#include <utility>
#include <vector>

#include "content/base/ascii.h"
#include "content/base/utf8.h"
#include "content/files/files.h"
#include "content/words/countries.h"
#include "content/words/sorted_lines.h"

namespace recto::train {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using Rows = std::vector<std::pair<std::string, std::string>>;
using Names = std::vector<std::string>;

constexpr std::size_t kMostBytes = 16 << 20;

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

Result<json> entries(const fs::path& iso, const std::string& list) {
  const fs::path path = iso / ("iso_" + list + ".json");
  const json all = json::parse(RECTO_TRY(read_file(path, kMostBytes)), nullptr, false);
  if (!all.is_object() || !all.contains(list) || !all[list].is_array())
    return fail(Error::Kind::BadInput, "it is no list of iso-codes", path.string());
  return all[list];
}

std::string member(const json& entry, const char* name) {
  return entry.value(name, "");
}

std::string without_brackets(std::string_view name) {
  return std::string(trimmed(name.substr(0, name.find(" ("))));
}

/// "Sotho, Southern" → "Southern Sotho".
std::string in_order(const std::string& name) {
  const std::size_t comma = name.find(", ");
  if (comma == std::string::npos || name.find(", ", comma + 1) != std::string::npos) return name;
  return name.substr(comma + 2) + " " + name.substr(0, comma);
}

/// ISO's "Korea, Republic of", but not "Bonaire, Sint Eustatius and Saba".
std::string country_in_order(const std::string& name) {
  return name.ends_with(" of") || name.ends_with(" of the") ? in_order(name) : name;
}

/// "St. Kitts & Nevis" → "Saint Kitts and Nevis".
std::string written_out(std::string name) {
  if (name.starts_with("St. ")) name.replace(0, 3, "Saint");
  if (const std::size_t at = name.find(" & "); at != std::string::npos)
    name.replace(at, 3, " and ");
  return name;
}

void add(Names& names, const std::string& name) {
  if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
    names.push_back(name);
}

std::string tabbed(const Names& fields) {
  std::string line;
  for (const std::string& field : fields)
    line.append(&field == &fields.front() ? "" : "\t").append(field);
  return line;
}

/// A line of lexicon_countries.txt.
struct ByHand {
  std::string name, adjective;
  Names names;
};

std::map<std::string, ByHand> read_by_hand(const std::string& text) {
  std::map<std::string, ByHand> all;
  for (const std::string_view line : split_fields(text, '\n')) {
    const auto fields = split_fields(line, '|');
    if (line.starts_with('#') || fields.size() != 4) continue;
    ByHand one{std::string(trimmed(fields[1])), std::string(trimmed(fields[2])), {}};
    for (const std::string_view name : split_fields(fields[3], ';'))
      add(one.names, std::string(trimmed(name)));
    all[std::string(trimmed(fields[0]))] = std::move(one);
  }
  return all;
}

/// One table: codes with fields and names, and the way back from names.
class Table {
 public:
  void add_entry(const std::string& code, const std::string& fields, const Names& names) {
    std::string line = fields;
    for (const std::string& name : names) {
      line += "\t" + name;
      keys_.emplace_back(place_key(name), code);
    }
    rows_.emplace_back(code, line);
  }

  void store(std::map<std::string, std::string>& sections, const std::string& table,
             const std::string& names) const {
    sections[table] = write_sorted_lines(rows_);
    sections[names] = write_sorted_lines(keys_);
  }

 private:
  Rows rows_;
  Rows keys_;
};

class World {
 public:
  World(fs::path iso, const std::string& by_hand, std::map<std::string, std::string> adjectives)
      : iso_(std::move(iso)), by_hand_(read_by_hand(by_hand)), adjectives_(std::move(adjectives)) {}

  Result<std::map<std::string, std::string>> make() {
    RECTO_TRY(make_countries());
    make_regions();
    RECTO_TRY(make_currencies());
    RECTO_TRY(make_languages());
    return std::move(sections_);
  }

 private:
  /// CLDR's name where it is one that people write; "Congo - Kinshasa" is not.
  static std::string cldr_country(const std::string& code) {
    icu::UnicodeString name;
    icu::Locale("", code.c_str()).getDisplayCountry(icu::Locale::getEnglish(), name);
    const std::string text = utf8(name);
    const bool useless = text == code || text.find(" - ") != std::string::npos ||
                         text.find(" SAR") != std::string::npos;
    return useless ? "" : written_out(without_brackets(text));
  }

  /// Subcontinent and continent.
  std::pair<std::string, std::string> regions_of(const std::string& code) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Region* region = icu::Region::getInstance(code.c_str(), status);
    if (U_FAILURE(status) != 0 || region == nullptr) return {};
    std::string subcontinent, continent;
    for (region = region->getContainingRegion(); region != nullptr;
         region = region->getContainingRegion()) {
      if (region->getType() == URGN_SUBCONTINENT) subcontinent = region->getRegionCode();
      if (region->getType() == URGN_CONTINENT) continent = region->getRegionCode();
    }
    if (subcontinent == "QO") return {};  // Antarctica lies in no continent but its own
    for (const std::string& one : {subcontinent, continent})
      if (!one.empty()) regions_[one].push_back(code);
    return {subcontinent, continent};
  }

  [[nodiscard]] std::string adjective_of(const Names& names) const {
    for (const std::string& name : names) {
      if (const auto found = adjectives_.find(ascii_lowered(name)); found != adjectives_.end())
        return found->second;
    }
    return {};
  }

  Result<void> make_countries() {
    Table table;
    for (const json& entry : RECTO_TRY(entries(iso_, "3166-1"))) {
      const std::string code = member(entry, "alpha_2");
      const ByHand& hand = by_hand_[code];
      Names names;
      add(names, hand.name);
      add(names, cldr_country(code));
      add(names, member(entry, "common_name"));
      add(names, country_in_order(without_brackets(member(entry, "name"))));
      add(names, member(entry, "official_name"));
      for (const std::string& name : hand.names)
        add(names, name);
      const std::string official = member(entry, "official_name");
      const auto [subcontinent, continent] = regions_of(code);
      const std::string adjective = hand.adjective.empty() ? adjective_of(names) : hand.adjective;
      table.add_entry(
          code,
          tabbed({member(entry, "alpha_3"), member(entry, "numeric"), names.front(),
                  official.empty() ? names.front() : official, adjective, subcontinent, continent}),
          names);
    }
    table.store(sections_, "countries", "country.names");
    return {};
  }

  void make_regions() {
    Rows rows;
    for (auto& [code, countries] : regions_) {
      std::sort(countries.begin(), countries.end());
      icu::UnicodeString name;
      icu::Locale("", code.c_str()).getDisplayCountry(icu::Locale::getEnglish(), name);
      std::string line = utf8(name) + "\t";
      for (const std::string& country : countries)
        line += (line.back() == '\t' ? "" : " ") + country;
      rows.emplace_back(code, line);
    }
    sections_["regions"] = write_sorted_lines(std::move(rows));
  }

  /// Metals, units of account, codes for tests, and what was replaced.
  static bool is_no_money(const std::string& code) {
    if (code.starts_with('X'))
      return code != "XAF" && code != "XCD" && code != "XOF" && code != "XPF";
    static const std::set<std::string> kOthers = {"BOV", "CHE", "CHW", "CLF", "COU", "MXV",
                                                  "SLL", "USN", "UYI", "UYW", "VED"};
    return kOthers.contains(code);
  }

  static std::string currency_text(const std::string& code, UCurrNameStyle style) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(code);
    std::int32_t size = 0;
    const char16_t* text = ucurr_getName(icu::UnicodeString(wide).getTerminatedBuffer(), "en",
                                         style, nullptr, &size, &status);
    return U_FAILURE(status) != 0 ? "" : utf8({text, size});
  }

  static std::string currency_plural(const std::string& code) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(code);
    std::int32_t size = 0;
    const char16_t* text = ucurr_getPluralName(icu::UnicodeString(wide).getTerminatedBuffer(), "en",
                                               nullptr, "other", &size, &status);
    return U_FAILURE(status) != 0 ? "" : utf8({text, size});
  }

  Result<void> make_currencies() {
    Table table;
    for (const json& entry : RECTO_TRY(entries(iso_, "4217"))) {
      const std::string code = member(entry, "alpha_3");
      if (is_no_money(code)) continue;
      Names names;
      std::string name = written_out(without_brackets(currency_text(code, UCURR_LONG_NAME)));
      if (name == code) name = member(entry, "name");
      std::string plural = written_out(without_brackets(currency_plural(code)));
      if (plural == code) plural = name;
      add(names, name);
      add(names, plural);
      add(names, without_brackets(member(entry, "name")));
      table.add_entry(code, tabbed({name, plural, currency_text(code, UCURR_NARROW_SYMBOL_NAME)}),
                      names);
    }
    table.store(sections_, "currencies", "currency.names");
    return {};
  }

  static std::string cldr_language(const std::string& code) {
    icu::UnicodeString name;
    icu::Locale(code.c_str()).getDisplayLanguage(icu::Locale::getEnglish(), name);
    const std::string text = utf8(name);
    return text == code ? "" : text;
  }

  /// Those of ISO 639-2 but groups, and of the thousands in 639-3 those that CLDR names unless they
  /// are a part of one before (Tosk Albanian, which CLDR calls Albanian).
  Result<void> make_languages() {
    std::map<std::string, Names> all;
    std::set<std::string> usual;
    for (const char* list : {"639-2", "639-3"})
      for (const json& entry : RECTO_TRY(entries(iso_, list))) {
        const std::string code = entry.value("alpha_2", member(entry, "alpha_3"));
        const std::string name = member(entry, "name");
        const std::string known = cldr_language(code);
        const bool large = std::string_view(list) == "639-2";
        const bool special = code == "mis" || code == "mul" || code == "und" || code == "zxx" ||
                             code.size() > 3 || name.ends_with("anguages");
        if (special || all.contains(code) || (!large && (known.empty() || usual.contains(known))))
          continue;
        Names& names = all[code];
        add(names, known);
        for (const std::string_view one : split_fields(name, ';'))
          add(names, in_order(without_brackets(one)));
        usual.insert(names.front());
      }
    Table table;
    for (const auto& [code, names] : all)
      table.add_entry(code, names.front(), names);
    table.store(sections_, "languages", "language.names");
    return {};
  }

  fs::path iso_;
  std::map<std::string, ByHand> by_hand_;
  std::map<std::string, std::string> adjectives_;
  std::map<std::string, Names> regions_;
  std::map<std::string, std::string> sections_;
};

}  // namespace

Result<std::map<std::string, std::string>> make_world(
    const fs::path& iso, const std::string& by_hand,
    const std::map<std::string, std::string>& adjectives) {
  return World(iso, by_hand, adjectives).make();
}

}  // namespace recto::train
