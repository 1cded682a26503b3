// Word lists that people edit: the files of assets/words.
#pragma once

#include <functional>
#include <string_view>

namespace recto::language {

/// Called with a heading, without its brackets, and one line under it.
using SectionLine = std::function<void(std::string_view heading, std::string_view line)>;

/// Lines under headings `[inside]` in brackets, trimmed, in order. `#` begins a comment. Empty
/// lines and those before the first heading are left out.
void for_each_section_line(std::string_view text, const SectionLine& act);

}  // namespace recto::language
