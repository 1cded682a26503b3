// Units of measurement: names, symbols, dimensions, exact factors.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "content/words/number.h"

namespace recto {

enum class Dimension {
  Length,
  Mass,
  Area,
  Volume,
  Speed,
  Time,
  Temperature,
  Energy,
  Power,
  Pressure,
  Force,
  Frequency,
  Data,
  DataRate,
  Angle,
  Current,
  Voltage,
  Resistance,
  Loudness
};

/// A value in this unit is (value + offset) * factor in the dimension's base unit: metre, kilogram,
/// square metre, cubic metre, metre per second, second, kelvin, joule, watt, pascal, newton, hertz,
/// byte, byte per second, degree, ampere, volt, ohm, decibel.
struct Unit {
  std::string_view name;    ///< British spelling, singular: "kilometre"; the unit's identity
  std::string_view plural;  ///< "kilometres"
  std::string_view symbol;  ///< "km"
  /// Further spellings, separated by "|": in small letters where case does not matter, and with
  /// their case where they are symbols.
  std::string_view spellings;
  Dimension dimension = Dimension::Length;
  Number factor;
  Number offset;  ///< 0 but for temperatures: 273.15 for degree Celsius
};

/// All units, those of one dimension together, small ones first.
[[nodiscard]] std::span<const Unit> units();

/// By its `name`; nullptr for none.
[[nodiscard]] const Unit* unit_named(std::string_view name);

/// By any spelling: symbols exactly as written, else names whatever their case, with blanks as one
/// blank; nullptr for none.
[[nodiscard]] const Unit* find_unit(std::string_view spelling);

/// None for units of different dimensions, or when the result does not fit.
[[nodiscard]] std::optional<Number> converted(const Number& value, const Unit& from,
                                              const Unit& to);
/// The same for differences ("5 degrees warmer"): without offsets.
[[nodiscard]] std::optional<Number> converted_difference(const Number& value, const Unit& from,
                                                         const Unit& to);

enum class UnitStyle { Name, AmericanName, Symbol };

/// "1 kilometre", "3 kilometers", "3 km", "20 °C".
[[nodiscard]] std::string write_quantity(const Number& value, const Unit& unit, UnitStyle style);

}  // namespace recto
