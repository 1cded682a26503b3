// Values: what a text states in numbers, dates and times, with unit and hedge. Found in articles,
// read from answers, compared.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/words/date.h"
#include "content/words/number.h"

namespace recto {

enum class ValueKind {
  Count,     ///< "200", "three million", "two thirds"
  Ordinal,   ///< "21st", "third"
  Quantity,  ///< a number with a unit of measurement, spans of time among them
  Money,
  Percent,  ///< and percentage points
  Date,
  Clock,
  Score  ///< "3-1"
};

/// What stands with a value and changes what it says.
enum class Hedge {
  None,
  About,     ///< about, around, some, c.
  Nearly,    ///< nearly, almost, just under
  MoreThan,  ///< more than, over
  AtLeast,   ///< at least, from … up, or more
  LessThan,  ///< less than, fewer than, under
  AtMost     ///< at most, up to
};

struct Amount {
  Number number;
  int step = 0;  ///< 10 ^ step is the place of the last digit written; kExactStep for fractions

  bool operator==(const Amount&) const = default;
};

/// Of the members behind `hedge` those count that the kind has.
struct Value {
  ValueKind kind = ValueKind::Count;
  Hedge hedge = Hedge::None;
  Amount amount;  ///< not for Date and Clock; in Score the first number
  std::optional<Amount>
      until{};  ///< the end of a range, in the same unit; in Score the second number
  /// Quantity: Unit::name; Money: CurrencyName::code; Percent: "percent" or "percentage point".
  std::string unit{};
  Date date{};
  std::optional<Date> until_date{};
  Clock clock{};
  std::optional<Clock> until_clock{};

  bool operator==(const Value&) const = default;
};

/// A value in a text: bytes [begin, end), hedge and unit included.
struct Found {
  std::size_t begin = 0, end = 0;
  Value value;
  bool second_form = false;  ///< in brackets behind the value before it, the same in another unit

  bool operator==(const Found&) const = default;
};

/// The values of an article's text in its order, not overlapping. What only looks like one is left
/// out: numbers in names ("Boeing 747", "World War II"), of chapters and versions, phone numbers,
/// "one" as a pronoun. English texts are read whole; of other languages (BCP 47) only digits with
/// symbols and ISO forms. Linear in the text.
[[nodiscard]] std::vector<Found> find_values(std::string_view text,
                                             std::string_view language = "en");

/// The value that is the whole text, as a person answers: more forms count than in an article, such
/// as roman numerals, "5m USD" and years of two digits. None when there is anything else in it, for
/// identifiers ("007") and for more than 200 bytes.
[[nodiscard]] std::optional<Value> parse_value(std::string_view text,
                                               std::string_view language = "en");

/// The unit that a question asks for: "in metres", "how many dollars", "what percentage"; as
/// Value::unit has it, empty for none.
[[nodiscard]] std::string asked_unit(std::string_view prompt);

/// The text of a name with its numbers as digits: "Louis XIV", "Louis the Fourteenth" and "Louis
/// 14" become "Louis 14". Empty when there is no number in it, or nothing else. For comparing.
[[nodiscard]] std::string with_digits(std::string_view text);

/// The value in its usual form: "about 3.2 million kilometres", "US$5,000", "20 July 1969".
[[nodiscard]] std::string write_value(const Value& value);

}  // namespace recto
