#include "tools/recto-deck/terminal.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utility>

#include "content/base/utf8.h"

namespace recto::deck_tool {
namespace {

using Span = std::pair<char32_t, char32_t>;  ///< first, last

/// What moves the cursor, rings, or turns the direction of writing.
constexpr std::array<Span, 8> kSteering = {{{0x00, 0x08},
                                            {0x0B, 0x1F},
                                            {0x7F, 0x9F},
                                            {0x061C, 0x061C},
                                            {0x200E, 0x200F},
                                            {0x2028, 0x202E},
                                            {0x2066, 0x2069},
                                            {0xE0000, 0xE007F}}};
/// Combining marks and joiners: the blocks that text in Latin, Greek, Cyrillic, and emoji uses.
constexpr std::array<Span, 6> kNarrowest = {{{0x0300, 0x036F},
                                             {0x1AB0, 0x1AFF},
                                             {0x1DC0, 0x1DFF},
                                             {0x200B, 0x200D},
                                             {0x20D0, 0x20FF},
                                             {0xFE00, 0xFE0F}}};
/// Unicode's East_Asian_Width W and F, by block.
constexpr std::array<Span, 10> kWide = {{{0x1100, 0x115F},
                                         {0x2E80, 0x303E},
                                         {0x3041, 0xA4CF},
                                         {0xAC00, 0xD7A3},
                                         {0xF900, 0xFAFF},
                                         {0xFE30, 0xFE6F},
                                         {0xFF01, 0xFF60},
                                         {0xFFE0, 0xFFE6},
                                         {0x1F300, 0x1FAFF},
                                         {0x20000, 0x3FFFD}}};

template <std::size_t size>
bool is_in(char32_t sign, const std::array<Span, size>& spans) {
  return std::ranges::any_of(
      spans, [sign](const Span& span) { return sign >= span.first && sign <= span.second; });
}

std::size_t columns_in(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();)
    columns += columns_of(next_code_point(text, at));
  return columns;
}

class Wrapping {
 public:
  Wrapping(std::size_t width, std::size_t indent)
      : margin_(indent, ' '), room_(width > indent + 10 ? width - indent : 10), text_(margin_) {}

  void add_word(std::string_view word) {
    const std::size_t columns = columns_in(word);
    const std::size_t blank = column_ > 0 ? 1 : 0;
    if (blank > 0 && column_ + blank + columns > room_ && columns <= room_)
      break_line();
    else if (blank > 0)
      add(" ", 1);
    while (column_ + columns_in(word) > room_) {
      const std::string_view piece = first_columns(word, room_ - std::min(column_, room_));
      add(piece, columns_in(piece));
      word.remove_prefix(piece.size());
      break_line();
    }
    add(word, columns_in(word));
  }
  void break_line() {
    text_ += "\n" + margin_;
    column_ = 0;
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  void add(std::string_view piece, std::size_t columns) {
    text_ += piece;
    column_ += columns;
  }

  std::string margin_;
  std::size_t room_;
  std::string text_;
  std::size_t column_ = 0;
};

}  // namespace

std::string printable(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t sign = next_code_point(text, at);
    append_utf8(safe, is_in(sign, kSteering) ? kReplacementCharacter : sign);
  }
  return safe;
}

std::size_t columns_of(char32_t sign) {
  if (is_in(sign, kNarrowest)) return 0;
  return is_in(sign, kWide) ? 2 : 1;
}

std::string_view first_columns(std::string_view text, std::size_t columns) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size(); end = at) {
    const std::size_t its = columns_of(next_code_point(text, at));
    if (its > columns) break;
    columns -= its;
  }
  return text.substr(0, end);
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
  Wrapping wrapping(width, indent);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \t\n"), text.size());
    if (end > 0) wrapping.add_word(text.substr(0, end));
    if (end < text.size() && text[end] == '\n') wrapping.break_line();
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return wrapping.text();
}

std::size_t terminal_width(int descriptor) {
  std::size_t columns = 80;
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    columns = size.ws_col;
  else if (const char* named = std::getenv("COLUMNS"))
    columns = std::strtoul(named, nullptr, 10);
  return std::max<std::size_t>(columns, 20);
}

bool wants_colour() {
  const char* no_colour = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  if (no_colour != nullptr && *no_colour != '\0') return false;
  if (terminal == nullptr || std::string_view(terminal) == "dumb") return false;
  return ::isatty(STDOUT_FILENO) == 1;
}

std::string inked(const std::string& text, Ink ink, bool colour) {
  if (!colour || ink == Ink::Plain) return text;
  const char* code = "1";
  if (ink == Ink::Faint) code = "2";
  if (ink == Ink::Good) code = "32";
  return std::string("\033[") + code + "m" + text + "\033[0m";
}

}  // namespace recto::deck_tool
