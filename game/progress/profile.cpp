#include "game/progress/profile.h"

#include <cstdlib>
#include <string>

#include "game/progress/draft.h"

namespace recto::progress {

Result<std::filesystem::path> default_profile() {
  // A relative XDG_DATA_HOME is to be ignored (XDG base directories, section 2).
  if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data == '/')
    return std::filesystem::path(data) / "recto";
  if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
    return std::filesystem::path(home) / ".local" / "share" / "recto";
  return fail(Error::Kind::NotFound, "there is no home folder to keep the progress in", "HOME",
              "name a folder with --profile");
}

Result<Store> open_profile(const std::filesystem::path& folder) {
  RECTO_TRY(make_folder(folder));
  return Store::open(folder / kDatabaseName);
}

}  // namespace recto::progress
