// Under which addresses phones in the same network reach this machine.
#pragma once

#include <string>
#include <vector>

namespace recto::classroom {

/// The private IPv4 addresses (RFC 1918, and link-local ones of RFC 3927) of interfaces that are
/// up, in numbers, the likeliest for a class first: 192.168., 10., 172.16–31., 169.254. None
/// without a network.
[[nodiscard]] std::vector<std::string> lan_addresses();

/// Whether an address is one of those, and how likely: 0 for the likeliest; −1 for others.
[[nodiscard]] int lan_rank(const std::string& address);

}  // namespace recto::classroom
