// Marks of footnotes and editors behind a stop: "ended.[1]", "ended. [citation needed]".
#pragma once

#include <cstddef>
#include <string_view>

namespace recto::language {

/// Behind the marks that follow `at`, blanks before them skipped; `at` when there are none.
[[nodiscard]] std::size_t behind_footnotes(std::string_view text, std::size_t at);

/// Before the marks that end at `at`, and the blanks before them.
[[nodiscard]] std::size_t before_footnotes(std::string_view text, std::size_t at);

}  // namespace recto::language
