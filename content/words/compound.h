// Which word of a compound is bent.
#pragma once

#include <cstddef>
#include <string_view>

#include "content/words/inflection.h"

namespace recto {

/// Bytes from begin to end.
struct Head {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// "look" in "look up" as a verb; "mother" in "mother-in-law", "prisoner" in "prisoner of war",
/// "minister" in "prime minister". Of forms as of lemmas.
[[nodiscard]] Head head_of(std::string_view compound, Slot slot);

}  // namespace recto
