// What training saw of words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/base/result.h"

namespace recto::language {

/// A map from hashes to small numbers, in bytes that outlive it.
///
/// Bytes, little-endian: u32 slots (a power of two), u32 0; u32 fingerprint[slots], 0 for an empty
/// one; u16 value[slots].
class WordTable {
 public:
  [[nodiscard]] static Result<WordTable> open(std::string_view bytes);

  [[nodiscard]] std::optional<std::uint16_t> find(std::uint64_t word) const;

 private:
  std::size_t slots_ = 0;
  std::string_view fingerprints_;
  std::string_view values_;
};

/// The bytes of a table; the same for the same entries in the same order.
[[nodiscard]] std::string word_table_bytes(
    const std::vector<std::pair<std::uint64_t, std::uint16_t>>& entries);

}  // namespace recto::language
