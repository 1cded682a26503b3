// Rules as the database keeps them: JSON text, the same for the same rules.
#pragma once

#include <string>
#include <string_view>

#include "content/base/result.h"
#include "game/progress/store.h"

namespace recto::progress {

/// One line of JSON. Numbers are written so that they read back exactly.
[[nodiscard]] std::string write_rules(const Rules& rules);

/// Error: BadInput for text that write_rules never gives.
[[nodiscard]] Result<Rules> read_rules(std::string_view text);

}  // namespace recto::progress
