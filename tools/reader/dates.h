// Dates as articles write them → ISO 8601.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace recto::reader {

/// What "03/05/2021" means; "25/12/2020" and "12/25/2020" are clear. With stops and hyphens the day
/// always comes first.
enum class DateOrder { DayFirst, MonthFirst };

/// "2021-05-03" for a text that is a date and nothing else but a weekday, a time of day and words
/// such as "Published on": "3 May 2021", "Monday, May 3rd, 2021", "3. Mai 2021",
/// "2021-05-03T10:00Z" (the time is kept then), "03.05.2021", "2021年5月3日". Month names of some
/// thirty languages (ICU); where two of them differ about a name (listopad), the larger one counts.
/// Not for "yesterday", "May 2021", "5/3/21".
[[nodiscard]] std::optional<std::string> iso_date(std::string_view text,
                                                  DateOrder order = DateOrder::DayFirst);

/// The first date inside a line of text that is not said to be of a change ("Updated May 3, 2021"),
/// as iso_date gives it.
[[nodiscard]] std::optional<std::string> find_date(std::string_view line,
                                                   DateOrder order = DateOrder::DayFirst);

/// A date that a program wrote: as iso_date, "20210503", seconds or milliseconds since 1970,
/// "Mon May 03 2021 10:00:00 GMT+0000".
[[nodiscard]] std::optional<std::string> machine_date(std::string_view text,
                                                      DateOrder order = DateOrder::DayFirst);

/// "May", "Fri.", "Dezember".
[[nodiscard]] bool names_month_or_weekday(std::string_view word);

/// Whether words such as "Updated", "Last modified", "Aktualisiert" stand in `text`.
[[nodiscard]] bool tells_of_change(std::string_view text);

}  // namespace recto::reader
