// Files that are read where they lie.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>
#include <utility>

#include "content/base/result.h"

namespace recto {

/// A file's bytes, mapped into memory read-only: opening takes no longer for a larger file, pages
/// come as they are read, and programs share them. Moving it leaves the bytes where they are.
/// The file must not be cut while it is mapped; whoever replaces it writes another (`write_file`).
class MappedFile {
 public:
  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
  MappedFile& operator=(MappedFile&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
  }
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  /// Errors as read_file.
  [[nodiscard]] static Result<MappedFile> open(const std::filesystem::path& path,
                                               std::size_t limit);

  [[nodiscard]] std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
};

}  // namespace recto
