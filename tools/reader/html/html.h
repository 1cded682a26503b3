// HTML pages → pieces.
#pragma once

#include <string_view>

#include "content/base/result.h"
#include "tools/reader/piece.h"
#include "tools/reader/reader.h"

namespace recto::reader {

/// The article of a web page, without what stands around it, and its metadata. Clean UTF-8, see
/// encoding.h. O(bytes). Errors as Dom::parse.
[[nodiscard]] Result<Draft> read_html(std::string_view html, const Origin& origin,
                                      const Furniture& furniture);

/// All of a document that is nothing but text: a chapter of a book.
[[nodiscard]] Result<Draft> read_whole_html(std::string_view html);

}  // namespace recto::reader
