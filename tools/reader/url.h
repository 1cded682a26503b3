// Addresses of pages.
#pragma once

#include <string>
#include <string_view>

namespace recto::reader {

/// The http or https address that `reference` means on the page `base` (RFC 3986, section 5.2),
/// without fragment. Empty when it is no such address, `base` is needed and is none, or it is
/// longer than 2,000 bytes.
[[nodiscard]] std::string resolve_url(std::string_view base, std::string_view reference);

/// The host in small letters without "www.", user and port: "example.org". Empty when there is
/// none.
[[nodiscard]] std::string host_of(std::string_view url);

}  // namespace recto::reader
