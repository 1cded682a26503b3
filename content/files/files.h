// Whole files, in and out.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "content/base/result.h"

namespace recto {

/// The bytes of a regular file of at most `limit` bytes. Errors, with the path in `where`:
/// NotFound; BadInput for a folder, an empty file, one above the limit; Failed when the system
/// refuses. The size is looked at before anything is read.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit);

/// Everything that standard input gives, at most `limit` bytes; `where` is "standard input".
[[nodiscard]] Result<std::string> read_standard_input(std::size_t limit);

/// Writes beside `path` and renames: whoever reads `path` meanwhile finds the old or the new bytes.
/// On failure (no room, no right) the old file is untouched and nothing is left behind.
[[nodiscard]] Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

/// Writes all bytes to an open file, however often the system takes only a part. False when it
/// refuses; errno says why.
[[nodiscard]] bool write_all(int descriptor, std::string_view bytes);

}  // namespace recto
