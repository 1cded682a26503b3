#include <cctype>
#include <charconv>

#include "tools/reader/archive/archive.h"

namespace recto::reader {
namespace {

/// "%20" → " "; a percent sign that no two hexadecimal digits follow stays.
std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned value = 0;
    const std::string_view digits = text[at] == '%' ? text.substr(at + 1, 2) : std::string_view();
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    const bool whole = digits.size() == 2 && end == digits.data() + 2 && error == std::errc{};
    decoded += whole ? static_cast<char>(value) : text[at];
    if (whole) at += 2;
  }
  return decoded;
}

bool has_scheme(std::string_view target) {
  const std::size_t colon = target.find(':');
  return colon != std::string_view::npos && target.substr(0, colon).find('/') == std::string::npos;
}

}  // namespace

std::string entry_at(std::string_view from, std::string_view target) {
  target = target.substr(0, target.find_first_of("?#"));
  if (target.empty() || has_scheme(target)) return {};
  const bool rooted = target.starts_with('/');
  const std::string relative = percent_decoded(target);
  std::string path(rooted ? std::string_view() : from.substr(0, from.rfind('/') + 1));
  for (std::size_t at = 0; at < relative.size();) {
    const std::size_t end = std::min(relative.find('/', at), relative.size());
    const std::string_view part = std::string_view(relative).substr(at, end - at);
    at = end + 1;
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      path.append(part).append(end < relative.size() ? "/" : "");
      continue;
    }
    if (path.empty()) return {};
    path.pop_back();  // its last "/"
    path.erase(path.rfind('/') + 1);
  }
  return path;
}

}  // namespace recto::reader
