#include "game/progress/file_header.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

#include "game/progress/schema.h"

namespace recto::progress {
namespace {

constexpr std::size_t kHeaderSize = 100;
constexpr std::string_view kMagic("SQLite format 3\0", 16);

std::uint32_t big_endian(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i)
    number = (number << 8U) | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

tl::unexpected<Error> refused_by_system(const std::filesystem::path& file, int number) {
  return fail(Error::Kind::Failed, std::string("cannot read it (") + std::strerror(number) + ")",
              file.string(), "check the permissions of the file and its folder");
}

tl::unexpected<Error> no_database(const std::filesystem::path& file) {
  return fail(Error::Kind::BadInput, "is not a database of Recto", file.string(),
              "name another file, or move this one away");
}

/// The first bytes of a regular file; fewer when it is shorter.
Result<std::string> first_bytes(const std::filesystem::path& file, int descriptor) {
  struct stat about {};
  if (::fstat(descriptor, &about) != 0) return refused_by_system(file, errno);
  if (!S_ISREG(about.st_mode)) return no_database(file);
  std::string bytes(kHeaderSize, '\0');
  const ssize_t got = ::pread(descriptor, bytes.data(), bytes.size(), 0);
  if (got < 0) return refused_by_system(file, errno);
  bytes.resize(static_cast<std::size_t>(got));
  return bytes;
}

}  // namespace

Result<FileHeader> read_file_header(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) {
    if (errno == ENOENT) return FileHeader{};
    return refused_by_system(file, errno);
  }
  const Result<std::string> read = first_bytes(file, descriptor);
  ::close(descriptor);
  const std::string bytes = RECTO_TRY(read);
  if (bytes.empty()) return FileHeader{};
  if (bytes.size() < kHeaderSize || !bytes.starts_with(kMagic)) return no_database(file);
  return FileHeader{false, big_endian(bytes, 40), big_endian(bytes, 60), big_endian(bytes, 68)};
}

Result<void> check_file_header(const FileHeader& header, const std::filesystem::path& file) {
  // No table yet: the making of this file was interrupted, or its tables are in the write-ahead
  // log.
  const bool unmarked = header.application_id == 0 && header.user_version == 0;
  if (header.empty || (unmarked && header.schema_cookie == 0)) return {};
  return check_marks(header.application_id, header.user_version, file);
}

Result<void> check_marks(std::int64_t application_id, std::int64_t user_version,
                         const std::filesystem::path& file) {
  if (application_id != kApplicationId)
    return fail(Error::Kind::Unsupported, "is a database of another program", file.string(),
                "name another file, or move this one away");
  if (user_version > newest_version())
    return fail(Error::Kind::Unsupported,
                "was written by a newer Recto (layout " + std::to_string(user_version) +
                    ", this one knows " + std::to_string(newest_version()) + ")",
                file.string(), "use the newer Recto, or another --profile");
  return {};
}

}  // namespace recto::progress
