#include "content/words/likeness.h"

#include <algorithm>
#include <cmath>

#include "content/words/units.h"

namespace recto {
namespace {

Likeness worse(Likeness a, Likeness b) {
  return std::max(a, b);
}

bool is_upper(Hedge hedge) {
  return hedge == Hedge::MoreThan || hedge == Hedge::AtLeast;
}

bool is_lower(Hedge hedge) {
  return hedge == Hedge::LessThan || hedge == Hedge::AtMost;
}

/// "less than 500" is not "more than 500", and adds something to a plain 500.
Likeness of_hedges(Hedge given, Hedge key) {
  const bool given_bounds = is_upper(given) || is_lower(given);
  const bool key_bounds = is_upper(key) || is_lower(key);
  if (given_bounds && key_bounds)
    return is_upper(given) == is_upper(key) ? Likeness::Same : Likeness::Different;
  const bool contradicts = is_upper(given) && key == Hedge::Nearly;
  if (contradicts) return Likeness::Different;
  return given_bounds && key == Hedge::None ? Likeness::Almost : Likeness::Same;
}

bool is_near(double a, double b, double share) {
  return std::abs(a - b) <= share * std::abs(b);
}

bool is_plain_number(const Value& value) {
  return value.kind == ValueKind::Count || value.kind == ValueKind::Ordinal;
}

bool is_fraction(const Value& value) {
  return value.kind == ValueKind::Count && value.amount.step == kExactStep &&
         std::abs(to_double(value.amount.number)) <= 1;
}

bool is_bare_year(const Value& value) {
  return value.kind == ValueKind::Date && value.date.precision == Date::Precision::Year &&
         value.date.part == Date::Part::Whole && !value.until_date;
}

/// How the number given becomes one in the key's unit, and what leaving out the unit costs.
struct Bridge {
  Likeness likeness = Likeness::Same;
  const Unit* from = nullptr;  ///< both or none
  const Unit* to = nullptr;
  Number factor{1, 0, 1};
};

constexpr Number kHundred{1, 2, 1};
constexpr Number kHundredth{1, -2, 1};

Bridge between_units(const Unit* from, const Unit* to) {
  if (from == nullptr || to == nullptr || from->dimension != to->dimension)
    return {Likeness::Different};
  return {Likeness::Same, from, to};
}

/// The key is a bare number, what was given has a unit: right when it is the one asked for.
Bridge bridge_to_number(const Value& given, const Value& key, const Asked& asked) {
  if (given.kind == ValueKind::Percent && is_fraction(key))
    return {Likeness::Same, nullptr, nullptr, kHundredth};
  if (!asked.unit.empty() && given.unit == asked.unit) return {};
  if (given.kind == ValueKind::Quantity && key.kind == ValueKind::Count)
    return between_units(unit_named(given.unit), unit_named(asked.unit));
  return {Likeness::Different};
}

Bridge bridge(const Value& given, const Value& key, const Asked& asked) {
  if (is_plain_number(given) && is_plain_number(key)) return {};
  if (is_plain_number(key)) return bridge_to_number(given, key, asked);
  if (is_plain_number(given)) {
    if (given.kind == ValueKind::Ordinal) return {Likeness::Different};
    if (key.kind == ValueKind::Percent && is_fraction(given))
      return {Likeness::Same, nullptr, nullptr, kHundred};
    return {asked.names_unit ? Likeness::Same : Likeness::Almost};
  }
  // A pound is money where money is the answer.
  const bool pounds = key.kind == ValueKind::Money && key.unit == "GBP" && given.unit == "pound";
  if (pounds) return {};
  if (given.kind != key.kind) return {Likeness::Different};
  if (given.unit == key.unit) return {};
  if (key.kind == ValueKind::Percent) return {Likeness::Almost};
  const Unit* const key_unit = unit_named(key.unit);
  // "20 degrees" leaves open which ones.
  if (given.unit == "degree" && key_unit != nullptr &&
      key_unit->dimension == Dimension::Temperature)
    return {asked.names_unit ? Likeness::Same : Likeness::Almost};
  return between_units(unit_named(given.unit), key_unit);
}

class AmountComparison {
 public:
  AmountComparison(const Value& key, const Bridge& bridge, const Asked& asked)
      : bridge_(&bridge), tolerance_(asked.tolerance), hedged_(key.hedge != Hedge::None) {
    const bool small = key.kind == ValueKind::Count && key.unit.empty() && asked.unit.empty() &&
                       is_whole(key.amount.number) && std::abs(to_double(key.amount.number)) < 100;
    exact_ = small || key.kind == ValueKind::Ordinal;
  }

  [[nodiscard]] Likeness operator()(const Amount& given, const Amount& key) const {
    const auto here = in_key_unit(given.number);
    if (!here) return Likeness::Different;
    if (*here == key.number) return Likeness::Same;
    const double share = std::abs(to_double(*here) - to_double(key.number));
    if (tolerance_ && share <= *tolerance_) return Likeness::Same;
    if (exact_) return Likeness::Different;
    const bool rounds = key.step != kExactStep && key.number.mantissa != 0 &&
                        rounded(*here, key.step) == key.number;
    if (rounds || rounds_back(given, key)) return Likeness::Same;
    return is_near(to_double(*here), to_double(key.number), hedged_ ? 0.05 : 0.01)
               ? Likeness::Almost
               : Likeness::Different;
  }

