#include "game/ui/desktop_settings.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "content/base/utf8.h"

namespace recto::ui {
namespace {

constexpr double kPlainDpi = 96;
constexpr float kSmallest = 0.75F, kLargest = 4.0F;

/// Walks through bytes; reading past the end gives zeros and sets `failed`.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

  void set_big_endian(bool big) { big_ = big; }
  [[nodiscard]] bool failed() const { return failed_; }

  std::string_view take(std::size_t count) {
    if (count > bytes_.size()) {
      failed_ = true;
      bytes_ = {};
      return {};
    }
    const std::string_view taken = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return taken;
  }

  std::uint32_t number(std::size_t count) {
    std::string raw(take(count));
    if (!big_) std::reverse(raw.begin(), raw.end());
    std::uint32_t value = 0;
    for (const char c : raw)
      value = value << 8 | static_cast<unsigned char>(c);
    return value;
  }

  /// Text that is filled up to a multiple of four bytes.
  std::string padded(std::size_t length) {
    std::string text(take(length));
    take((4 - length % 4) % 4);
    return text;
  }

 private:
  std::string_view bytes_;
  bool big_ = false, failed_ = false;
};

std::optional<int> number_in(const DesktopSettings& settings, std::string_view name) {
  const auto found = settings.find(name);
  if (found == settings.end()) return std::nullopt;
  const int* const value = std::get_if<int>(&found->second);
  return value != nullptr && *value > 0 ? std::optional(*value) : std::nullopt;
}

std::optional<double> number_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || !(value > 0)) return std::nullopt;
  return value;
}

}  // namespace

// Layout: byte order (0 little), 3 unused, serial (4), count (4); then for each: type (1; 0 number,
// 1 text, 2 colour), unused (1), length of name (2), name padded to 4, serial (4), value.
DesktopSettings read_xsettings(std::string_view text) {
  DesktopSettings settings;
  Bytes bytes(text);
  bytes.set_big_endian(bytes.number(1) == 1);
  bytes.take(7);
  const std::uint32_t count = bytes.number(4);
  for (std::uint32_t i = 0; i < count && !bytes.failed(); ++i) {
    const std::uint32_t type = bytes.number(1);
    bytes.take(1);
    const std::string name = bytes.padded(bytes.number(2));
    bytes.take(4);
    std::variant<int, std::string> value;
    if (type == 0)
      value = static_cast<int>(bytes.number(4));
    else if (type == 1)
      value = bytes.padded(bytes.number(4));
    else if (type == 2)
      bytes.take(8);
    else
      break;
    if (!bytes.failed() && type != 2) settings.insert_or_assign(name, std::move(value));
  }
  return settings;
}

std::optional<double> xft_dpi(std::string_view resources) {
  constexpr std::string_view kName = "Xft.dpi:";
  while (!resources.empty()) {
    const std::size_t end = std::min(resources.find('\n'), resources.size());
    const std::string_view line = resources.substr(0, end);
    if (line.starts_with(kName)) return number_of(trimmed(line.substr(kName.size())));
    resources.remove_prefix(std::min(end + 1, resources.size()));
  }
  return std::nullopt;
}

float scale_of(const DesktopSettings& settings, std::string_view resources,
               std::string_view gdk_scale) {
  double scale = 1;
  if (const auto dpi = number_in(settings, "Xft/DPI"))
    scale = *dpi / 1024.0 / kPlainDpi;  // in 1024ths
  else if (const auto factor = number_in(settings, "Gdk/WindowScalingFactor"))
    scale = *factor;
  else if (const auto resource = xft_dpi(resources))
    scale = *resource / kPlainDpi;
  else if (const auto variable = number_of(gdk_scale))
    scale = *variable;
  return std::clamp(static_cast<float>(scale), kSmallest, kLargest);
}

std::optional<bool> is_dark(const DesktopSettings& settings) {
  const auto found = settings.find("Net/ThemeName");
  if (found == settings.end()) return std::nullopt;
  const std::string* const name = std::get_if<std::string>(&found->second);
  if (name == nullptr || name->empty()) return std::nullopt;
  return name->ends_with("-dark") || name->ends_with("-Dark");
}

}  // namespace recto::ui
