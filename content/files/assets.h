// Where the files stand that Recto ships and a person may edit: themes, word lists, models.
#pragma once

#include <filesystem>

#include "content/base/result.h"

namespace recto {

/// The folder `assets`. Looked for in $RECTO_ASSETS, then in `share/recto` beside the program's
/// folder (installed), then upwards from the program's folder (built, not installed). Error:
/// NotFound, with the places that were tried.
[[nodiscard]] Result<std::filesystem::path> find_assets();

}  // namespace recto