 private:
  [[nodiscard]] std::optional<Number> in_key_unit(const Number& number) const {
    if (bridge_->from != nullptr) return converted(number, *bridge_->from, *bridge_->to);
    return product(number, bridge_->factor);
  }

  /// 324 m for 1,064 ft: the key in the unit given has those digits.
  [[nodiscard]] bool rounds_back(const Amount& given, const Amount& key) const {
    if (bridge_->from == nullptr || bridge_->from == bridge_->to || given.step == kExactStep)
      return false;
    const auto there = converted(key.number, *bridge_->to, *bridge_->from);
    return there && is_near(to_double(given.number), to_double(*there), 0.01) &&
           rounded(*there, given.step) == given.number;
  }

  const Bridge* bridge_;
  std::optional<double> tolerance_;
  bool hedged_;
  bool exact_ = false;
};

Likeness of_amounts(const Value& given, const Value& key, const Asked& asked) {
  const Bridge way = bridge(given, key, asked);
  if (way.likeness == Likeness::Different) return Likeness::Different;
  const AmountComparison compared(key, way, asked);
  const Likeness first = compared(given.amount, key.amount);
  if (key.until && given.until)
    return worse(way.likeness, worse(first, compared(*given.until, *key.until)));
  if (key.until) {
    const Likeness second = compared(given.amount, *key.until);
    return std::min(first, second) == Likeness::Same ? Likeness::Almost : Likeness::Different;
  }
  if (given.until) return Likeness::Different;
  return worse(way.likeness, worse(first, of_hedges(given.hedge, key.hedge)));
}

Likeness of_dates(const Value& given, const Value& key) {
  const Likeness first = likeness(given.date, key.date);
  if (key.until_date && given.until_date)
    return worse(first, likeness(*given.until_date, *key.until_date));
  if (key.until_date) {
    const Likeness second = likeness(given.date, *key.until_date);
    return std::min(first, second) == Likeness::Same ? Likeness::Almost : Likeness::Different;
  }
  if (given.until_date) return Likeness::Different;
  return worse(first, of_hedges(given.hedge, key.hedge));
}

Likeness of_clocks(const Clock& given, const Clock& key) {
  constexpr int kHalf = 12 * 3600;
  int apart = std::abs(given.seconds - key.seconds) % (2 * kHalf);
  if (given.half_unknown || key.half_unknown) apart %= kHalf;
  if (apart == 0) return Likeness::Same;
  const bool seconds_missing = key.has_seconds && !given.has_seconds && apart < 60;
  return seconds_missing ? Likeness::Almost : Likeness::Different;
}

Likeness of_clock_values(const Value& given, const Value& key) {
  const Likeness first = of_clocks(given.clock, key.clock);
  if (key.until_clock && given.until_clock)
    return worse(first, of_clocks(*given.until_clock, *key.until_clock));
  if (key.until_clock) return first == Likeness::Same ? Likeness::Almost : Likeness::Different;
  return given.until_clock ? Likeness::Different : first;
}

/// A year that is a number for one side: "476" typed for "AD 476"; before Christ the era is
/// missing.
Likeness of_year_and_number(const Value& year, const Value& number) {
  const auto whole = make_number(std::abs(year.date.year));
  const bool same = number.kind == ValueKind::Count && !number.until && whole &&
                    number.amount.number == *whole && !year.date.short_year;
  if (!same) return Likeness::Different;
  return year.date.year < 0 ? Likeness::Almost : Likeness::Same;
}

/// 3-1 is a score or a range as one reads it.
bool are_pairs(const Value& a, const Value& b) {
  const auto is_pair = [](const Value& value) {
    return value.until && (value.kind == ValueKind::Score || value.kind == ValueKind::Count);
  };
  return is_pair(a) && is_pair(b);
}

}  // namespace

Likeness likeness(const Value& given, const Value& key, const Asked& asked) {
  if (given.kind == ValueKind::Score || key.kind == ValueKind::Score) {
    const bool same = are_pairs(given, key) && given.amount.number == key.amount.number &&
                      given.until->number == key.until->number;
    return same ? Likeness::Same : Likeness::Different;
  }
  if (given.kind == ValueKind::Clock || key.kind == ValueKind::Clock)
    return given.kind == key.kind ? of_clock_values(given, key) : Likeness::Different;
  if (given.kind == ValueKind::Date && key.kind == ValueKind::Date) return of_dates(given, key);
  if (is_bare_year(given)) {
    // "2000" typed for "2,000 m" is a number.
    Value number;
    number.amount.number = make_number(given.date.year).value_or(Number{});
    number.hedge = given.hedge;
    return given.date.year > 0 && !given.date.short_year ? of_amounts(number, key, asked)
                                                         : Likeness::Different;
  }
  if (is_bare_year(key)) return of_year_and_number(key, given);
  if (given.kind == ValueKind::Date || key.kind == ValueKind::Date) return Likeness::Different;
  return of_amounts(given, key, asked);
}

bool same_value(const Value& a, const Value& b) {
  return likeness(a, b) == Likeness::Same && likeness(b, a) == Likeness::Same;
}

}  // namespace recto
