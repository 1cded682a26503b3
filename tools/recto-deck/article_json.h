// An article as one JSON object: what `read --json` writes, and what a line of --ndjson holds.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "content/base/result.h"
#include "content/deck/article.h"
#include "tools/reader/reader.h"

namespace recto::deck_tool {

/// The object that DESIGN and scripts rely on: all members are always there, empty ones too.
[[nodiscard]] nlohmann::ordered_json article_json(const Article& article);

/// What a line of --ndjson asks for.
struct ArticleLine {
  std::string name;       ///< its "input"; may be empty
  Article article;        ///< what it states; with blocks, the article itself
  std::string document;   ///< without blocks: the bytes of its "html" or "text", to be read
  reader::Origin origin;  ///< of the document
};

/// One object, as article_json gives it, or with the article still to be read out of "html" or
/// "text". Other members do not matter. Errors with the JSON pointer in `where`.
[[nodiscard]] Result<ArticleLine> parse_article_line(std::string_view text);

/// What the article says, with all that its line states put before it.
void take_over(Article& article, const Article& stated);

}  // namespace recto::deck_tool
