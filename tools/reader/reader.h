// bytes → Article: the article and nothing else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/deck/article.h"

namespace recto::reader {

/// Lines that pages print around an article, as a person may edit them
/// (assets/words/furniture.txt).
struct Furniture {
  std::vector<std::string> lines;     ///< whole lines, folded (fold_case): "leave a reply"
  std::vector<std::string> prefixes;  ///< beginnings of lines, folded: "copyright ©"
};

/// The file format of assets/words/furniture.txt: a line each, `#` comments, a trailing `…` marks a
/// beginning. Never fails: what is no entry is skipped.
[[nodiscard]] Furniture parse_furniture(std::string_view text);

/// Reads an article. `name` is the file's name or URL: its extension decides between Markdown and
/// text where the bytes do not; its stem is the title of last resort. Pure: same bytes, same
/// article. Errors, without `where`: BadInput for binary or empty input and text without words;
/// Unsupported for formats that this version cannot read (HTML, PDF, EPUB, DOCX), told by their
/// signature.
[[nodiscard]] Result<Article> read_article(std::string_view bytes, std::string_view name,
                                           const Furniture& furniture);

}  // namespace recto::reader
