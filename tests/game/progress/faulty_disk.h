// A disk that fails, or loses its power, when it is told to: SQLite's files go through it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <sqlite3.h>
#include <string>
#include <vector>

#include "content/base/random.h"

namespace recto::test {

enum class DiskOperation { Write, Sync, Truncate };

/// While it lives, every SQLite connection that is opened uses it; it passes everything on to the
/// real file system and remembers what was made durable. At most one at a time.
class FaultyDisk {
 public:
  FaultyDisk();
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;
  ~FaultyDisk();

  enum class Duration { Once, FromThenOn };
  /// The n-th operation of its kind from now on (from 1) fails with the SQLite error `code`.
  void fail_at(std::size_t n, DiskOperation operation, int code, Duration duration);
  [[nodiscard]] bool has_failed() const;
  void work_again();

  /// Loses its power before the n-th operation of any kind from now on (from 1): writes to the
  /// empty folder `into` what a machine would find that starts again then. Of what was not synced
  /// some writes are there, some are not, and some are cut off within. `at_cut` is called first.
  /// Everything goes on as if nothing had happened.
  void cut_power_at(std::size_t n, std::filesystem::path into, Random& random,
                    std::function<void()> at_cut);
  [[nodiscard]] bool has_lost_power() const;

 private:
  struct File;
  struct Methods;

  /// A write or, without bytes, that the file ends at `offset`.
  struct Change {
    std::size_t offset = 0;
    std::string bytes;
    bool truncates = false;
  };
  /// A file as the disk has it for certain, and what it was told since.
  struct Durable {
    bool exists = false;
    std::string bytes;
    std::vector<Change> since;
  };

  int before(DiskOperation operation);
  void cut_power();
  Durable& durable(const std::string& path);

  sqlite3_vfs vfs_{};
  sqlite3_vfs* real_ = nullptr;
  mutable std::recursive_mutex mutex_;
  std::map<std::string, Durable> files_;

  std::size_t countdown_ = 0;  ///< operations until one fails; 0: none will
  DiskOperation operation_{};
  int code_ = SQLITE_OK;
  Duration duration_{};
  bool failed_ = false;

  std::size_t cut_countdown_ = 0;
  std::filesystem::path into_;
  Random* random_ = nullptr;
  std::function<void()> at_cut_;
  bool cut_ = false;
};

}  // namespace recto::test
