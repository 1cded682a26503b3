// What every article holds that any reader made of any bytes.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "content/base/utf8.h"
#include "content/deck/article.h"
#include "tools/reader/encoding.h"
#include "tools/reader/reader.h"

namespace recto::fuzz {

/// Stops the run, which keeps the input, unless `holds`.
inline void check(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "fuzz: it does not hold that %.*s\n", static_cast<int>(what.size()),
               what.data());
  std::abort();
}

inline std::string_view bytes_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// A word list with each kind of pattern once: the one that the programs use has hundreds, and most
/// of the time would go into comparing with them.
inline const reader::Furniture& short_furniture() {
  static const reader::Furniture kFurniture = reader::parse_furniture(
      "Share\nFollow us on …\nRead * more\nRelated posts | list\nComments | section\n"
      "Leave a reply | rest\n[edit] | inline\n");
  return kFurniture;
}

/// Valid UTF-8 without control characters but the line feeds and tabs that a block may have.
inline void check_text(std::string_view text, std::string_view allowed) {
  check(is_utf8(text), "text is UTF-8");
  check(std::none_of(text.begin(), text.end(),
                     [&](char c) {
                       return (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) &&
                              allowed.find(c) == std::string_view::npos;
                     }),
        "text has no control characters");
}

inline void check_block(const Block& block) {
  const bool is_faq = block.type == BlockType::Faq;
  const bool is_heading = block.type == BlockType::Heading;
  check(!trimmed(block.text).empty(), "blocks are not empty");
  check(is_faq == !block.question.empty(), "FAQ entries have a question, and nothing else has");
  check(is_heading ? block.level >= 1 && block.level <= 6 : block.level == 0,
        "headings have a level of 1 to 6, and nothing else has");
  check_text(block.question, "");
  switch (block.type) {
    case BlockType::Code:
    case BlockType::Table:
    case BlockType::Faq: return check_text(block.text, "\n\t");  // answers may hold tables
    case BlockType::List: return check_text(block.text, "\n");
    default: return check_text(block.text, "");
  }
}

/// What an article says of itself beside its text.
inline void check_head(const Article& article) {
  check(!article.title.empty(), "an article has a title");
  check_text(article.title, "");
  for (const std::string& author : article.authors) {
    check(!author.empty(), "authors have names");
    check_text(author, "");
  }
  for (const std::string* field :
       {&article.published, &article.language, &article.site, &article.url})
    check_text(*field, "");
}

/// An article made of `size` bytes; `growth` is how much longer than them its text may be (an
/// encoding of single bytes grows by three, an entity by less).
inline void check_article(const Article& article, std::size_t size, std::size_t growth) {
  check_head(article);
  std::size_t length = article.title.size();
  for (const std::string& author : article.authors)
    length += author.size();
  check(!article.blocks.empty(), "an article has text");
  for (const Block& block : article.blocks) {
    check_block(block);
    length += block.question.size() + block.text.size();
  }
  check(length <= size * growth + 100, "an article is not longer than what it was read from");
}

/// Reads twice; what comes out is checked and the same both times.
inline Result<Article> read_checked(std::string_view bytes, const reader::Origin& origin,
                                    std::size_t growth) {
  auto article = reader::read_article(bytes, origin, short_furniture());
  check(article == reader::read_article(bytes, origin, short_furniture()),
        "the same bytes give the same article");
  if (article) {
    check_article(*article, bytes.size(), growth);
  } else {
    check(!article.error().what.empty(), "an error says what is wrong");
    check(article.error().where.empty(), "the reader does not know where its bytes are from");
    check_text(article.error().what, "");
  }
  return article;
}

inline std::string without_blanks(std::string_view text) {
  std::string dense;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c != U' ' && c != U'\n' && c != U'\t' && c != 0xA0) append_utf8(dense, c);
  }
  return dense;
}

/// Whether `part` comes out of `whole` by leaving bytes away.
inline bool is_subsequence(std::string_view part, std::string_view whole) {
  std::size_t at = 0;
  for (const char c : whole)
    if (at < part.size() && part[at] == c) ++at;
  return at == part.size();
}

}  // namespace recto::fuzz
