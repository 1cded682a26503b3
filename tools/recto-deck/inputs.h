// What the words behind a verb stand for: files, folders, globs, standard input.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"

namespace recto::deck_tool {

/// One input, or why a word stands for none.
struct Input {
  std::string name;     ///< a path, or "standard input"
  Result<void> usable;  ///< fails for a URL, a glob without match, a folder without articles
};

/// In the order of the words; the files of a folder (.txt, .md, .markdown, subfolders too, hidden
/// ones left out) and of a glob by name.
[[nodiscard]] std::vector<Input> inputs_of(const std::vector<std::string>& words);

/// The bytes of an input; at most `limit`.
[[nodiscard]] Result<std::string> read_input(const std::string& name, std::size_t limit);

inline constexpr const char* kStandardInput = "standard input";

/// Articles are far smaller; decks may be larger (DeckLimits).
inline constexpr std::size_t kLargestArticle = 50'000'000;

}  // namespace recto::deck_tool
