// Are two values the same, for one who grades an answer? Rules G5 to G9 of the product's table.
#pragma once

#include <optional>
#include <string_view>

#include "content/words/value.h"

namespace recto {

enum class Likeness {
  Same,
  Almost,  ///< the unit, the era, the other end of a range is missing; near, but too far to round
  Different
};

/// What the question has said already, so that an answer may leave it out.
struct Asked {
  /// "in metres", "how many dollars", "what percentage": the unit of the answer as Value has it;
  /// empty for none.
  std::string_view unit{};
  bool names_unit = false;  ///< the question names the key's unit in whatever way
  /// The largest difference that is right, in the key's unit; absent: rounding to the key's digits.
  std::optional<double> tolerance{};
};

/// How `given` stands to `key`. Numbers are the same when they are equal, or when `given`, in the
/// key's unit and rounded to the key's digits, is the key; counts below 100 and years only when
/// they are equal. Between two units the key rounded to the digits given is the same too, if they
/// differ by at most 1 % (5 ft 11 in ~ 180 cm). Dates are the same when they name the same time in
/// the key's precision. A difference of at most 1 %, of 5 % where the key is hedged, is Almost.
[[nodiscard]] Likeness likeness(const Value& given, const Value& key, const Asked& asked = {});

/// Whether two values of texts are the same: each stands for the other.
[[nodiscard]] bool same_value(const Value& a, const Value& b);

/// likeness for dates, and whether `given` may stand for `key`.
[[nodiscard]] Likeness likeness(const Date& given, const Date& key);

}  // namespace recto
