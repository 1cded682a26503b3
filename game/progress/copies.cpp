// Store: copies out and copies in, as whole files.
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <string>
#include <system_error>
#include <unistd.h>

#include "game/progress/database.h"
#include "game/progress/file_header.h"
#include "game/progress/store.h"

namespace recto::progress {
namespace {

using Path = std::filesystem::path;

tl::unexpected<Error> refused(const std::string& doing, const Path& file, int number) {
  return fail(Error::Kind::Failed, "cannot " + doing + " (" + std::strerror(number) + ")",
              file.string(),
              number == ENOSPC || number == EFBIG ? "make room and try again"
                                                  : "check the permissions of its folder");
}

Path beside(const Path& file, const std::string& suffix) {
  return file.string() + suffix;
}

bool is_there(const Path& file) {
  std::error_code ignored;
  return std::filesystem::exists(std::filesystem::symlink_status(file, ignored));
}

/// A file that is removed again, with what SQLite lays beside it, unless it found its place.
class Draft {
 public:
  explicit Draft(const Path& target)
      : target_(target), path_(beside(target, "." + std::to_string(::getpid()) + ".new")) {
    remove();
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() { remove(); }

  [[nodiscard]] const Path& target() const { return target_; }
  [[nodiscard]] const Path& path() const { return path_; }
  /// Makes it durable and renames it to its target.
  [[nodiscard]] Result<void> publish() {
    if (!sync(path_)) return refused("write it", target_, errno);
    if (::rename(path_.c_str(), target_.c_str()) != 0) return refused("write it", target_, errno);
    const Path folder = std::filesystem::absolute(target_).parent_path();
    if (!sync(folder)) return refused("write it", target_, errno);
    return {};
  }

 private:
  static bool sync(const Path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool done = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return done;
  }
  void remove() const {
    for (const char* suffix : {"", "-wal", "-shm", "-journal"})
      ::unlink(beside(path_, suffix).c_str());
  }

  Path target_;
  Path path_;
};

/// Copies a database page by page into a draft. The draft needs no journal: until it is published
/// nobody misses it.
Result<void> copy(Connection& from, const Draft& draft) {
  Result<void> copied = guarded(draft.target(), [&]() -> Result<void> {
    Connection to(draft.path(), Access::ReadWrite);
    to.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
    from.copy_to(to);
    return {};
  });
  // What cannot be read is the source's fault, what cannot be written the target's.
  if (!copied && copied.error().kind == Error::Kind::BadInput)
    copied.error().where = from.file().string();
  return copied;
}

/// A database file as it lies there: with the log of a program that was killed, if there is one.
Result<void> copy_file(const Path& backup, const Draft& draft) {
  std::error_code absent;
  const bool has_log = std::filesystem::file_size(beside(backup, "-wal"), absent) > 0 && !absent;
  return guarded(backup, [&]() -> Result<void> {
    Connection from(backup, has_log ? Access::ReadWrite : Access::ReadOnly);
    from.keep_log_on_close(has_log);
    return copy(from, draft);
  });
}

/// Opens the draft, which migrates it if it is older, and looks through all of it.
Result<void> check_draft(const Draft& draft) {
  const Store store = RECTO_TRY(Store::open(draft.path()));
  const CheckReport report = RECTO_TRY(store.check());
  if (report.faults.empty()) return {};
  return fail(Error::Kind::BadInput, report.faults.front());
}

/// A draft with the content of a backup that was found to be sound.
Result<void> take_backup(const Path& backup, const Draft& draft) {
  Result<void> taken = copy_file(backup, draft);
  if (taken) taken = check_draft(draft);
  if (taken || taken.error().kind != Error::Kind::BadInput) return taken;
  return fail(Error::Kind::BadInput, "the backup cannot be used: " + taken.error().what,
              backup.string(), "take an older backup");
}

/// Brings everything into `file` itself and makes sure that nobody else has it open. A damaged file
/// stays as it is.
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

/// A second name for `file` as it is now, with a number that is free. The name keeps its bytes when
/// another file takes the place of the first one.
Result<Path> keep_aside(const Path& file) {
  for (int number = 1;; ++number) {
    const Path aside = beside(file, ".before-restore-" + std::to_string(number));
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

/// Whether `file` may be replaced: ours, absent, or so damaged that nothing can be told.
Result<void> check_replaceable(const Path& file) {
  const Result<FileHeader> header = read_file_header(file);
  if (header) return check_file_header(*header, file);
  if (header.error().kind == Error::Kind::BadInput) return {};
  return tl::unexpected<Error>(header.error());
}

/// A backup may take the place of an older backup, but of no other file.
Result<void> check_target(const Path& to, const Path& database) {
  std::error_code ignored;
  if (std::filesystem::equivalent(to, database, ignored))
    return fail(Error::Kind::BadInput, "is the database itself", to.string(),
                "name another file for the backup");
  const FileHeader header = RECTO_TRY(read_file_header(to));
  return check_file_header(header, to);
}

}  // namespace

Result<void> Store::backup(const std::filesystem::path& to) const {
  RECTO_TRY(check_target(to, database_->file()));
  Draft draft(to);
  RECTO_TRY(copy(database_->connection, draft));
  return draft.publish();
}

Result<std::filesystem::path> Store::restore(const std::filesystem::path& file,
                                             const std::filesystem::path& backup) {
  const FileHeader header = RECTO_TRY(read_file_header(backup));
  if (header.empty)
    return fail(Error::Kind::NotFound, "there is no backup", backup.string(), "check the name");
  RECTO_TRY(check_file_header(header, backup));
  RECTO_TRY(check_replaceable(file));
  Draft draft(file);
  RECTO_TRY(take_backup(backup, draft));
  Path aside;
  if (is_there(file)) {
    RECTO_TRY(settle(file));
    aside = RECTO_TRY(keep_aside(file));
  }
  RECTO_TRY(draft.publish());
  return aside;
}

}  // namespace recto::progress
