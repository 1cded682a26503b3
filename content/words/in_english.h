// Values in other languages: months, numbers, scales and units in words, and how digits are
// written.
#pragma once

#include <string>
#include <string_view>

namespace recto {

/// The text of a value as an English writer has it, for parse_value: "3,5 Millionen" → "3.5
/// million", "le 14 juillet 1789" → "14 July 1789", "einundzwanzig" → "twenty-one". Words that are
/// not known stay. German, French, Spanish, Italian, Dutch and Portuguese; of other languages the
/// text comes back as it is.
[[nodiscard]] std::string in_english(std::string_view text, std::string_view language);

}  // namespace recto
