// YAML front matter, as far as articles use it.
#pragma once

#include <string_view>

#include "content/deck/article.h"

namespace recto::reader {

/// Bytes of the block between "---" lines that opens `text`, with both lines; 0 when there is none.
[[nodiscard]] std::size_t front_matter_length(std::string_view text);

/// Title, authors, date, language, site and URL from front matter: `key: value`, quoted or not,
/// lists as `[a, b]` or `- a` lines. Other YAML is passed over.
void read_front_matter(std::string_view matter, Article& article);

}  // namespace recto::reader
