// Years, dates, amounts, shares and measures in a sentence.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tools/questions/word_lists.h"
#include "tools/questions/words.h"

namespace recto::questions {

enum class ValueKind {
  Year,      ///< 1969, 400 BCE
  Date,      ///< 8 February 1700, July 20, 1969, March 2018
  Money,     ///< $11.2 billion, 20 billion yuan
  Percent,   ///< 35%, 10 per cent
  Quantity,  ///< 2.3 tons, 17 nights: a number and a unit of the lists
  Count,     ///< 270 (aircraft): a number alone; the counted noun stays outside
  Other,     ///< a number that cannot be asked for by itself: 787-9, 18th, 12:30, half of a range
};

/// A value in a sentence, as words [first, last).
struct Value {
  ValueKind kind = ValueKind::Other;
  std::size_t first = 0;
  std::size_t last = 0;
  std::string text;       ///< as written, without hedge: "$11.2 billion"
  std::string number;     ///< the digits as written: "11.2", a year's four digits
  std::string before;     ///< of `text`, before and after the number: "$" and " billion"
  std::string after;      ///<
  double amount = 0.0;    ///< the number as written, without its scale word
  int decimals = 0;       ///< digits behind the point
  bool grouped = false;   ///< written with grouping commas: 1,900
  std::size_t hedge = 0;  ///< how many words before `first` hedge it: "more than"
  bool has_day = false;   ///< Date: day and month; else month and year
};

/// The values of a sentence in order; they do not overlap.
[[nodiscard]] std::vector<Value> values_of(std::string_view sentence, const Words& words,
                                           const WordLists& lists);

/// The value that begins at word `at`, or nullptr.
[[nodiscard]] const Value* value_at(const std::vector<Value>& values, std::size_t at);

/// January is 1; 0 for what is no month's name. Folded.
[[nodiscard]] int month_of(std::string_view folded);

/// `number` with the look of `like`: its decimals and grouping.
[[nodiscard]] std::string number_like(double number, const Value& like);

}  // namespace recto::questions
