// Standard input, line by line.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "content/base/result.h"

namespace recto::deck_tool {

/// A line of a stream, or why it cannot be had.
struct Line {
  std::size_t number = 0;  ///< from 1
  Result<std::string> text{};
};

/// Draws lines from standard input, one at a time.
class Lines {
 public:
  /// Lines of more than `limit` bytes are skipped, with an error in their place.
  explicit Lines(std::size_t limit) : limit_(limit) {}

  /// The next line that holds anything but blanks, without its end; nothing at the end of the
  /// stream. An error of the system is the last line.
  [[nodiscard]] std::optional<Line> next();

 private:
  /// The next bytes of the stream, up to a line's end or as many as are there; empty at its end.
  [[nodiscard]] std::string_view draw();
  [[nodiscard]] std::optional<Line> draw_line();

  std::size_t limit_;
  std::size_t number_ = 0;
  std::string buffer_;
  std::size_t at_ = 0;  ///< in buffer_: what is not drawn yet
  bool is_over_ = false;
  int fault_ = 0;  ///< errno of a read that failed
};

}  // namespace recto::deck_tool
