#include "content/base/digest.h"

#include <array>
#include <cstdint>
#include <openssl/sha.h>

namespace recto {
namespace {

std::array<unsigned char, SHA256_DIGEST_LENGTH> sha256(std::string_view bytes) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  return digest;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (const unsigned char byte : sha256(bytes)) {
    hex += kDigits[byte >> 4U];
    hex += kDigits[byte & 15U];
  }
  return hex;
}

std::string short_digest(std::string_view bytes) {
  static constexpr std::string_view kDigits = "abcdefghijklmnopqrstuvwxyz234567";
  const auto digest = sha256(bytes);
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < 8; ++i)
    bits = (bits << 8U) | digest[i];
  std::string text;
  for (int i = 0; i < 12; ++i, bits <<= 5U)
    text += kDigits[bits >> 59U];
  return text;
}

}  // namespace recto
