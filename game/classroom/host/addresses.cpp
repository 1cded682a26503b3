#include "game/classroom/host/addresses.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cstdint>
#include <ifaddrs.h>
#include <memory>
#include <net/if.h>
#include <netinet/in.h>

namespace recto::classroom {

int lan_rank(const std::string& address) {
  in_addr number{};
  if (::inet_pton(AF_INET, address.c_str(), &number) != 1) return -1;
  const std::uint32_t bits = ntohl(number.s_addr);
  if (bits >> 16U == 0xC0A8) return 0;  // 192.168.0.0/16
  if (bits >> 24U == 10) return 1;      // 10.0.0.0/8
  if (bits >> 20U == 0xAC1) return 2;   // 172.16.0.0/12
  if (bits >> 16U == 0xA9FE) return 3;  // 169.254.0.0/16
  return -1;
}

std::vector<std::string> lan_addresses() {
  ifaddrs* first = nullptr;
  if (::getifaddrs(&first) != 0) return {};
  const std::unique_ptr<ifaddrs, decltype(&::freeifaddrs)> all(first, &::freeifaddrs);
  std::vector<std::string> found;
  for (const ifaddrs* at = first; at != nullptr; at = at->ifa_next) {
    const bool is_up = (at->ifa_flags & IFF_UP) != 0 && (at->ifa_flags & IFF_LOOPBACK) == 0;
    if (!is_up || at->ifa_addr == nullptr || at->ifa_addr->sa_family != AF_INET) continue;
    const auto* const address = reinterpret_cast<const sockaddr_in*>(at->ifa_addr);
    std::string text(INET_ADDRSTRLEN, '\0');
    if (::inet_ntop(AF_INET, &address->sin_addr, text.data(), INET_ADDRSTRLEN) == nullptr) continue;
    text.resize(text.find('\0'));
    if (lan_rank(text) >= 0) found.push_back(std::move(text));
  }
  std::ranges::stable_sort(found, {}, lan_rank);
  return found;
}

}  // namespace recto::classroom
