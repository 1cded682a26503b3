#include "content/files/files.h"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "content/files/mapped_file.h"

namespace recto {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }
  /// Closes now, so that a late error (a full network disk) is seen.
  [[nodiscard]] bool close() { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

std::string megabytes(std::size_t bytes) {
  return std::to_string((bytes + 999'999) / 1'000'000) + " MB";
}

tl::unexpected<Error> too_large(const std::string& where, std::size_t limit) {
  return fail(Error::Kind::BadInput, "larger than " + megabytes(limit), where,
              "split it or give the article alone");
}

tl::unexpected<Error> system_error(const std::string& doing, const std::string& where, int number) {
  if (number == ENOENT) return fail(Error::Kind::NotFound, "no such file", where, "check the name");
  std::string advice;
  if (number == EACCES || number == EPERM) advice = "check its permissions";
  if (number == ENOSPC || number == EDQUOT || number == EFBIG) advice = "make room and try again";
  return fail(Error::Kind::Failed, "cannot " + doing + " (" + std::strerror(number) + ")", where,
              advice);
}

Result<std::string> read_all(int descriptor, const std::string& where, std::size_t limit,
                             std::size_t expected) {
  std::string bytes;
  bytes.reserve(expected);
  std::string buffer(std::size_t{1} << 16U, '\0');
  while (true) {
    const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_error("read it", where, errno);
    if (got == 0) return bytes;
    bytes.append(buffer, 0, static_cast<std::size_t>(got));
    if (bytes.size() > limit) return too_large(where, limit);
  }
}

/// The size of an opened file that is a regular one and not above the limit.
Result<std::size_t> size_of(const Descriptor& file, const std::string& where, std::size_t limit) {
  if (file.number() < 0) return system_error("open it", where, errno);
  struct stat about {};
  if (::fstat(file.number(), &about) != 0) return system_error("look at it", where, errno);
  if (S_ISDIR(about.st_mode))
    return fail(Error::Kind::BadInput, "is a folder", where, "name a file in it");
  if (!S_ISREG(about.st_mode))
    return fail(Error::Kind::BadInput, "is not a regular file", where,
                "give a file, or - for standard input");
  const auto size = static_cast<std::size_t>(about.st_size);
  if (size > limit) return too_large(where, limit);
  return size;
}

/// O_NONBLOCK: a named pipe must not hold us up before we have seen that it is none of our files.
constexpr int kToRead = O_RDONLY | O_CLOEXEC | O_NONBLOCK;

tl::unexpected<Error> is_empty(const std::string& where) {
  return fail(Error::Kind::BadInput, "is empty", where, "give a file with text");
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit) {
  const std::string where = path.string();
  const Descriptor file(::open(path.c_str(), kToRead));
  const std::size_t size = RECTO_TRY(size_of(file, where, limit));
  std::string bytes = RECTO_TRY(read_all(file.number(), where, limit, size));
  if (bytes.empty()) return is_empty(where);
  return bytes;
}

Result<MappedFile> MappedFile::open(const std::filesystem::path& path, std::size_t limit) {
  const std::string where = path.string();
  const Descriptor file(::open(path.c_str(), kToRead));
  const std::size_t size = RECTO_TRY(size_of(file, where, limit));
  if (size == 0) return is_empty(where);
  void* const start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
  if (start == MAP_FAILED) return system_error("map it", where, errno);
  MappedFile mapped;
  mapped.bytes_ = {static_cast<const char*>(start), size};
  return mapped;
}

MappedFile::~MappedFile() {
  if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

Result<std::string> read_standard_input(std::size_t limit) {
  std::string bytes = RECTO_TRY(read_all(STDIN_FILENO, "standard input", limit, 0));
  if (bytes.empty())
    return fail(Error::Kind::BadInput, "is empty", "standard input", "pipe a file into it");
  return bytes;
}

Result<void> write_file(const std::filesystem::path& path, std::string_view bytes) {
  const std::string where = path.string();
  static std::atomic<unsigned> count = 0;
  const std::string beside =
      where + "." + std::to_string(::getpid()) + "-" + std::to_string(count++) + ".new";
  Descriptor file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (file.number() < 0) return system_error("write it", where, errno);
  const bool written = write_all(file.number(), bytes) && ::fsync(file.number()) == 0 &&
                       file.close() && ::rename(beside.c_str(), path.c_str()) == 0;
  if (written) return {};
  const int why = errno;
  ::unlink(beside.c_str());
  return system_error("write it", where, why);
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(descriptor, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

}  // namespace recto
