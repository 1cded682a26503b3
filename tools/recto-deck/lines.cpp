#include "tools/recto-deck/lines.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <unistd.h>
#include <utility>

namespace recto::deck_tool {
namespace {

constexpr std::size_t kBufferBytes = 1 << 16;

bool is_blank(const Line& line) {
  return line.text && line.text->find_first_not_of(" \t\r") == std::string::npos;
}

}  // namespace

std::string_view Lines::draw() {
  if (at_ == buffer_.size() && !is_over_) {
    buffer_.resize(kBufferBytes);
    ssize_t got = 0;
    do {
      got = ::read(STDIN_FILENO, buffer_.data(), buffer_.size());
    } while (got < 0 && errno == EINTR);
    if (got < 0) fault_ = errno;
    is_over_ = got <= 0;
    buffer_.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    at_ = 0;
  }
  const std::string_view rest = std::string_view(buffer_).substr(at_);
  const std::string_view drawn = rest.substr(0, std::min(rest.find('\n'), rest.size() - 1) + 1);
  at_ += drawn.size();
  return drawn;
}

std::optional<Line> Lines::draw_line() {
  std::string_view drawn = draw();
  if (drawn.empty()) {
    if (fault_ == 0) return {};
    return Line{++number_,
                fail(Error::Kind::Failed, std::string("standard input cannot be read (") +
                                              std::strerror(std::exchange(fault_, 0)) + ")")};
  }
  std::string text;
  bool is_too_long = false;
  for (; !drawn.empty(); drawn = draw()) {
    const bool is_end = drawn.ends_with('\n');
    if (is_end) drawn.remove_suffix(1);
    is_too_long = is_too_long || text.size() + drawn.size() > limit_;
    if (!is_too_long) text += drawn;
    if (is_end) break;
  }
  ++number_;
  if (!is_too_long) return Line{number_, std::move(text)};
  return Line{number_, fail(Error::Kind::BadInput,
                            "larger than " + std::to_string(limit_ / 1'000'000) + " MB", {},
                            "split it or give the article alone")};
}

std::optional<Line> Lines::next() {
  std::optional<Line> line = draw_line();
  while (line && is_blank(*line))
    line = draw_line();
  return line;
}

}  // namespace recto::deck_tool
