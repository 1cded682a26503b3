// Packed bytes → bytes: zip and gzip, read in memory and within limits.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"

namespace recto::reader {

/// What a reader unpacks at most. Books of 600,000 words and pages with all their pictures stay far
/// below; what goes beyond is an attack or no article.
struct ArchiveLimits {
  std::size_t entries = 20'000;
  std::size_t entry_bytes = 64 << 20;   ///< of one entry, unpacked
  std::size_t total_bytes = 256 << 20;  ///< of all entries that are read, unpacked
  /// Unpacked bytes for each packed one, beyond the first `free_bytes`. Markup seldom shrinks to
  /// less than 1/30, large tables of equal cells to 1/200; deflate reaches 1/1032 with bytes that
  /// are all the same.
  std::size_t ratio = 500;
  std::size_t free_bytes = 1 << 20;
};

/// A zip archive in memory. Nothing is unpacked before it is asked for, and never to the disk.
/// Entries whose names lead out of the archive ("../x", "/x", "C:\x") or have control characters
/// do not exist for the caller; of two with the same name the first one does.
class Zip {
 public:
  /// `bytes` must outlive the archive. Errors: BadInput when they are no whole zip archive or hold
  /// more entries than the limits allow.
  [[nodiscard]] static Result<Zip> open(std::string_view bytes, const ArchiveLimits& limits = {});

  /// Names of the files (no folders) in the archive's order, UTF-8, parts separated by "/".
  [[nodiscard]] const std::vector<std::string>& names() const;

  /// Unpacked size that the archive states of an entry; 0 for an unknown name.
  [[nodiscard]] std::size_t size_of(std::string_view name) const;

  /// The name of the entry that `name` means: itself, else the one that differs in case only;
  /// empty for none.
  [[nodiscard]] std::string find(std::string_view name) const;

  /// An entry's bytes. Errors: NotFound; Unsupported when it is encrypted or packed in a way that
  /// is not known; BadInput when it is damaged or beyond the limits.
  [[nodiscard]] Result<std::string> read(std::string_view name) const;

 private:
  struct Open;
  struct Close {
    void operator()(Open* open) const;
  };
  explicit Zip(std::unique_ptr<Open, Close> open) : open_(std::move(open)) {}

  std::unique_ptr<Open, Close> open_;
};

/// What gzip bytes (RFC 1952, one member or several) hold. BadInput when they are damaged, cut off
/// or beyond the limits.
[[nodiscard]] Result<std::string> gunzip(std::string_view bytes, const ArchiveLimits& limits = {});

/// `target`, relative to the folder of the entry `from`, as an entry's name: "OEBPS/text/1.xhtml"
/// with "../toc.ncx#top" is "OEBPS/toc.ncx". Percent signs are decoded; query and fragment are
/// gone. Empty when it leads out of the archive or is a URL.
[[nodiscard]] std::string entry_at(std::string_view from, std::string_view target);

}  // namespace recto::reader
