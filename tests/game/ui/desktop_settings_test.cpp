#include "game/ui/desktop_settings.h"

#include "tests/support/support.h"

namespace recto::ui {
namespace {

std::string number(std::uint32_t value, std::size_t bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes; ++i)
    text += static_cast<char>(value >> (8 * i) & 0xFF);
  return text;
}

std::string padded(std::string text) {
  text.resize((text.size() + 3) / 4 * 4);
  return text;
}

std::string setting(const std::string& name, int value) {
  return number(0, 2) + number(static_cast<std::uint32_t>(name.size()), 2) + padded(name) +
         number(1, 4) + number(static_cast<std::uint32_t>(value), 4);
}

std::string setting(const std::string& name, const std::string& value) {
  return number(1, 2) + number(static_cast<std::uint32_t>(name.size()), 2) + padded(name) +
         number(1, 4) + number(static_cast<std::uint32_t>(value.size()), 4) + padded(value);
}

std::string settings(std::uint32_t count, const std::string& body) {
  return number(0, 4) + number(7, 4) + number(count, 4) + body;
}

TEST_CASE("U4 desktop settings: the scale comes from Xft/DPI, the factor, resources, GDK_SCALE") {
  const auto none = read_xsettings("");
  const auto dpi = read_xsettings(
      settings(2, setting("Gdk/WindowScalingFactor", 2) + setting("Xft/DPI", 144 * 1024)));
  const auto factor = read_xsettings(settings(1, setting("Gdk/WindowScalingFactor", 2)));
  CHECK(scale_of(dpi, "Xft.dpi:\t96\n", "3") == 1.5F);
  CHECK(scale_of(factor, "Xft.dpi:\t96\n", "3") == 2.0F);
  CHECK(scale_of(none, "*color: 1\nXft.dpi:\t120\n", "3") == 1.25F);
  CHECK(scale_of(none, "Xft.dpi: nonsense\n", "3") == 3.0F);
  CHECK(scale_of(none, "", "") == 1.0F);
  CHECK(scale_of(none, "Xft.dpi: 9600", "") == 4.0F);
  CHECK(scale_of(none, "Xft.dpi: -5", "") == 1.0F);
}

TEST_CASE("F3 desktop settings: a theme whose name ends in -dark is dark") {
  const auto named = [](const std::string& name) {
    return is_dark(read_xsettings(settings(1, setting("Net/ThemeName", name))));
  };
  CHECK(named("Adwaita-dark") == true);
  CHECK(named("Adwaita") == false);
  CHECK_FALSE(named("").has_value());
  CHECK_FALSE(is_dark({}).has_value());
}

TEST_CASE("desktop settings: damaged bytes give what is in front of the fault") {
  const std::string whole =
      settings(2, setting("Net/ThemeName", "Adwaita") + setting("Xft/DPI", 98304));
  CHECK(read_xsettings(whole).size() == 2);
  for (std::size_t length = 0; length < whole.size(); ++length)
    CHECK(read_xsettings(whole.substr(0, length)).size() <= 1);
  test::for_seeds(500, [&](Random& random) {
    std::string damaged = whole;
    for (int i = 0; i < 4; ++i)
      damaged[random.below(damaged.size())] = static_cast<char>(random.below(256));
    CHECK(read_xsettings(damaged).size() <= 16);
  });
}

}  // namespace
}  // namespace recto::ui
