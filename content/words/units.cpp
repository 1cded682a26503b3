#include "content/words/units.h"

#include <algorithm>
#include <map>
#include <string>

#include "content/base/fold.h"

namespace recto {
namespace {

/// Spelling → unit. Symbols keep their case; names stand there in small letters too.
using Spellings = std::map<std::string, const Unit*, std::less<>>;

void add_spellings(Spellings& spellings, const Unit& unit) {
  for (const std::string_view name : {unit.name, unit.plural, unit.symbol})
    spellings.try_emplace(std::string(name), &unit);
  for (const std::string_view name : {unit.name, unit.plural})
    spellings.try_emplace(fold_case(name), &unit);
  std::string_view rest = unit.spellings;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('|'), rest.size());
    spellings.try_emplace(std::string(rest.substr(0, end)), &unit);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

const Spellings& all_spellings() {
  static const Spellings kSpellings = [] {
    Spellings spellings;
    for (const Unit& unit : units())
      add_spellings(spellings, unit);
    return spellings;
  }();
  return kSpellings;
}

std::optional<Number> in_base(const Number& value, const Unit& unit) {
  const auto shifted = sum(value, unit.offset);
  return shifted ? product(*shifted, unit.factor) : std::nullopt;
}

std::string american(std::string_view name) {
  std::string text(name);
  for (const std::string_view british : {"metre", "litre"})
    if (const std::size_t at = text.find(british); at != std::string::npos)
      text.replace(at, british.size(), british == "metre" ? "meter" : "liter");
  return text;
}

}  // namespace

const Unit* unit_named(std::string_view name) {
  const auto all = units();
  const auto unit = std::ranges::find(all, name, &Unit::name);
  return unit == all.end() ? nullptr : &*unit;
}

const Unit* find_unit(std::string_view spelling) {
  constexpr std::size_t kLongest = 40;
  if (spelling.size() > kLongest) return nullptr;
  const Spellings& all = all_spellings();
  if (const auto exact = all.find(spelling); exact != all.end()) return exact->second;
  // "KM" and "Kilometres", but not "MW" for mW: a symbol of two letters has its case.
  const std::string folded = fold_case(spelling);
  const auto loose = all.find(folded);
  const bool is_name = loose != all.end() && (folded.size() > 2 || folded == "km" ||
                                              folded == "kg" || folded == "cm" || folded == "ft");
  return is_name ? loose->second : nullptr;
}

std::optional<Number> converted(const Number& value, const Unit& from, const Unit& to) {
  if (from.dimension != to.dimension) return std::nullopt;
  const auto base = in_base(value, from);
  const auto scaled = base ? quotient(*base, to.factor) : std::nullopt;
  return scaled ? sum(*scaled, negated(to.offset)) : std::nullopt;
}

std::optional<Number> converted_difference(const Number& value, const Unit& from, const Unit& to) {
  if (from.dimension != to.dimension) return std::nullopt;
  const auto base = product(value, from.factor);
  return base ? quotient(*base, to.factor) : std::nullopt;
}

std::string write_quantity(const Number& value, const Unit& unit, UnitStyle style) {
  const std::string number = write_number(value, NumberStyle::Digits);
  if (style == UnitStyle::Symbol)
    return number + (unit.symbol == "°" ? "" : " ") + std::string(unit.symbol);
  const bool one = value == Number{1, 0, 1} || value == Number{-1, 0, 1};
  const std::string_view name = one ? unit.name : unit.plural;
  return number + ' ' + (style == UnitStyle::AmericanName ? american(name) : std::string(name));
}

}  // namespace recto
