// bytes → Article: the article and nothing else.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/deck/article.h"
#include "tools/reader/html/block_model.h"

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

/// How to tell what pages print around an article: lines as a person may edit them
/// (assets/words/furniture.txt), and what was learned from pages (assets/reader/blocks.model).
struct Furniture {
  std::vector<FurniturePattern> patterns;
  /// Places in `patterns` of those for whole lines that a line may fit which begins with this byte,
  /// ascending.
  std::array<std::vector<std::size_t>, 256> by_first_byte;
  BlockModel blocks;  ///< for web pages, whose markup tells more than their words
};

/// Both files' content → what the reader needs. Errors as read_block_model.
[[nodiscard]] Result<Furniture> read_furniture(std::string_view patterns, std::string_view blocks);

/// The file format of assets/words/furniture.txt: a pattern a line, case and kind of quotes do not
/// count, `…` stands for any text, `*` for a few words that are no sentence, ` | list`, ` |
/// section`, ` | rest` or ` | inline` behind it for the extent; lines that begin with `# ` are
/// comments. Never fails: what is no entry is skipped.
[[nodiscard]] Furniture parse_furniture(std::string_view text);

/// Where bytes came from, as far as it is known. What a document says of itself comes first, but
/// for the character encoding.
struct Origin {
  std::string name{};   ///< the file's name: its extension decides where the bytes do not; its stem
                        ///< is the title of last resort
  std::string url{};    ///< of a fetched page, after redirects
  std::string media{};  ///< media type, "text/html"
  std::string charset{};    ///< encoding told by a server or an archive, "iso-8859-1"
  std::string retrieved{};  ///< when a page was fetched, ISO 8601: the deck's source tells it
};

/// Reads an article. The language is guessed where the bytes do not say it. Pure: same bytes and
/// `told` of their origin, same article. Errors, without `where`: BadInput for binary or empty
/// input and text without words; Unsupported for formats that cannot be read, told by their
/// signature.
[[nodiscard]] Result<Article> read_article(std::string_view bytes, const Origin& told,
                                           const Furniture& furniture);

}  // namespace recto::reader
