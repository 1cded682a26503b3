// Addresses of pages, as people and servers write them.
#pragma once

#include <string>
#include <string_view>

#include "content/base/result.h"

namespace recto::fetch {

/// What can be fetched of what a person typed or pasted: http or https, the host in ASCII (IDNA),
/// blanks and other letters percent-encoded, without fragment. Errors as for fetch().
[[nodiscard]] Result<std::string> read_address(std::string_view typed);

/// "https://" before what looks like an address without its scheme ("example.org/reeds"), else "".
[[nodiscard]] std::string suggested_address(std::string_view typed);

/// Where a redirect or refresh leads that stands on the page `base`. Errors as for fetch().
[[nodiscard]] Result<std::string> resolve_address(const std::string& base, std::string_view target);

/// Without user and password: what may stand in a deck.
[[nodiscard]] std::string public_address(const std::string& address);

/// The last part of the path, decoded: "reed beds.html"; empty for "/".
[[nodiscard]] std::string name_in_address(const std::string& address);

}  // namespace recto::fetch
