// What a file says about itself before SQLite may touch it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "content/base/result.h"

namespace recto::progress {

/// The first 100 bytes of a SQLite file (its file format, section 1.3), as far as we ask.
///
///     0  "SQLite format 3\0"     40  schema cookie: 0 as long as no table was ever made
///    60  user_version            68  application_id          all big-endian, 32 bits
struct FileHeader {
  bool empty = true;  ///< there is no such file, or it has no bytes: to be made
  std::uint32_t schema_cookie = 0;
  std::uint32_t user_version = 0;
  std::uint32_t application_id = 0;
};

/// Reads the header of `file` and nothing else. Errors: BadInput for what is no SQLite database;
/// Failed when the system refuses.
[[nodiscard]] Result<FileHeader> read_file_header(const std::filesystem::path& file);

/// Whether a file with this header may be opened. Errors: Unsupported when a newer Recto or another
/// program made it.
[[nodiscard]] Result<void> check_file_header(const FileHeader& header,
                                             const std::filesystem::path& file);

/// The same for what SQLite says after it has looked into the write-ahead log.
[[nodiscard]] Result<void> check_marks(std::int64_t application_id, std::int64_t user_version,
                                       const std::filesystem::path& file);

}  // namespace recto::progress
