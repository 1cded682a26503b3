// HTML inside of Markdown, which comes in scraps: "<details>" here, "</details>" further below.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recto::reader {

/// A tag, or text between tags.
struct HtmlScrap {
  enum class Kind { Text, Open, Close };
  Kind kind = Kind::Text;
  std::string name{};       ///< of a tag, in small letters
  std::string_view text{};  ///< as written, entities and all
};

/// The tags and texts of `html` in their order; without comments, and without what scripts and
/// styles hold. O(bytes).
[[nodiscard]] std::vector<HtmlScrap> html_scraps(std::string_view html);

/// What "&amp;" or "&#65;" stands for, as HTML5 has it; itself where it stands for nothing.
[[nodiscard]] std::string decoded_entity(std::string_view entity);

}  // namespace recto::reader
