#include "tools/language/footnotes.h"

#include <algorithm>

#include "tools/language/walk.h"

namespace recto::language {
namespace {

/// With its brackets.
constexpr std::size_t kLongestMark = 40;

/// What stands between the brackets: "12", "3, 4", "a", "note 2", "citation needed". Not "He": that
/// is a word that somebody put into a quotation.
bool is_mark(std::string_view inside) {
  if (inside.empty()) return false;
  const std::string_view digits = "0123456789";
  if (inside.find_first_not_of("0123456789,–- ") == std::string_view::npos)
    return inside.find_first_of(digits) != std::string_view::npos;
  if (inside.size() == 1) return inside[0] >= 'a' && inside[0] <= 'z';
  return inside.ends_with(" needed") || inside.starts_with("note ") || inside.starts_with("nb ");
}

}  // namespace

std::size_t behind_footnotes(std::string_view text, std::size_t at) {
  while (true) {
    const std::size_t open = skip_forward(text, at, is_blank);
    if (open >= text.size() || text[open] != '[') return at;
    const std::string_view inside = text.substr(open + 1, kLongestMark - 1);
    const std::size_t size = inside.find(']');
    if (size == std::string_view::npos || !is_mark(inside.substr(0, size))) return at;
    at = open + 1 + size + 1;
  }
}

std::size_t before_footnotes(std::string_view text, std::size_t at) {
  while (at > 0 && text[at - 1] == ']') {
    const std::size_t from = at - std::min(at, kLongestMark);
    const std::string_view before = text.substr(from, at - 1 - from);
    const std::size_t open = before.rfind('[');
    if (open == std::string_view::npos || !is_mark(before.substr(open + 1))) break;
    at = skip_back(text, from + open, is_blank);
  }
  return at;
}

}  // namespace recto::language
