// What the words behind a verb stand for: files, folders, globs, standard input.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "tools/reader/reader.h"

namespace recto::deck_tool {

/// One input, or why a word stands for none.
struct Input {
  std::string name;  ///< a path, or kStandardInput
  bool is_standard_input = false;
  Result<void> usable{};  ///< fails for a URL, a glob without match, a folder without such files
};

/// What is looked for in folders: .txt, .text, .md, .markdown; or .deck.json.
enum class Wanted { Articles, Decks };

/// In the order of the words; the files of a folder (subfolders too, hidden ones left out) and of a
/// glob by name.
[[nodiscard]] std::vector<Input> inputs_of(const std::vector<std::string>& words, Wanted wanted);

/// "-" or a path, taken as it is.
[[nodiscard]] Input input_of(const std::string& word);

/// The bytes of an input; at most `limit`.
[[nodiscard]] Result<std::string> read_input(const Input& input, std::size_t limit);

/// What the reader may know of where the bytes came from: the file's name, or nothing.
[[nodiscard]] reader::Origin origin_of(const Input& input);

inline constexpr const char* kStandardInput = "standard input";

/// A book of 600,000 words; 5 MB take a minute and 1 GB of memory. Decks may be larger
/// (DeckLimits).
inline constexpr std::size_t kLargestArticle = 4'000'000;

}  // namespace recto::deck_tool
