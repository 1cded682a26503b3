// Dates as texts state them: to the day, the month, the year, the decade or the century.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "content/words/numerals.h"
#include "content/words/tokens.h"

namespace recto {

struct Date {
  enum class Precision {
    Day,
    Month,
    Year,
    Decade,    ///< `year` is its first
    Century,   ///< `year` is its number: 19; negative before Christ
    DayAlone,  ///< day and month without a year: "20 July"
    MonthAlone
  };
  enum class Part { Whole, Early, Middle, Late };  ///< "the late 1990s"

  int year = 0;   ///< negative before Christ; 0 when none is stated
  int month = 0;  ///< 1 to 12; 0 for none
  int day = 0;    ///< 1 to 31; 0 for none
  Precision precision = Precision::Year;
  Part part = Part::Whole;
  bool short_year = false;    ///< `year` is two digits of one: "20 Jul 69", "the nineties"
  bool either_order = false;  ///< day and month may be the other way round: "3/4/2020"

  bool operator==(const Date&) const = default;
};

/// A time of day. `half_unknown`: "half past three" may be in the morning or in the afternoon.
struct Clock {
  int seconds = 0;  ///< since midnight, 0 to 86,400
  bool has_seconds = false;
  bool half_unknown = false;

  bool operator==(const Clock&) const = default;
};

enum class DateStyle { British, American, Iso };

/// "20 July 1969", "July 20, 1969", "1969-07-20"; "447 BC", "1990s", "19th century". What ISO 8601
/// does not have (decades, short years) is written as in British style.
[[nodiscard]] std::string write_date(const Date& date, DateStyle style = DateStyle::British);
[[nodiscard]] std::string write_clock(const Clock& clock);  ///< "15:45", "15:45:30"

/// Whether the month has the day; a year of 0 counts as a leap year.
[[nodiscard]] bool is_day(int year, int month, int day);

/// 1 to 12 for "july", "jul", "sept"; in small letters.
[[nodiscard]] std::optional<int> month_named(std::string_view word);

/// "July" for 7; `month` is 1 to 12.
[[nodiscard]] std::string_view month_name(int month);

/// Whether the word is a month's whole name with its capital: "May", not "may" or "Jul".
[[nodiscard]] bool is_month_name(std::string_view word);

template <class T>
struct ReadAt {
  T value;
  std::size_t next = 0;  ///< the token behind it
};

/// The date that begins at the cursor, but for bare years ("1969"), of which only the text around
/// tells that they are years.
[[nodiscard]] std::optional<ReadAt<Date>> read_date(Cursor cursor, std::string_view language,
                                                    Reading reading);

/// "1969", "nineteen sixty-nine"; 1000 to 2100, in answers to 2999.
[[nodiscard]] std::optional<ReadAt<Date>> read_year(Cursor cursor, Reading reading);

/// "3:30 pm", "15:45", "3 o'clock", "half past three", "noon".
[[nodiscard]] std::optional<ReadAt<Clock>> read_clock(Cursor cursor);

/// Moves over "BC", "B.C.", "BCE" (true), "AD", "CE" (false); none when no era stands there.
std::optional<bool> take_era(Cursor& cursor, Reading reading);

}  // namespace recto
