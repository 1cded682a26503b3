// Steps of the undo history as JSON text, and back. Pure.
#pragma once

#include <string>
#include <string_view>

#include "content/base/result.h"
#include "game/progress/edits.h"

namespace recto::progress {

/// The same step gives the same text, and read_step(write_step(step)) == step.
[[nodiscard]] std::string write_step(const Step& step);
/// Error: BadInput for what write_step never gives.
[[nodiscard]] Result<Step> read_step(std::string_view text);

}  // namespace recto::progress
