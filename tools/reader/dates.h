// Dates as articles write them → ISO 8601.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace recto::reader {

/// "2021-05-03" for a text that is a date and nothing else but a weekday, a time of day and words
/// such as "Published on": "3 May 2021", "Monday, May 3rd, 2021", "3. Mai 2021",
/// "2021-05-03T10:00Z" (the time is kept then), "03.05.2021". Month names of English, German,
/// French and Spanish. Dates in figures are day first ("03.05.2021", "3/5/2021") unless only the
/// other order is a date.
[[nodiscard]] std::optional<std::string> iso_date(std::string_view text);

}  // namespace recto::reader
