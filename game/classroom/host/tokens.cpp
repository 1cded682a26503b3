#include "game/classroom/host/tokens.h"

#include <cstdint>
#include <random>

namespace recto::classroom {

// std::random_device of libstdc++ reads the system's own source (getentropy, RDRAND).

std::string random_token() {
  constexpr char kDigits[] = "0123456789abcdef";
  std::random_device source;
  std::string token;
  for (int word = 0; word < 4; ++word) {
    std::uint32_t bits = source();
    for (int digit = 0; digit < 8; ++digit, bits >>= 4U)
      token += kDigits[bits & 15U];
  }
  return token;
}

std::string random_pin() {
  constexpr std::uint32_t kPins = 1'000'000;
  // Numbers above the largest multiple of a million would make small ones likelier.
  constexpr std::uint32_t kFair = UINT32_MAX / kPins * kPins;
  std::random_device source;
  std::uint32_t number = source();
  while (number >= kFair)
    number = source();
  const std::string digits = std::to_string(number % kPins);
  return std::string(6 - digits.size(), '0') + digits;
}

}  // namespace recto::classroom
