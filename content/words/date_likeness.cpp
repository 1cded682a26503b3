#include <algorithm>
#include <cstdlib>

#include "content/words/likeness.h"

namespace recto {
namespace {

using Precision = Date::Precision;

/// Whether the years agree: two digits stand for any century, a missing era for the right one.
bool same_year(const Date& given, const Date& key) {
  if (given.short_year || key.short_year)
    return std::abs(given.year) % 100 == std::abs(key.year) % 100;
  return given.year == key.year;
}

bool same_day(const Date& given, const Date& key) {
  if (given.month == key.month && given.day == key.day) return true;
  return (given.either_order || key.either_order) && given.month == key.day &&
         given.day == key.month;
}

/// The century that a date lies in; 0 for unknown.
int century_of(const Date& date) {
  if (date.precision == Precision::Century) return date.year;
  if (date.year == 0 || date.short_year) return 0;
  const int number = (std::abs(date.year) - 1) / 100 + 1;
  return date.year < 0 ? -number : number;
}

bool has_year(const Date& date) {
  return date.precision <= Precision::Year;
}

bool has_day(const Date& date) {
  return date.precision == Precision::Day || date.precision == Precision::DayAlone;
}

Likeness to_day(const Date& given, const Date& key) {
  switch (given.precision) {
    case Precision::Day:
      return same_year(given, key) && same_day(given, key) ? Likeness::Same : Likeness::Different;
    case Precision::Month:
      return same_year(given, key) && given.month == key.month ? Likeness::Almost
                                                               : Likeness::Different;
    case Precision::Year: return same_year(given, key) ? Likeness::Almost : Likeness::Different;
    case Precision::DayAlone: return same_day(given, key) ? Likeness::Almost : Likeness::Different;
    default: return Likeness::Different;
  }
}

Likeness to_month(const Date& given, const Date& key) {
  if (!has_year(given)) {
    const bool month = given.precision == Precision::MonthAlone && given.month == key.month;
    return month ? Likeness::Almost : Likeness::Different;
  }
  if (!same_year(given, key)) return Likeness::Different;
  if (given.precision == Precision::Year) return Likeness::Almost;
  const bool same = given.month == key.month || (given.either_order && given.day == key.month);
  return same ? Likeness::Same : Likeness::Different;
}

Likeness to_decade(const Date& given, const Date& key) {
  if (given.precision == Precision::Decade)
    return same_year(given, key) ? Likeness::Same : Likeness::Different;
  if (!has_year(given) || given.short_year) return Likeness::Different;
  const int given_decade = given.year / 10 * 10;
  const bool inside = key.short_year ? std::abs(given_decade) % 100 == std::abs(key.year)
                                     : given_decade == key.year;
  return inside ? Likeness::Almost : Likeness::Different;
}

Likeness to_century(const Date& given, const Date& key) {
  if (century_of(given) != key.year) return Likeness::Different;
  return given.precision == Precision::Century ? Likeness::Same : Likeness::Almost;
}

Likeness in_precision(const Date& given, const Date& key) {
  switch (key.precision) {
    case Precision::Day: return to_day(given, key);
    case Precision::Month: return to_month(given, key);
    case Precision::Year:
      return has_year(given) && same_year(given, key) ? Likeness::Same : Likeness::Different;
    case Precision::Decade: return to_decade(given, key);
    case Precision::Century: return to_century(given, key);
    case Precision::DayAlone:
      if (given.precision == Precision::MonthAlone && given.month == key.month)
        return Likeness::Almost;
      if (!has_day(given) || !same_day(given, key)) return Likeness::Different;
      return given.precision == Precision::DayAlone ? Likeness::Same : Likeness::Almost;
    case Precision::MonthAlone: break;
  }
  if (given.month != key.month) return Likeness::Different;
  return given.precision == Precision::MonthAlone ? Likeness::Same : Likeness::Almost;
}

Likeness with_part(Likeness so_far, const Date& given, const Date& key) {
  if (given.part == key.part || so_far == Likeness::Different) return so_far;
  const bool both = given.part != Date::Part::Whole && key.part != Date::Part::Whole;
  return both ? Likeness::Different : Likeness::Almost;
}

}  // namespace

Likeness likeness(const Date& given, const Date& key) {
  Likeness result = in_precision(given, key);
  if (result == Likeness::Different && key.year < 0 && given.year > 0) {
    Date with_era = given;
    with_era.year = -given.year;
    if (in_precision(with_era, key) != Likeness::Different) result = Likeness::Almost;
  }
  return with_part(result, given, key);
}

}  // namespace recto
