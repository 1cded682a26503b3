// Secrets that nobody can guess.
#pragma once

#include <string>

namespace recto::classroom {

/// 128 random bits of the system as 32 lower-case hexadecimal digits.
[[nodiscard]] std::string random_token();

/// Six random digits.
[[nodiscard]] std::string random_pin();

}  // namespace recto::classroom
