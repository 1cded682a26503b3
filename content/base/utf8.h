// UTF-8: checking, walking, counting.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recto {

/// What stands for a byte sequence that is no UTF-8.
inline constexpr char32_t kReplacementCharacter = 0xFFFD;

/// next_code_point where the byte at `at` is not ASCII.
char32_t next_wide_code_point(std::string_view text, std::size_t& at);

/// The code point at byte `at`, which moves behind it. Bytes that are no UTF-8 (overlong,
/// surrogate, cut off, above U+10FFFF) give kReplacementCharacter and move `at` by one. `at` must
/// be inside.
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
  if (static_cast<unsigned char>(text[at]) < 0x80) return static_cast<char32_t>(text[at++]);
  return next_wide_code_point(text, at);
}

/// Appends a code point; surrogates and values above U+10FFFF append kReplacementCharacter.
void append_utf8(std::string& text, char32_t code_point);

[[nodiscard]] bool is_utf8(std::string_view text);

/// The same text with every byte that is no UTF-8 replaced by kReplacementCharacter.
[[nodiscard]] std::string valid_utf8(std::string_view text);

/// Whether byte offset `at` (0 to size) does not lie inside a code point of valid UTF-8.
[[nodiscard]] bool is_boundary(std::string_view text, std::size_t at);

[[nodiscard]] std::size_t count_code_points(std::string_view text);

[[nodiscard]] std::u32string code_points(std::string_view text);
[[nodiscard]] std::string to_utf8(std::u32string_view code_points);

/// The longest prefix of whole code points with at most `bytes` bytes.
[[nodiscard]] std::string_view prefix_utf8(std::string_view text, std::size_t bytes);

/// Without ASCII white space and U+00A0 at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// The lines of a text without their line feeds; none for an empty one.
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);

}  // namespace recto
