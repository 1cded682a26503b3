// bytes → Article: the article and nothing else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/deck/article.h"

namespace recto::reader {

/// A pattern for what pages print around and into an article.
struct FurniturePattern {
  /// How much goes with a line that fits.
  enum class Extent {
    Line,     ///< the line alone
    Inline,   ///< this piece of text wherever it stands inside a line
    List,     ///< the line and the links below it: short lines that are no sentences
    Section,  ///< a heading and all below it up to the next heading that is not deeper
    Rest,     ///< the line and everything below it, once most of the text stands above
  };
  std::vector<std::string> parts;  ///< folded (fold_case), in order; any text between two of them
  bool open_begin = false;         ///< any text may stand before the first part
  bool open_end = false;           ///< any text may stand behind the last part
  bool brief = false;              ///< fits only lines of a few words that end without a stop
  Extent extent = Extent::Line;
};

/// Lines that pages print around an article, as a person may edit them
/// (assets/words/furniture.txt).
struct Furniture {
  std::vector<FurniturePattern> patterns;
};

/// The file format of assets/words/furniture.txt: a pattern a line, case and kind of quotes do not
/// count, `…` stands for any text, `*` for a few words that are no sentence, ` | list`, ` |
/// section`, ` | rest` or ` | inline` behind it for the extent; lines that begin with `# ` are
/// comments. Never fails: what is no entry is skipped.
[[nodiscard]] Furniture parse_furniture(std::string_view text);

/// Reads an article. `name` is the file's name or URL: its extension decides between Markdown and
/// text where the bytes do not; its stem is the title of last resort. The language is guessed where
/// the bytes do not say it. Pure: same bytes, same article. Errors, without `where`: BadInput for
/// binary or empty input and text without words; Unsupported for formats that this version cannot
/// read (HTML, PDF, EPUB, DOCX …), told by their signature.
[[nodiscard]] Result<Article> read_article(std::string_view bytes, std::string_view name,
                                           const Furniture& furniture);

}  // namespace recto::reader
