#include "game/ui/theme.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "content/files/assets.h"
#include "content/files/files.h"

namespace recto::ui {
namespace {

using nlohmann::json;

constexpr std::size_t kThemeFileLimit = 64 * 1024;

constexpr std::array<std::string_view, kRoles> kRoleNames = {
    "page",         "side",  "surface",  "field",   "hover",    "pressed",
    "text",         "muted", "hairline", "control", "accent",   "on_accent",
    "accent_hover", "track", "good",     "warning", "bad",      "mark",
    "selection",    "focus", "shadow",   "toast",   "on_toast", "toast_action"};

constexpr double kReading = 4.5;
constexpr double kSeeing = 3.0;

constexpr Pair kPairs[] = {
    {Role::Text, Role::Page, kReading},         {Role::Text, Role::Side, kReading},
    {Role::Text, Role::Surface, kReading},      {Role::Text, Role::Field, kReading},
    {Role::Text, Role::Hover, kReading},        {Role::Text, Role::Pressed, kReading},
    {Role::Text, Role::Mark, kReading},         {Role::Text, Role::Selection, kReading},
    {Role::Muted, Role::Page, kReading},        {Role::Muted, Role::Side, kReading},
    {Role::Muted, Role::Surface, kReading},     {Role::Muted, Role::Field, kReading},
    {Role::Muted, Role::Hover, kReading},       {Role::Muted, Role::Pressed, kReading},
    {Role::Muted, Role::Selection, kReading},   {Role::Accent, Role::Surface, kReading},
    {Role::Accent, Role::Hover, kReading},      {Role::Accent, Role::Page, kReading},
    {Role::OnAccent, Role::Accent, kReading},   {Role::OnAccent, Role::AccentHover, kReading},
    {Role::Good, Role::Surface, kReading},      {Role::Good, Role::Page, kReading},
    {Role::Good, Role::Hover, kReading},        {Role::Warning, Role::Surface, kReading},
    {Role::Warning, Role::Hover, kReading},     {Role::Warning, Role::Page, kReading},
    {Role::Bad, Role::Surface, kReading},       {Role::Bad, Role::Page, kReading},
    {Role::Bad, Role::Hover, kReading},         {Role::OnToast, Role::Toast, kReading},
    {Role::ToastAction, Role::Toast, kReading}, {Role::Control, Role::Page, kSeeing},
    {Role::Control, Role::Surface, kSeeing},    {Role::Control, Role::Field, kSeeing},
    {Role::Control, Role::Hover, kSeeing},      {Role::Focus, Role::Page, kSeeing},
    {Role::Focus, Role::Surface, kSeeing},      {Role::Focus, Role::Side, kSeeing},
    {Role::Accent, Role::Track, kSeeing},
};

double linear(std::uint8_t channel) {
  const double share = channel / 255.0;
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(Color color) {
  return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

Result<void> read_colors(const json& colors, Theme& theme) {
  for (const auto& [name, value] : colors.items()) {
    const auto* const found = std::find(kRoleNames.begin(), kRoleNames.end(), name);
    const std::string where = "/colors/" + name;
    if (found == kRoleNames.end())
      return fail(Error::Kind::BadInput, "no colour of Recto has this name", where);
    if (!value.is_string())
      return fail(Error::Kind::BadInput, "a colour is a text such as \"#1a2b3c\"", where);
    auto color = read_color(value.get_ref<const std::string&>());
    if (!color) {
      color.error().where = where;
      return tl::unexpected<Error>(std::move(color).error());
    }
    theme.colors[static_cast<std::size_t>(found - kRoleNames.begin())] = *color;
  }
  for (const std::string_view name : kRoleNames)
    if (!colors.contains(name))
      return fail(Error::Kind::BadInput, "this colour is missing", "/colors/" + std::string(name));
  return {};
}

}  // namespace

std::string_view name_of(Role role) {
  return kRoleNames[static_cast<std::size_t>(role)];
}

std::span<const Pair> pairs_in_use() {
  return kPairs;
}

double contrast(Color a, Color b) {
  const double one = luminance(a) + 0.05, other = luminance(b) + 0.05;
  return std::max(one, other) / std::min(one, other);
}

Result<Color> read_color(std::string_view text) {
  const auto malformed = [] {
    return fail(Error::Kind::BadInput, "a colour is written #rrggbb or #rrggbbaa");
  };
  if ((text.size() != 7 && text.size() != 9) || text.front() != '#') return malformed();
  std::array<std::uint8_t, 4> channels = {0, 0, 0, 255};
  for (std::size_t i = 0; 2 * i + 1 < text.size(); ++i) {
    const char* const begin = text.data() + 2 * i + 1;
    const auto [end, error] = std::from_chars(begin, begin + 2, channels[i], 16);
    if (error != std::errc() || end != begin + 2) return malformed();
  }
  return Color{channels[0], channels[1], channels[2], channels[3]};
}

Result<Theme> read_theme(std::string_view text) {
  const json file = json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!file.is_object()) return fail(Error::Kind::BadInput, "a theme is a JSON object");
  Theme theme;
  const auto name = file.find("name"), kind = file.find("kind"), colors = file.find("colors");
  if (name == file.end() || !name->is_string())
    return fail(Error::Kind::BadInput, "a theme has a name", "/name");
  if (kind == file.end() || (*kind != "light" && *kind != "dark"))
    return fail(Error::Kind::BadInput, "a theme is of kind light or dark", "/kind");
  if (colors == file.end() || !colors->is_object())
    return fail(Error::Kind::BadInput, "a theme has an object with its colours", "/colors");
  theme.name = name->get<std::string>();
  theme.dark = *kind == "dark";
  RECTO_TRY(read_colors(*colors, theme));
  return theme;
}

Result<Theme> load_theme(const std::string& name) {
  const auto path = RECTO_TRY(find_assets()) / "themes" / (name + ".json");
  const std::string text = RECTO_TRY(read_file(path, kThemeFileLimit));
  auto theme = read_theme(text);
  if (!theme) theme.error().where = path.string() + theme.error().where;
  return theme;
}

}  // namespace recto::ui
