// Front matter, as far as articles use it.
#pragma once

#include <string_view>

#include "content/deck/article.h"

namespace recto::reader {

/// Bytes of the block that opens `text`, with the lines around it: YAML between "---", TOML between
/// "+++", JSON between "{" and "}" on lines of their own;
/// the title lines of Pandoc ("% …"). 0 when there is none.
[[nodiscard]] std::size_t front_matter_length(std::string_view text);

/// Title, authors, date, language, site and URL from front matter: `key: value`, `key = value`,
/// quoted or not, lists as `[a, b]`, also over several lines, or `- a` lines, long values as `>` or
/// `|`, authors as tables with a name. All else is passed over.
void read_front_matter(std::string_view matter, Article& article);

}  // namespace recto::reader
