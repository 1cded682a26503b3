// SHA-256, for recognising the same source and for stable ids.
#pragma once

#include <string>
#include <string_view>

namespace recto {

/// SHA-256 as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// The first 60 bits of SHA-256 as 12 characters of a–z and 2–7 (RFC 4648 base 32, lower case):
/// short enough to read aloud. Among a million ids two meet with probability 4·10^-7.
[[nodiscard]] std::string short_digest(std::string_view bytes);

}  // namespace recto
