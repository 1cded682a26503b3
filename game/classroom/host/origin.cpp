#include "game/classroom/host/origin.h"

#include <algorithm>
#include <array>
#include <string>

#include "content/base/ascii.h"

namespace recto::classroom {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view without_port(std::string_view host) {
  const std::size_t colon = host.rfind(':');
  if (colon == std::string_view::npos || host.ends_with(']')) return host;
  const std::string_view port = host.substr(colon + 1);
  return std::ranges::all_of(port, is_digit) ? host.substr(0, colon) : host;
}

bool is_number(std::string_view host) {
  if (host.starts_with('[') && host.ends_with(']'))
    return std::ranges::all_of(host.substr(1, host.size() - 2), [](char c) {
      return is_digit(c) || (c >= 'a' && c <= 'f') || c == ':' || c == '.';
    });
  return !host.empty() && std::ranges::all_of(host, [](char c) { return is_digit(c) || c == '.'; });
}

}  // namespace

bool is_own_host(std::string_view host, std::string_view machine) {
  const std::string name = ascii_lowered(without_port(host));
  if (is_number(name) || name == "localhost") return true;
  const std::string own = ascii_lowered(machine.substr(0, machine.find('.')));
  if (own.empty() || !name.starts_with(own)) return false;
  constexpr std::array<std::string_view, 6> kHere = {"",      ".local",     ".lan",
                                                     ".home", ".fritz.box", ".home.arpa"};
  return std::ranges::find(kHere, std::string_view(name).substr(own.size())) != kHere.end();
}

bool is_own_origin(std::string_view origin, std::string_view host) {
  constexpr std::string_view kScheme = "http://";
  return origin.empty() || (origin.starts_with(kScheme) &&
                            ascii_lowered(origin.substr(kScheme.size())) == ascii_lowered(host));
}

}  // namespace recto::classroom
