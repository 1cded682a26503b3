#include <algorithm>
#include <array>
#include <zlib.h>

#include "tools/reader/archive/archive.h"

namespace recto::reader {
namespace {

constexpr int kGzipWindow = 15 + 16;  ///< zlib: the largest window, with gzip's header and checksum

/// zlib's state for unpacking, closed at its end.
class Inflate {
 public:
  explicit Inflate(std::string_view bytes) {
    // zlib takes 32-bit counts; nobody packs 4 GB of article.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(std::min<std::size_t>(bytes.size(), UINT32_MAX));
    ready_ = inflateInit2(&stream_, kGzipWindow) == Z_OK;
  }
  Inflate(const Inflate&) = delete;
  Inflate& operator=(const Inflate&) = delete;
  ~Inflate() {
    if (ready_) inflateEnd(&stream_);
  }

  /// Appends the next piece to `text`; zlib's code.
  int step(std::string& text) {
    if (!ready_) return Z_MEM_ERROR;
    stream_.next_out = reinterpret_cast<Bytef*>(buffer_.data());
    stream_.avail_out = static_cast<uInt>(buffer_.size());
    const int code = inflate(&stream_, Z_NO_FLUSH);
    text.append(buffer_.data(), buffer_.size() - stream_.avail_out);
    return code;
  }

  /// Whether another member follows; bytes behind the last one are padding.
  bool next_member() {
    return stream_.avail_in > 2 && stream_.next_in[0] == 0x1F && stream_.next_in[1] == 0x8B &&
           inflateReset(&stream_) == Z_OK;
  }

 private:
  z_stream stream_{};
  bool ready_ = false;
  std::array<char, 1 << 16> buffer_{};
};

}  // namespace

Result<std::string> gunzip(std::string_view bytes, const ArchiveLimits& limits) {
  const std::size_t most =
      std::min(limits.entry_bytes, limits.free_bytes + limits.ratio * bytes.size());
  std::string text;
  Inflate inflate(bytes);
  for (int code = Z_OK; code != Z_STREAM_END || inflate.next_member();) {
    code = inflate.step(text);
    if (text.size() > most)
      return fail(Error::Kind::BadInput, "it unpacks to more than an article needs", {},
                  "unpack the file and name the article inside it");
    if (code != Z_OK && code != Z_STREAM_END)
      return fail(Error::Kind::BadInput, "this gzip archive is damaged or cut off", {},
                  "copy or download the file again");
  }
  return text;
}

}  // namespace recto::reader
