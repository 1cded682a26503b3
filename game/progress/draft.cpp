#include "game/progress/draft.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

#include "game/progress/file_header.h"

namespace recto::progress {
namespace {

using Path = std::filesystem::path;

tl::unexpected<Error> refused(const std::string& doing, const Path& file, int number) {
  return fail(Error::Kind::Failed, "cannot " + doing + " (" + std::strerror(number) + ")",
              file.string(),
              number == ENOSPC || number == EFBIG ? "make room and try again"
                                                  : "check the permissions of its folder");
}

bool sync(const Path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool done = ::fsync(descriptor) == 0;
  ::close(descriptor);
  return done;
}

}  // namespace

Path beside(const Path& file, const std::string& suffix) {
  return file.string() + suffix;
}

bool is_there(const Path& file) {
  std::error_code ignored;
  return std::filesystem::exists(std::filesystem::symlink_status(file, ignored));
}

Result<void> make_folder(const Path& folder) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (!failed) return {};
  return fail(Error::Kind::Failed, "cannot make the folder (" + failed.message() + ")",
              folder.string(), "check the permissions, or name another folder with --profile");
}

Draft::Draft(const Path& target)
    : target_(target), path_(beside(target, "." + std::to_string(::getpid()) + ".new")) {
  remove();
}

Result<void> Draft::publish() const {
  if (!sync(path_)) return refused("write it", target_, errno);
  if (::rename(path_.c_str(), target_.c_str()) != 0) return refused("write it", target_, errno);
  const Path folder = std::filesystem::absolute(target_).parent_path();
  if (!sync(folder)) return refused("write it", target_, errno);
  return {};
}

void Draft::remove() const {
  for (const char* suffix : {"", "-wal", "-shm", "-journal"})
    ::unlink(beside(path_, suffix).c_str());
}

Result<void> copy_database(Connection& from, const Draft& draft) {
  Result<void> copied = guarded(draft.target(), [&]() -> Result<void> {
    Connection to(draft.path(), Access::ReadWrite);
    // Until it is published nobody misses it.
    to.execute("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF");
    from.copy_to(to);
    return {};
  });
  // What cannot be read is the source's fault, what cannot be written the target's.
  if (!copied && copied.error().kind == Error::Kind::BadInput)
    copied.error().where = from.file().string();
  return copied;
}

Result<void> copy_database_file(const Path& file, const Draft& draft) {
  std::error_code absent;
  const bool has_log = std::filesystem::file_size(beside(file, "-wal"), absent) > 0 && !absent;
  return guarded(file, [&]() -> Result<void> {
    Connection from(file, has_log ? Access::ReadWrite : Access::ReadOnly);
    from.keep_log_on_close(has_log);
    return copy_database(from, draft);
  });
}

Result<void> check_replaceable(const Path& file) {
  const Result<FileHeader> header = read_file_header(file);
  if (header) return check_file_header(*header, file);
  if (header.error().kind == Error::Kind::BadInput) return {};
  return tl::unexpected<Error>(header.error());
}

Result<void> settle(const Path& file) {
  Result<void> settled = guarded(file, [&]() -> Result<void> {
    Connection connection(file, Access::ReadWrite);
    connection.execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT");
    connection.query("PRAGMA wal_checkpoint(TRUNCATE)").run();
    return {};
  });
  if (!settled && settled.error().kind == Error::Kind::BadInput) return {};
  return settled;
}

Result<Path> keep_aside(const Path& file, const std::string& why) {
  for (int number = 1;; ++number) {
    const Path aside = beside(file, "." + why + "-" + std::to_string(number));
    if (is_there(aside)) continue;
    std::error_code failed;
    std::filesystem::create_hard_link(file, aside, failed);
    if (failed) std::filesystem::copy_file(file, aside, failed);
    if (failed) return refused("keep a copy of it", file, failed.value());
    // Only a damaged database still has a log here. It must not meet the new file.
    for (const char* suffix : {"-wal", "-shm"})
      if (is_there(beside(file, suffix)) &&
          ::rename(beside(file, suffix).c_str(), beside(aside, suffix).c_str()) != 0)
        return refused("keep a copy of its log", file, errno);
    return aside;
  }
}

}  // namespace recto::progress
