#include "content/base/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace recto {
namespace {

struct Lead {
  int length = 1;  ///< bytes in all; 0 when no code point starts so
  char32_t bits = 0;
  char32_t least = 0;  ///< smallest code point that needs this length
};

Lead lead_of(unsigned char byte) {
  if (byte < 0x80) return {1, byte, 0};
  if (byte >= 0xC2 && byte <= 0xDF) return {2, static_cast<char32_t>(byte & 0x1F), 0x80};
  if (byte >= 0xE0 && byte <= 0xEF) return {3, static_cast<char32_t>(byte & 0x0F), 0x800};
  if (byte >= 0xF0 && byte <= 0xF4) return {4, static_cast<char32_t>(byte & 0x07), 0x10000};
  return {0, 0, 0};
}

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

bool is_blank(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

bool is_scalar(char32_t code_point) {
  return code_point <= 0x10FFFF && (code_point < 0xD800 || code_point > 0xDFFF);
}

/// The code point at `at` and its length, or length 0.
Lead decode(std::string_view text, std::size_t at) {
  Lead lead = lead_of(static_cast<unsigned char>(text[at]));
  if (lead.length <= 1) return lead;
  if (at + static_cast<std::size_t>(lead.length) > text.size()) return {0, 0, 0};
  for (std::size_t i = 1; i < static_cast<std::size_t>(lead.length); ++i) {
    if (!is_continuation(text[at + i])) return {0, 0, 0};
    lead.bits = (lead.bits << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3F);
  }
  if (lead.bits < lead.least || !is_scalar(lead.bits)) return {0, 0, 0};
  return lead;
}

/// The first byte from `at` on that is not ASCII; eight are looked at together.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & kHighBits) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80)
    ++at;
  return at;
}

}  // namespace

char32_t next_wide_code_point(std::string_view text, std::size_t& at) {
  const Lead lead = decode(text, at);
  at += lead.length == 0 ? 1 : static_cast<std::size_t>(lead.length);
  return lead.length == 0 ? kReplacementCharacter : lead.bits;
}

void append_utf8(std::string& text, char32_t code_point) {
  if (!is_scalar(code_point)) code_point = kReplacementCharacter;
  const auto tail = [&](unsigned shift) {
    return static_cast<char>(0x80 | ((code_point >> shift) & 0x3F));
  };
  if (code_point < 0x80) {
    text += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    text += static_cast<char>(0xC0 | (code_point >> 6));
    text += tail(0);
  } else if (code_point < 0x10000) {
    text += static_cast<char>(0xE0 | (code_point >> 12));
    text += tail(6);
    text += tail(0);
  } else {
    text += static_cast<char>(0xF0 | (code_point >> 18));
    text += tail(12);
    text += tail(6);
    text += tail(0);
  }
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = skip_ascii(text, 0); at < text.size(); at = skip_ascii(text, at)) {
    const Lead lead = decode(text, at);
    if (lead.length == 0) return false;
    at += static_cast<std::size_t>(lead.length);
  }
  return true;
}

std::string valid_utf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  for (std::size_t at = 0; at < text.size();)
    append_utf8(valid, next_code_point(text, at));
  return valid;
}

bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (at < text.size() && !is_continuation(text[at]));
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count)
    next_code_point(text, at);
  return count;
}

std::u32string code_points(std::string_view text) {
  std::u32string points;
  points.reserve(text.size());
  for (std::size_t at = 0; at < text.size();)
    points += next_code_point(text, at);
  return points;
}

std::string to_utf8(std::u32string_view code_points) {
  std::string text;
  text.reserve(code_points.size());
  for (const char32_t code_point : code_points)
    append_utf8(text, code_point);
  return text;
}

std::string_view prefix_utf8(std::string_view text, std::size_t bytes) {
  if (bytes >= text.size()) return text;
  while (bytes > 0 && !is_boundary(text, bytes))
    --bytes;
  return text.substr(0, bytes);
}

std::string_view trimmed(std::string_view text) {
  static constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  while (true) {
    const std::size_t before = text.size();
    while (!text.empty() && is_blank(text.front()))
      text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back()))
      text.remove_suffix(1);
    if (text.starts_with(kNoBreakSpace)) text.remove_prefix(kNoBreakSpace.size());
    if (text.ends_with(kNoBreakSpace)) text.remove_suffix(kNoBreakSpace.size());
    if (text.size() == before) return text;
  }
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace recto
