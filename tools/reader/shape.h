// What a line looks like: sentence, question, heading.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recto::reader {

/// Runs of characters between white space.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view text);

/// The last code point that is no white space, closing quote or closing bracket; 0 for none.
[[nodiscard]] char32_t last_letter(std::string_view text);

/// Ends in a full stop, question or exclamation mark or ellipsis, quotes and brackets aside.
[[nodiscard]] bool ends_sentence(std::string_view text);
[[nodiscard]] bool ends_question(std::string_view text);

[[nodiscard]] bool begins_upper(std::string_view text);  ///< a capital, quotes aside
[[nodiscard]] bool begins_lower(std::string_view text);

/// Two or more words, and all of four letters or more begin with a capital or a digit.
[[nodiscard]] bool is_title_case(std::string_view text);

/// Two or more letters, and none is small.
[[nodiscard]] bool is_all_caps(std::string_view text);

/// "|", "·", "•", "›", "»", ">" or "/", as pages print them between links.
[[nodiscard]] bool is_separator(std::string_view word);

/// A row of links or a path: "Home | Maps | Contact", "Home › Gardens › Water": two or more parts
/// of up to four words with separators between.
[[nodiscard]] bool is_link_row(std::string_view text);

/// Runs of white space, line feeds too, become one blank; none at the ends.
[[nodiscard]] std::string one_line(std::string_view text);

}  // namespace recto::reader
