// Numbers as bytes, the same on every machine: little-endian words and variable-length numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace recto {

/// Appends the `bytes` lowest bytes of a number, the lowest first.
void append_little_endian(std::string& out, std::uint64_t value, int bytes);

/// The number whose `bytes` (1 to 8) bytes stand at `at`, the lowest first; 0 where they end beyond
/// the text.
[[nodiscard]] std::uint64_t little_endian(std::string_view text, std::size_t at, int bytes);

/// Appends a number in groups of seven bits, the lowest first, the high bit set in all but the last
/// byte (LEB128).
void append_varint(std::string& out, std::uint64_t value);

/// Reads bytes that may be hostile. Behind the end it gives zeros and empty texts, and ok() is
/// false from then on.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : left_(bytes) {}

  std::uint8_t byte();

  /// A number of append_varint; one that does not fit into 32 bits is a fault.
  std::uint32_t varint();

  /// The next `size` bytes.
  std::string_view text(std::size_t size);

  [[nodiscard]] std::size_t left() const { return left_.size(); }
  [[nodiscard]] bool ok() const { return ok_; }

 private:
  std::string_view left_;
  bool ok_ = true;
};

/// CRC-32C (Castagnoli, reflected polynomial 0x82F63B78; RFC 3720, appendix B.4).
[[nodiscard]] std::uint32_t crc32c(std::string_view bytes);

}  // namespace recto
