// Text on a terminal: harmless, in colour where wanted, as wide as the window.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace recto::deck_tool {

/// Without what would steer a terminal: control characters but line feeds and tabs, and the signs
/// that turn the direction of writing, become U+FFFD. Decks and file names come from strangers.
[[nodiscard]] std::string printable(std::string_view text);

/// Lines of at most `width` columns, broken at blanks, each behind `indent` blanks.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width, std::size_t indent);

/// Columns of the terminal at standard output, $COLUMNS, or 80; at least 20 and at most 100.
[[nodiscard]] std::size_t output_width();

enum class Ink { Plain, Strong, Faint, Good };

/// Whether standard output takes colour: a terminal, and NO_COLOR is not set (X4).
[[nodiscard]] bool wants_colour();

/// The text in its ink, when `colour` is wanted.
[[nodiscard]] std::string inked(const std::string& text, Ink ink, bool colour);

}  // namespace recto::deck_tool
