#include "content/words/currencies.h"
#include "content/words/units.h"
#include "content/words/value.h"

namespace recto {
namespace {

std::string_view hedge_in_words(Hedge hedge) {
  switch (hedge) {
    case Hedge::About: return "about ";
    case Hedge::Nearly: return "nearly ";
    case Hedge::MoreThan: return "more than ";
    case Hedge::AtLeast: return "at least ";
    case Hedge::LessThan: return "less than ";
    case Hedge::AtMost: return "up to ";
    case Hedge::None: break;
  }
  return "";
}

std::string number_of(const Amount& amount) {
  return write_number(amount.number, NumberStyle::Scaled);
}

/// "3", "3-5"
std::string numbers_of(const Value& value) {
  const std::string first = number_of(value.amount);
  return value.until ? first + "-" + number_of(*value.until) : first;
}

std::string with_unit(const Value& value) {
  const Unit* unit = unit_named(value.unit);
  if (unit == nullptr) return numbers_of(value);
  const bool one = !value.until && value.amount.number == Number{1, 0, 1};
  return numbers_of(value) + ' ' + std::string(one ? unit->name : unit->plural);
}

std::string with_currency(const Value& value) {
  const CurrencyName* currency = currency_of_code(value.unit);
  if (currency == nullptr) return numbers_of(value);
  const bool sign = currency->symbol != currency->code && currency->symbol.size() <= 4;
  const bool minus = value.amount.number.mantissa < 0 && !value.until;
  Value size = value;
  if (minus) size.amount.number = negated(size.amount.number);
  return (minus ? "-" : "") + (sign ? std::string(currency->symbol) : value.unit + ' ') +
         numbers_of(size);
}

std::string with_percent(const Value& value) {
  const bool one = !value.until && value.amount.number == Number{1, 0, 1};
  if (value.unit != "percentage point") return numbers_of(value) + '%';
  return numbers_of(value) + (one ? " percentage point" : " percentage points");
}

std::string core_of(const Value& value) {
  switch (value.kind) {
    case ValueKind::Count: return numbers_of(value);
    case ValueKind::Ordinal: return write_number(value.amount.number, NumberStyle::Ordinal);
    case ValueKind::Quantity: return with_unit(value);
    case ValueKind::Money: return with_currency(value);
    case ValueKind::Percent: return with_percent(value);
    case ValueKind::Date:
      return write_date(value.date) +
             (value.until_date ? " to " + write_date(*value.until_date) : "");
    case ValueKind::Clock:
      return write_clock(value.clock) +
             (value.until_clock ? " to " + write_clock(*value.until_clock) : "");
    case ValueKind::Score: break;
  }
  return numbers_of(value);
}

}  // namespace

std::string write_value(const Value& value) {
  return std::string(hedge_in_words(value.hedge)) + core_of(value);
}

}  // namespace recto
