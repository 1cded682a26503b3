// What is even over a deck (PRODUCT.md, end of section 4): that nothing but knowledge tells the
// key.
#pragma once

#include <cstddef>

#include "content/deck/deck.h"

namespace recto {

/// The key is the longest option in at most this share of a deck's choices.
inline constexpr double kLongestKeyShare = 0.35;

/// Whether the key is longer than each of the other options, in bytes.
[[nodiscard]] bool key_is_longest(const Card& card);

/// Of `choices`, `longest` of which have the longest key: how many of the latter have to go until
/// at most kLongestKeyShare of those that are left are such.
[[nodiscard]] std::size_t too_many_longest(std::size_t choices, std::size_t longest);

}  // namespace recto
