#include "tools/reader/text/line.h"

#include <algorithm>

#include "content/base/utf8.h"
#include "tools/reader/shape.h"

namespace recto::reader {

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  for (const std::string_view raw : lines_of(text)) {
    Line line;
    line.text = trimmed(raw);
    for (const char c : raw.substr(0, raw.find_first_not_of(" \t")))
      line.indent += c == '\t' ? 8 - line.indent % 8 : 1;
    lines.push_back(line);
  }
  return lines;
}

bool is_rule(std::string_view text) {
  return text.size() >= 3 &&
         std::string_view("=-~*#^+_\"'`.:").find(text[0]) != std::string_view::npos &&
         text.find_first_not_of(text[0]) == std::string_view::npos;
}

std::size_t next_text(const std::vector<Line>& lines, std::size_t at) {
  const auto found = std::find_if(lines.begin() + static_cast<std::ptrdiff_t>(at), lines.end(),
                                  [](const Line& line) { return !line.text.empty(); });
  return static_cast<std::size_t>(found - lines.begin());
}

}  // namespace recto::reader
