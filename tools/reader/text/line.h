// The lines of a plain text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace recto::reader {

struct Line {
  std::string_view text;   ///< without blanks at both ends
  std::size_t indent = 0;  ///< blanks before it; a tab goes to the next multiple of eight
};

[[nodiscard]] std::vector<Line> split_lines(std::string_view text);

/// "====", "----", "~~~~": one sign, three times or more.
[[nodiscard]] bool is_rule(std::string_view text);

/// The next line from `at` on that is not empty; lines.size() for none.
[[nodiscard]] std::size_t next_text(const std::vector<Line>& lines, std::size_t at);

}  // namespace recto::reader
