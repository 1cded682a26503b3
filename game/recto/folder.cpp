#include "game/recto/folder.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <system_error>

#include "content/base/utf8.h"
#include "content/files/files.h"

namespace recto::app {
namespace {

namespace fs = std::filesystem;
using screens::FolderContent;
using screens::FolderEntry;
using screens::FolderPlace;

constexpr std::size_t kMostEntries = 100'000;
constexpr std::size_t kMostSettings = 100'000;  ///< bytes of user-dirs.dirs

std::string problem_of(const std::error_code& error) {
  if (error == std::errc::no_such_file_or_directory) return "There is no such folder.";
  if (error == std::errc::permission_denied) return "You may not read this folder.";
  if (error == std::errc::too_many_symbolic_link_levels)
    return "This is a link that leads to itself.";
  return "This folder cannot be read: " + error.message() + ".";
}

FolderEntry entry_of(const fs::directory_entry& found, std::chrono::minutes offset) {
  std::error_code ignored;
  FolderEntry entry{found.path().filename().string(), found.is_directory(ignored), 0, {}};
  if (entry.is_folder) return entry;
  const auto bytes = found.file_size(ignored);
  entry.bytes = ignored ? 0 : bytes;
  const auto written = found.last_write_time(ignored);
  if (!ignored)
    entry.changed =
        std::chrono::floor<std::chrono::milliseconds>(std::chrono::file_clock::to_sys(written)) +
        offset;
  return entry;
}

/// "$HOME/Documents" of a line XDG_DOCUMENTS_DIR="$HOME/Documents".
fs::path directory_in(std::string_view settings, std::string_view name) {
  for (const std::string_view line : lines_of(settings)) {
    const std::string_view entry = trimmed(line);
    if (!entry.starts_with(name) || !entry.substr(name.size()).starts_with("=\"")) continue;
    const std::string_view value = entry.substr(name.size() + 2);
    const std::string_view path = value.substr(0, value.find('"'));
    constexpr std::string_view kHome = "$HOME";
    if (!path.starts_with(kHome)) return {path};
    const fs::path below = fs::path(path.substr(kHome.size())).relative_path();
    return below.empty() ? home_folder() : home_folder() / below;
  }
  return {};
}

fs::path settings_file() {
  const char* const config = std::getenv("XDG_CONFIG_HOME");
  const fs::path folder =
      config != nullptr && *config != '\0' ? fs::path(config) : home_folder() / ".config";
  return folder / "user-dirs.dirs";
}

}  // namespace

FolderContent read_folder(const fs::path& path, std::chrono::minutes offset) {
  FolderContent content;
  content.path = path.lexically_normal();
  // "articles/" is the folder itself, not something without a name in it.
  if (!content.path.has_filename() && content.path.has_relative_path())
    content.path = content.path.parent_path();
  std::error_code error;
  const fs::file_status status = fs::status(content.path, error);
  if (!error && fs::is_regular_file(status)) {
    content.is_file = true;
    return content;
  }
  fs::directory_iterator at(content.path, error);
  for (; !error && at != fs::directory_iterator() && content.entries.size() < kMostEntries;
       at.increment(error))
    content.entries.push_back(entry_of(*at, offset));
  if (error) content.problem = problem_of(error);
  return content;
}

std::vector<FolderPlace> usual_places() {
  struct Usual {
    const char *name, *setting;
  };
  static constexpr std::array<Usual, 3> kUsual = {{{"Desktop", "XDG_DESKTOP_DIR"},
                                                   {"Documents", "XDG_DOCUMENTS_DIR"},
                                                   {"Downloads", "XDG_DOWNLOAD_DIR"}}};
  const fs::path home = home_folder();
  std::vector<FolderPlace> places = {{"Home", home}};
  const std::string settings = read_file(settings_file(), kMostSettings).value_or("");
  for (const Usual& usual : kUsual) {
    fs::path folder = directory_in(settings, usual.setting);
    if (folder.empty()) folder = home / usual.name;
    std::error_code ignored;
    const bool known = std::ranges::find(places, folder, &FolderPlace::path) != places.end();
    if (!known && fs::is_directory(folder, ignored)) places.push_back({usual.name, folder});
  }
  places.push_back({"Computer", "/"});
  return places;
}

fs::path home_folder() {
  const char* const home = std::getenv("HOME");
  return home != nullptr && *home == '/' ? fs::path(home) : fs::path("/");
}

fs::path path_typed(std::string_view typed, const fs::path& folder) {
  if (typed == "~" || typed.starts_with("~/"))
    return home_folder() / fs::path(typed.substr(std::min<std::size_t>(typed.size(), 2)));
  return folder / fs::path(typed);
}

}  // namespace recto::app
