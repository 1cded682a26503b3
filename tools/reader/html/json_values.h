// The JSON that is meant by a script that people and templates have written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recto::reader {

/// The objects and arrays that stand in `script` one after another, as strict JSON where they can
/// be put right: without comments, CDATA marks and trailing commas, with control characters and
/// quotes inside of strings escaped, wrong escapes and half surrogates gone. The last one may be
/// cut off. Valid JSON keeps its meaning. O(bytes).
[[nodiscard]] std::vector<std::string> json_values(std::string_view script);

}  // namespace recto::reader
