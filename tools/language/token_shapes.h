// What words, numbers and addresses look like: what `tokens` asks of a piece of text.
#pragma once

#include <cstddef>
#include <string_view>

namespace recto::language {

/// ASCII.
[[nodiscard]] bool is_ascii_digit(char c);
[[nodiscard]] bool is_ascii_capital(char c);
[[nodiscard]] bool is_ascii_letter(char c);

/// No abbreviation, prefix or telephone number is longer. Looking no further keeps the time linear
/// in chunks that were made to be long.
inline constexpr std::size_t kLongestPattern = 32;

/// Where a clitic begins at the end of `word`: "n't", "'s", "'re" …; its size for none. "1990's"
/// has none.
[[nodiscard]] std::size_t begin_of_clitic(std::string_view word);

/// The length of a number with separators at `at`: "1,000.5", "12:30", "9/11"; not "18,19". 0 for
/// none.
[[nodiscard]] std::size_t number_length(std::string_view text, std::size_t at);

/// "https://example.org/a", "a@example.org", "example.org", "report.pdf", "notes-3.DOC".
[[nodiscard]] bool looks_like_address(std::string_view word);

/// Whether the unit is one that is written right behind a number: "kg", "PM", "minutes"; single
/// letters only in lower case: "3G" is a name. Of money also "b".
[[nodiscard]] bool is_unit(std::string_view word, bool of_money);

/// "search-engine" is three tokens, "co-founder" and "555-0123-99" are one: whether the hyphen
/// between the two is a token; `first` when nothing stands before `before`.
[[nodiscard]] bool hyphen_parts(std::string_view before, std::string_view behind, bool first);

/// Where a word that looks like one is cut into two: "can|not", "gon|na"; 0 when it is one.
/// `behind` is the text after it: "its not" is "it", "s".
[[nodiscard]] std::size_t cut_of_fused(std::string_view word, std::string_view behind);

/// "U.S", "e.g", "p.m": letters and stops by turns.
[[nodiscard]] bool has_inner_stops(std::string_view word);

}  // namespace recto::language
