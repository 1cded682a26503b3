// Steps through UTF-8 text, for the rules of sentences.
#pragma once

#include <cstddef>
#include <string_view>
#include <unicode/uchar.h>

#include "content/base/utf8.h"

namespace recto::language {

[[nodiscard]] inline bool is_one_of(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

[[nodiscard]] inline bool is_blank(char32_t c) {
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

[[nodiscard]] inline bool is_not_blank(char32_t c) {
  return !is_blank(c);
}

[[nodiscard]] inline bool is_digit(char32_t c) {
  return u_isdigit(static_cast<UChar32>(c)) != 0;
}

[[nodiscard]] inline bool is_upper(char32_t c) {
  return u_isupper(static_cast<UChar32>(c)) != 0;
}

[[nodiscard]] inline bool is_lower(char32_t c) {
  return u_islower(static_cast<UChar32>(c)) != 0;
}

/// What ends a sentence in scripts with blanks between words.
[[nodiscard]] inline bool is_stop(char32_t c) {
  return is_one_of(U".!?…", c);
}

/// Quotes and brackets that may stand between a stop and the blank after it.
[[nodiscard]] inline bool is_closer(char32_t c) {
  return is_one_of(U"\"'”’»›“‘)]}", c);
}

/// Quotes, brackets and signs that may stand before a sentence's first word.
[[nodiscard]] inline bool is_opener(char32_t c) {
  return is_one_of(U"\"'“‘«‹„‚([{¿¡", c);
}

/// The code point that ends at byte `at`, which moves before it; 0 at the beginning.
[[nodiscard]] inline char32_t previous_code_point(std::string_view text, std::size_t& at) {
  if (at == 0) return 0;
  do
    --at;
  while (at > 0 && !is_boundary(text, at));
  std::size_t from = at;
  return next_code_point(text, from);
}

/// 0 at the end.
[[nodiscard]] inline char32_t code_point_at(std::string_view text, std::size_t at) {
  return at < text.size() ? next_code_point(text, at) : 0;
}

/// The first byte from `at` on whose code point does not fulfil `skip`.
template <class Predicate>
[[nodiscard]] std::size_t skip_forward(std::string_view text, std::size_t at, Predicate skip) {
  while (at < text.size()) {
    std::size_t next = at;
    if (!skip(next_code_point(text, next))) break;
    at = next;
  }
  return at;
}

/// The same towards the beginning: behind the last code point that does not fulfil `skip`.
template <class Predicate>
[[nodiscard]] std::size_t skip_back(std::string_view text, std::size_t at, Predicate skip) {
  while (at > 0) {
    std::size_t before = at;
    if (!skip(previous_code_point(text, before))) break;
    at = before;
  }
  return at;
}

}  // namespace recto::language
