// A page's bytes made ready for the parser.
#pragma once

#include <string>
#include <string_view>

namespace recto::reader {

/// The page without what no reader needs and what costs a parser its time: comments, the bodies of
/// scripts (but for JSON) and styles, pictures written into attributes ("data:" URLs), and start
/// tags nested deeper than 512. Half of a usual page goes; the tree of the rest stays the same.
/// O(bytes).
[[nodiscard]] std::string prepared(std::string_view html);

}  // namespace recto::reader
