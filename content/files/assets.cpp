#include "content/files/assets.h"

#include <cstdlib>
#include <system_error>

namespace recto {
namespace {

/// A file that every assets folder of Recto has, so that a stranger's "assets" is not taken for it.
constexpr const char* kMark = "README.md";

bool holds_assets(const std::filesystem::path& folder) {
  std::error_code ignored;
  return std::filesystem::is_directory(folder / "words", ignored) &&
         std::filesystem::is_regular_file(folder / kMark, ignored);
}

}  // namespace

Result<std::filesystem::path> find_assets() {
  if (const char* named = std::getenv("RECTO_ASSETS"); named != nullptr && *named != '\0') {
    if (holds_assets(named)) return std::filesystem::path(named);
    return fail(Error::Kind::NotFound, "this folder has no assets of Recto", named,
                "set RECTO_ASSETS to the folder 'assets' of the checkout, or unset it");
  }
  std::error_code ignored;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", ignored);
  const std::filesystem::path installed =
      program.parent_path().parent_path() / "share" / "recto" / "assets";
  if (holds_assets(installed)) return installed;
  for (std::filesystem::path folder = program.parent_path(); folder != folder.parent_path();
       folder = folder.parent_path())
    if (holds_assets(folder / "assets")) return folder / "assets";
  return fail(Error::Kind::NotFound, "the folder 'assets' was not found above the program",
              program.parent_path().string(), "set RECTO_ASSETS to it");
}

}  // namespace recto
