// A file of named sections that are used in place: the lexicon, the language model.
//
// Numbers are little-endian. The header has 64 bytes:
//    0   8  magic "RectoBox"
//    8   2  byte-order mark, 0xFEFF
//   10   2  version of this layout, 1
//   12  16  kind, what the file is ("lexicon"), padded with zeros
//   28   2  version of the kind's format; another one is refused
//   30   2  number of sections, at most kMostSections
//   32   8  size of the whole file
//   40   4  CRC-32C of the section table
//   44  20  zeros
// Then the section table, 64 bytes a section, sorted by name:
//    0  32  name, padded with zeros
//   32   8  offset in the file, a multiple of 64
//   40   8  size
//   48   4  CRC-32C of the section's bytes
//   52  12  zeros
// Then the sections, padded with zeros to 64 bytes each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "content/base/result.h"

namespace recto {

inline constexpr std::size_t kMostSections = 256;
inline constexpr std::size_t kSectionAlignment = 64;

/// What a container is, so that no reader takes one for another.
struct ContainerKind {
  std::string_view name;  ///< 1 to 15 bytes, "lexicon"
  std::uint16_t version = 1;
};

/// Section name (1 to 31 bytes) → bytes.
using Sections = std::map<std::string, std::string>;

/// The file's bytes. Same sections, same bytes.
[[nodiscard]] std::string write_container(const ContainerKind& kind, const Sections& sections);

/// A container over bytes that the caller keeps, mapped or read.
class Container {
 public:
  /// Looks at header and table, not at the sections: takes no longer for a larger file. Errors:
  /// BadInput for what is no container, of another kind or damaged; Unsupported for another version
  /// or byte order.
  [[nodiscard]] static Result<Container> open(std::string_view bytes, const ContainerKind& kind);

  /// The section's bytes; empty when there is none. They begin at a multiple of 64 of the file.
  [[nodiscard]] std::string_view section(std::string_view name) const;

  /// Compares every section with its checksum: for tests and tools. Error: BadInput, with the
  /// section's name in `where`.
  [[nodiscard]] Result<void> check() const;

  [[nodiscard]] std::size_t section_count() const { return count_; }

  /// The section in place `i`, by name; `i` is below section_count().
  [[nodiscard]] std::string_view section_name(std::size_t i) const;

 private:
  Container(std::string_view bytes, std::size_t count) : bytes_(bytes), count_(count) {}

  [[nodiscard]] std::string_view entry(std::size_t i) const;
  [[nodiscard]] std::string_view content(std::size_t i) const;
  [[nodiscard]] Result<void> check_table() const;

  std::string_view bytes_;
  std::size_t count_;
};

}  // namespace recto
