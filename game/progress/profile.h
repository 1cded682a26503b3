// Where the learner's database lies.
#pragma once

#include <filesystem>

#include "content/base/result.h"
#include "game/progress/store.h"

namespace recto::progress {

/// The database in a profile's folder.
inline constexpr const char* kDatabaseName = "progress.sqlite";

/// $XDG_DATA_HOME/recto, or ~/.local/share/recto. Error: NotFound when there is no home folder.
[[nodiscard]] Result<std::filesystem::path> default_profile();

/// Opens the database of a profile; makes folder and database when they are not there. Errors: as
/// Store::open.
[[nodiscard]] Result<Store> open_profile(const std::filesystem::path& folder);

}  // namespace recto::progress
