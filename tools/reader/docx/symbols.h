// Letters of symbol fonts.
#pragma once

#include <string>
#include <string_view>

namespace recto::reader {

/// What w:sym prints, as Unicode: `code` (hexadecimal, "F061") in `font`. Symbol's Greek letters
/// and mathematical signs, Wingdings' arrows and check marks; empty for ornaments.
[[nodiscard]] std::string symbol_text(std::string_view font, std::string_view code);

}  // namespace recto::reader
