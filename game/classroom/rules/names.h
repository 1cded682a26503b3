// Names that pupils give themselves: what is taken away, what is refused, which look alike (L13).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recto::classroom {

inline constexpr std::size_t kLongestName = 20;  ///< characters as a person counts them

/// The name as it is shown everywhere: NFC; control, direction-changing and invisible characters
/// gone; at most one combining mark upon a letter beyond its composed form; blanks folded. Bytes
/// that are no UTF-8 are left out. Empty when nothing is left; not cut to kLongestName.
[[nodiscard]] std::string clean_name(std::string_view name);

/// How many characters a person sees (grapheme clusters).
[[nodiscard]] std::size_t visible_length(std::string_view name);

/// Two names with the same skeleton look alike: case, accents and letters of other scripts that
/// look the same are folded (Unicode Technical Standard 39, section 4, skeleton).
[[nodiscard]] std::string name_skeleton(std::string_view name);

/// The skeleton of the first letters, without digits and signs: what names of one flood share.
[[nodiscard]] std::string name_stem(std::string_view name);

/// A friendly name of two words, another for each number: "Amber Otter". From 576 on with a number
/// behind it.
[[nodiscard]] std::string given_name(std::size_t number);

/// The names of a class list as a person writes or pastes it: a line each, cleaned; of a table the
/// first column that has letters. Without empty ones, and without those that look like an earlier
/// one.
[[nodiscard]] std::vector<std::string> names_of_list(std::string_view text);

/// Whether the name holds one of the words (each a skeleton): as a word, or anywhere when the
/// skeleton has six letters or more.
[[nodiscard]] bool is_unwelcome(std::string_view name, std::span<const std::string> words);

}  // namespace recto::classroom
