// Text on a terminal: harmless, in colour where wanted, as wide as the window.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace recto::deck_tool {

/// Without what would steer a terminal: control characters but line feeds and tabs, and the signs
/// that turn the direction of writing, become U+FFFD. Decks and file names come from strangers.
[[nodiscard]] std::string printable(std::string_view text);

/// Columns that a code point takes: 2 for East Asian wide signs and emoji, 0 for combining marks.
[[nodiscard]] std::size_t columns_of(char32_t sign);

/// The longest beginning of `text` that takes at most `columns`.
[[nodiscard]] std::string_view first_columns(std::string_view text, std::size_t columns);

/// Lines of at most `width` columns, each behind `indent` blanks: broken at blanks, and inside
/// words (or text without blanks, as Chinese) that are longer than a line.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width, std::size_t indent);

/// Columns of the terminal behind a file descriptor, else $COLUMNS, else 80; at least 20.
[[nodiscard]] std::size_t terminal_width(int descriptor);

enum class Ink { Plain, Strong, Faint, Good };

/// Whether standard output takes colour: a terminal that is not dumb, and NO_COLOR is not set (X4).
[[nodiscard]] bool wants_colour();

/// The text in its ink, when `colour` is wanted.
[[nodiscard]] std::string inked(const std::string& text, Ink ink, bool colour);

}  // namespace recto::deck_tool
