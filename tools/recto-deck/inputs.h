// What the words behind a verb stand for: files, folders, globs, addresses, standard input.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "tools/reader/reader.h"

namespace recto::deck_tool {

/// One input, or why a word stands for none.
struct Input {
  enum class Kind { File, StandardInput, Page };
  std::string name;  ///< a path, kStandardInput, or an address
  Kind kind = Kind::File;
  Result<void> usable{};  ///< fails for a glob without match, a folder without such files
};

/// What is looked for in folders: articles in any format that the reader knows; or .deck.json.
enum class Wanted { Articles, Decks };

/// In the order of the words; the files of a folder (subfolders too, but hidden ones and what
/// browsers save beside a page left out) and of a glob by name.
[[nodiscard]] std::vector<Input> inputs_of(const std::vector<std::string>& words, Wanted wanted);

/// "-" or a path, taken as it is.
[[nodiscard]] Input input_of(const std::string& word);

/// The bytes of a file or of standard input; at most `limit`.
[[nodiscard]] Result<std::string> read_input(const Input& input, std::size_t limit);

/// An article's bytes with all that is known of where they came from.
struct Loaded {
  std::string bytes;
  reader::Origin origin;
};

/// How pages are fetched.
struct Fetching {
  std::string language;   ///< asked for, BCP 47; empty: as the server likes it
  std::string retrieved;  ///< what their origin says: now, ISO 8601
};

/// Reads or fetches an article.
[[nodiscard]] Result<Loaded> load_article(const Input& input, const Fetching& fetching);

inline constexpr const char* kStandardInput = "standard input";

}  // namespace recto::deck_tool
