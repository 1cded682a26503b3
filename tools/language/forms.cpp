#include "tools/language/forms.h"

#include <cstddef>
#include <span>
#include <unicode/uchar.h>

#include "content/base/utf8.h"

namespace recto::language {
namespace {

constexpr std::size_t kMostCodePoints = 64;
constexpr std::uint64_t kStart = 0xCBF29CE484222325U;

/// One step of FNV-1a, on code points instead of bytes.
constexpr std::uint64_t step(std::uint64_t hash, char32_t c) {
  return (hash ^ c) * 0x100000001B3U;
}

std::uint64_t hash_of(std::span<const char32_t> text) {
  std::uint64_t hash = kStart;
  for (const char32_t c : text)
    hash = step(hash, c);
  return mixed(hash, text.size());
}

char32_t shape_of(char32_t c) {
  const auto sign = static_cast<UChar32>(c);
  if (u_isdigit(sign) != 0) return U'd';
  if (u_isupper(sign) != 0) return U'X';
  if (u_isalpha(sign) != 0) return U'x';
  return c < 0x80 ? c : U'?';
}

}  // namespace

Form form_of(std::string_view token) {
  std::array<char32_t, kMostCodePoints> letters{};
  std::size_t size = 0;
  std::uint64_t exact = kStart;
  std::uint64_t shape = kStart;
  char32_t last = 0;
  char32_t last_but_one = 0;
  for (std::size_t at = 0; at < token.size() && size < letters.size();) {
    const char32_t c = next_code_point(token, at);
    exact = step(exact, c);
    const char32_t kind = shape_of(c);
    letters.at(size++) =
        kind == U'd' ? U'0' : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    if (kind != last || kind != last_but_one) shape = step(shape, kind);
    last_but_one = last;
    last = kind;
  }
  const std::span<const char32_t> folded(letters.data(), size);
  Form form{.exact = mixed(exact, size), .folded = hash_of(folded), .shape = mixed(shape, 0)};
  for (std::size_t i = 0; i < form.prefix.size(); ++i)
    if (i + 2 <= size) form.prefix.at(i) = hash_of(folded.first(i + 2));
  for (std::size_t i = 0; i < form.suffix.size(); ++i)
    if (i + 2 <= size) form.suffix.at(i) = hash_of(folded.last(i + 2));
  return form;
}

}  // namespace recto::language
