// Where a text may be taken apart: characters, words, lines, as Unicode says (ICU).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace recto::ui {

enum class Breaks {
  Character,  ///< grapheme clusters (UAX 29)
  Word,       ///< words and what stands between them (UAX 29)
  Line,       ///< opportunities for a line break (UAX 14)
};

/// Byte offsets at which `text` may be taken apart, ascending, 0 and the size included (only 0 for
/// an empty text).
[[nodiscard]] std::vector<std::size_t> breaks_of(std::string_view text, Breaks kind);

}  // namespace recto::ui
