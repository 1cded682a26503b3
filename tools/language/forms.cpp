#include "tools/language/forms.h"

#include <string>
#include <unicode/uchar.h>

#include "content/base/utf8.h"

namespace recto::language {
namespace {

/// Longer tokens are cut: addresses and torn text.
constexpr std::size_t kMostCodePoints = 64;

char shape_of(char32_t c) {
  const auto sign = static_cast<UChar32>(c);
  if (u_isdigit(sign) != 0) return 'd';
  if (u_isupper(sign) != 0) return 'X';
  if (u_isalpha(sign) != 0) return 'x';
  return c < 0x80 ? static_cast<char>(c) : '?';
}

}  // namespace

std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : bytes)
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return mixed(hash, bytes.size());
}

Form form_of(std::string_view token) {
  std::u32string lower;
  std::string shape;
  std::size_t capitals = 0;
  std::size_t letters = 0;
  Form form;
  for (std::size_t at = 0; at < token.size() && lower.size() < kMostCodePoints;) {
    const char32_t c = next_code_point(token, at);
    lower += static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    const char kind = shape_of(c);
    capitals += kind == 'X' ? 1U : 0U;
    letters += kind == 'X' || kind == 'x' ? 1U : 0U;
    if (kind == 'd') form.marks |= 2U;
    if (c == U'-') form.marks |= 4U;
    if (lower.size() == 1 && kind == 'X') form.marks |= 16U;
    const std::size_t length = shape.size();
    if (length < 2 || shape[length - 1] != kind || shape[length - 2] != kind) shape += kind;
  }
  if (capitals > 0) form.marks |= 1U;
  if (capitals > 1 && capitals == letters) form.marks |= 8U;
  form.word = hash_of(token);
  form.lower = hash_of(to_utf8(lower));
  form.shape = hash_of(shape);
  const std::u32string_view all = lower;
  for (std::size_t n = 1; n <= form.prefix.size() && n <= all.size(); ++n)
    form.prefix.at(n - 1) = mixed(n, hash_of(to_utf8(all.substr(0, n))));
  for (std::size_t n = 1; n <= form.suffix.size() && n <= all.size(); ++n)
    form.suffix.at(n - 1) = mixed(n, hash_of(to_utf8(all.substr(all.size() - n))));
  return form;
}

}  // namespace recto::language
