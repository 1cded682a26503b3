// What is on the disk, for choosing files. Waits for the disk: not for the window's thread.
#pragma once

#include <chrono>
#include <filesystem>
#include <vector>

#include "game/screens/browser/browser_view.h"

namespace recto::app {

/// What is at `path`, an absolute one; the times by a clock that is `offset` ahead of UTC.
[[nodiscard]] screens::FolderContent read_folder(const std::filesystem::path& path,
                                                 std::chrono::minutes offset);

/// The person's usual folders that are there: home, Desktop, Documents, Downloads as the desktop
/// names them (user-dirs.dirs), and the whole computer.
[[nodiscard]] std::vector<screens::FolderPlace> usual_places();

/// The home folder; the root where there is none.
[[nodiscard]] std::filesystem::path home_folder();

/// Its path as a person typed it: "~" is home, what is relative is in `folder`.
[[nodiscard]] std::filesystem::path path_typed(std::string_view typed,
                                               const std::filesystem::path& folder);

}  // namespace recto::app
