#include "tools/recto-deck/terminal.h"

#include <algorithm>
#include <cstdlib>
#include <sys/ioctl.h>
#include <unistd.h>

#include "content/base/utf8.h"

namespace recto::deck_tool {
namespace {

bool is_steering(char32_t sign) {
  const bool control = sign < 0x20 || (sign >= 0x7F && sign < 0xA0);
  const bool direction = (sign >= 0x202A && sign <= 0x202E) || (sign >= 0x2066 && sign <= 0x2069) ||
                         sign == 0x200E || sign == 0x200F || sign == 0x061C;
  return (control && sign != '\n' && sign != '\t') || direction;
}

/// The next word of `text`, which it is taken off; empty at a line's end.
std::string_view take_word(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(end);
  return word;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t sign = next_code_point(text, at);
    append_utf8(safe, is_steering(sign) ? kReplacementCharacter : sign);
  }
  return safe;
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
  const std::string margin(indent, ' ');
  const std::size_t room = width > indent + 10 ? width - indent : 10;
  std::string out = margin;
  std::size_t column = 0;
  while (!text.empty()) {
    if (text.front() == '\n') {
      out += "\n" + margin;
      column = 0;
      text.remove_prefix(1);
      continue;
    }
    if (text.front() == ' ') {
      text.remove_prefix(1);
      continue;
    }
    const std::string_view word = take_word(text);
    const std::size_t length = count_code_points(word);
    if (column > 0 && column + 1 + length > room) {
      out += "\n" + margin;
      column = 0;
    }
    if (column > 0) {
      out += ' ';
      ++column;
    }
    out += word;
    column += length;
  }
  return out;
}

std::size_t output_width() {
  std::size_t columns = 80;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    columns = size.ws_col;
  else if (const char* named = std::getenv("COLUMNS"))
    columns = std::strtoul(named, nullptr, 10);
  return std::clamp<std::size_t>(columns, 20, 100);
}

bool wants_colour() {
  const char* no_colour = std::getenv("NO_COLOR");
  return ::isatty(STDOUT_FILENO) == 1 && (no_colour == nullptr || *no_colour == '\0');
}

std::string inked(const std::string& text, Ink ink, bool colour) {
  if (!colour || ink == Ink::Plain) return text;
  const char* code = "1";
  if (ink == Ink::Faint) code = "2";
  if (ink == Ink::Good) code = "32";
  return std::string("\033[") + code + "m" + text + "\033[0m";
}

}  // namespace recto::deck_tool
