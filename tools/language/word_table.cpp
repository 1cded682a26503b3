#include "tools/language/word_table.h"

#include <bit>

#include "tools/language/slots.h"

namespace recto::language {

Result<WordTable> WordTable::open(std::string_view bytes) {
  constexpr std::size_t kHeader = 8;
  constexpr std::size_t kSlot = sizeof(std::uint32_t) + sizeof(std::uint16_t);
  WordTable table;
  if (bytes.size() >= kHeader) table.slots_ = number_at<std::uint32_t>(bytes, 0);
  if (!std::has_single_bit(table.slots_) || (bytes.size() - kHeader) / kSlot < table.slots_)
    return damaged_model("a table of words in the language model is damaged");
  const std::size_t fingerprints = table.slots_ * sizeof(std::uint32_t);
  table.fingerprints_ = bytes.substr(kHeader, fingerprints);
  table.values_ = bytes.substr(kHeader + fingerprints, table.slots_ * sizeof(std::uint16_t));
  return table;
}

std::optional<std::uint16_t> WordTable::find(std::uint64_t word) const {
  const auto slot = find_slot(fingerprints_, slots_, word);
  if (!slot) return std::nullopt;
  return number_at<std::uint16_t>(values_, *slot);
}

std::string word_table_bytes(const std::vector<std::pair<std::uint64_t, std::uint16_t>>& entries) {
  std::vector<std::uint32_t> fingerprints = empty_slots(entries.size());
  std::vector<std::uint16_t> values(fingerprints.size(), 0);
  for (const auto& [word, value] : entries)
    values[take_slot(fingerprints, word)] = value;
  std::string bytes;
  append_number(bytes, static_cast<std::uint32_t>(fingerprints.size()));
  append_number(bytes, std::uint32_t{0});
  for (const std::uint32_t fingerprint : fingerprints)
    append_number(bytes, fingerprint);
  for (const std::uint16_t value : values)
    append_number(bytes, value);
  return bytes;
}

}  // namespace recto::language
