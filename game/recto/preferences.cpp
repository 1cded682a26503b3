#include "game/recto/preferences.h"

#include <algorithm>
#include <charconv>

#include "content/base/utf8.h"

namespace recto::app {
namespace {

constexpr float kLeastZoom = 0.75F, kMostZoom = 3;

/// Names of themes are file names: nothing that leads to another folder.
bool is_theme_name(std::string_view name) {
  return !name.empty() && name.size() <= 40 && std::ranges::all_of(name, [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
  });
}

constexpr std::size_t kMostFolders = 5;
constexpr std::size_t kLongestFolder = 1000;  ///< bytes

bool memory_has_room(const Preferences& preferences) {
  return preferences.memory.recent_folders.size() < kMostFolders;
}

/// Whether a path can stand in a line of its own and come back as it was.
bool is_line(std::string_view path) {
  return path.size() <= kLongestFolder && path == trimmed(path) &&
         path.find('\n') == std::string_view::npos;
}

void take(Preferences& preferences, std::string_view name, std::string_view value) {
  if (name == "theme" && is_theme_name(value)) preferences.theme = value;
  if (name == "hard_is_explained") preferences.memory.hard_is_explained = value == "yes";
  if (name == "two_buttons") preferences.habits.two_buttons = value == "yes";
  if (name == "space_rates") preferences.habits.space_rates = value != "no";
  if (name == "recent_folder" && value.starts_with('/') && memory_has_room(preferences))
    preferences.memory.recent_folders.emplace_back(value);
  if (name == "zoom") {
    float zoom = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), zoom);
    const bool number = error == std::errc() && end == value.data() + value.size();
    if (number && zoom >= kLeastZoom && zoom <= kMostZoom) preferences.zoom = zoom;
  }
}

}  // namespace

Preferences read_preferences(std::string_view text) {
  Preferences preferences;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) continue;
    take(preferences, trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1)));
  }
  return preferences;
}

std::string write_preferences(const Preferences& preferences) {
  char zoom[16];
  const auto* const end = std::to_chars(zoom, zoom + sizeof zoom, preferences.zoom).ptr;
  std::string text = "zoom = " + std::string(static_cast<const char*>(zoom), end) + "\n";
  if (!preferences.theme.empty()) text += "theme = " + preferences.theme + "\n";
  if (preferences.memory.hard_is_explained) text += "hard_is_explained = yes\n";
  if (preferences.habits.two_buttons) text += "two_buttons = yes\n";
  if (!preferences.habits.space_rates) text += "space_rates = no\n";
  for (const std::filesystem::path& folder : preferences.memory.recent_folders)
    if (is_line(folder.native())) text += "recent_folder = " + folder.native() + "\n";
  return text;
}

}  // namespace recto::app
