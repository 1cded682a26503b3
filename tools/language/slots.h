// What a model's bytes are made of: numbers, and hash tables with linear probing over 32-bit
// fingerprints.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/base/result.h"

namespace recto::language {

static_assert(std::endian::native == std::endian::little, "model files are read in place");

/// Number `index` of an array of numbers that begins with `bytes`.
template <class Number>
[[nodiscard]] Number number_at(std::string_view bytes, std::size_t index) {
  Number number = 0;
  std::memcpy(&number, bytes.data() + index * sizeof number, sizeof number);
  return number;
}

template <class Number>
void append_number(std::string& bytes, Number number) {
  bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

/// The error BadInput for bytes that are not what they should be.
[[nodiscard]] inline tl::unexpected<Error> damaged_model(std::string what) {
  return fail(Error::Kind::BadInput, std::move(what), {}, "install Recto's assets anew");
}

/// Never 0, which marks an empty slot.
[[nodiscard]] inline std::uint32_t fingerprint_of(std::uint64_t hash) {
  const auto high = static_cast<std::uint32_t>(hash >> 32);
  return high == 0 ? 1 : high;
}

/// The slot of `hash` among `slots` (a power of two), whose fingerprints `bytes` hold. None when it
/// is not there, even if no slot is empty.
[[nodiscard]] inline std::optional<std::size_t> find_slot(std::string_view bytes, std::size_t slots,
                                                          std::uint64_t hash) {
  const std::uint32_t wanted = fingerprint_of(hash);
  std::size_t slot = hash & (slots - 1);
  for (std::size_t tries = 0; tries < slots; ++tries, slot = (slot + 1) & (slots - 1)) {
    const auto found = number_at<std::uint32_t>(bytes, slot);
    if (found == wanted) return slot;
    if (found == 0) return std::nullopt;
  }
  return std::nullopt;
}

/// A table that is at most four fifths full of `entries`: an empty one.
[[nodiscard]] inline std::vector<std::uint32_t> empty_slots(std::size_t entries) {
  std::size_t slots = 16;
  while (slots * 4 < entries * 5)
    slots *= 2;
  std::vector<std::uint32_t> table(slots, 0);
  return table;
}

/// Takes a slot for `hash`. Of two hashes alike in fingerprint and place the first is found.
[[nodiscard]] inline std::size_t take_slot(std::vector<std::uint32_t>& fingerprints,
                                           std::uint64_t hash) {
  std::size_t slot = hash & (fingerprints.size() - 1);
  while (fingerprints[slot] != 0)
    slot = (slot + 1) & (fingerprints.size() - 1);
  fingerprints[slot] = fingerprint_of(hash);
  return slot;
}

}  // namespace recto::language
