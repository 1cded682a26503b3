// What one piece of an article says of itself when questions are looked for.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "tools/reader/markers.h"
#include "tools/reader/piece.h"

namespace recto::reader {

/// Places of pieces, ascending.
using Indices = std::vector<std::size_t>;

[[nodiscard]] bool is_heading(const Piece& piece);

/// No longer than a question may be: longer ones are text that happens to end in one.
[[nodiscard]] bool is_short(const Piece& piece);

/// As the functions of these names in questions.h, of pieces that are short.
[[nodiscard]] bool asks(const Piece& piece);
[[nodiscard]] bool asks_loosely(const Piece& piece);

/// "3", "4.5.1".
[[nodiscard]] bool is_number(std::string_view text);

/// Of digits alone, as far as an int holds it.
[[nodiscard]] std::optional<int> whole_number(std::string_view text);

/// "4.5.1" → "4.5." and 1; no number for "b".
[[nodiscard]] std::pair<std::string_view, std::optional<int>> split_number(std::string_view number);

/// At least `tenths` in ten; not of nothing.
[[nodiscard]] bool are_most(std::size_t some, std::size_t all, std::size_t tenths);

/// "Q: …", "Answer: …", and items with the letters Q and A.
[[nodiscard]] std::optional<Label> label_of(const Piece& piece);

/// "b) Phragmites". A lone "A." stands before an answer.
[[nodiscard]] bool is_choice(const std::vector<Piece>& pieces, std::size_t at);

/// An item right above or below others of its list.
[[nodiscard]] bool is_one_of_several(const std::vector<Piece>& pieces, std::size_t at);

/// A few words without a stop: "SECTION 4 - HELP".
[[nodiscard]] bool is_bare_line(const Piece& piece);

/// "Chapter 2. Getting Debian", "SECTION 4 - HELP", "Usage Problems".
[[nodiscard]] bool names_chapter(std::string_view line);

}  // namespace recto::reader
