// Case of ASCII letters, whatever the locale: for markup, protocols and keys. For words of people
// see fold.h.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace recto {

[[nodiscard]] constexpr char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] constexpr char ascii_upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// The text with its ASCII letters small; other bytes stay.
[[nodiscard]] inline std::string ascii_lowered(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), ascii_lower);
  return lower;
}

}  // namespace recto
