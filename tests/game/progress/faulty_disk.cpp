#include "tests/game/progress/faulty_disk.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <new>

namespace recto::test {
namespace {

constexpr std::size_t kSector = 512;
constexpr const char* kName = "recto-faulty-disk";

std::string bytes_on_disk(const std::string& path, bool& exists) {
  std::ifstream stream(path, std::ios::binary);
  exists = stream.good();
  return {std::istreambuf_iterator<char>(stream), {}};
}

void apply(std::string& bytes, std::size_t offset, std::string_view written) {
  if (bytes.size() < offset + written.size()) bytes.resize(offset + written.size());
  bytes.replace(offset, written.size(), written);
}

}  // namespace

/// What SQLite holds of an open file; the real one lies behind it in the same piece of memory.
struct FaultyDisk::File {
  sqlite3_file base;
  FaultyDisk* disk;
  const char* path;  ///< nullptr: a file of its own, never needed after a power cut
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

/// SQLite's tables of functions.
struct FaultyDisk::Methods {
  static File& of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
  static sqlite3_file* real(sqlite3_file* file) { return of(file).real(); }
  static FaultyDisk& disk(sqlite3_vfs* vfs) { return *static_cast<FaultyDisk*>(vfs->pAppData); }

  static int close(sqlite3_file* file) { return real(file)->pMethods->xClose(real(file)); }
  static int read(sqlite3_file* file, void* to, int size, sqlite3_int64 offset) {
    return real(file)->pMethods->xRead(real(file), to, size, offset);
  }
  static int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
    FaultyDisk& disk = *of(file).disk;
    const std::lock_guard lock(disk.mutex_);
    if (const int code = disk.before(DiskOperation::Write)) return code;
    if (of(file).path != nullptr)
      disk.durable(of(file).path)
          .since.push_back({static_cast<std::size_t>(offset),
                            {static_cast<const char*>(from), static_cast<std::size_t>(size)}});
    return real(file)->pMethods->xWrite(real(file), from, size, offset);
  }
  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    FaultyDisk& disk = *of(file).disk;
    const std::lock_guard lock(disk.mutex_);
    if (const int code = disk.before(DiskOperation::Truncate)) return code;
    if (of(file).path != nullptr)
      disk.durable(of(file).path).since.push_back({static_cast<std::size_t>(size), {}, true});
    return real(file)->pMethods->xTruncate(real(file), size);
  }
  static int sync(sqlite3_file* file, int flags) {
    FaultyDisk& disk = *of(file).disk;
    const std::lock_guard lock(disk.mutex_);
    if (const int code = disk.before(DiskOperation::Sync)) return code;
    if (of(file).path != nullptr) {
      Durable& durable = disk.durable(of(file).path);
      for (const Change& change : durable.since) {
        if (change.truncates)
          durable.bytes.resize(change.offset);
        else
          apply(durable.bytes, change.offset, change.bytes);
      }
      durable.since.clear();
      durable.exists = true;
    }
    // The tests need no real durability.
    (void)flags;
    return SQLITE_OK;
  }
  static int size(sqlite3_file* file, sqlite3_int64* size) {
    return real(file)->pMethods->xFileSize(real(file), size);
  }
  static int lock(sqlite3_file* file, int level) {
    return real(file)->pMethods->xLock(real(file), level);
  }
  static int unlock(sqlite3_file* file, int level) {
    return real(file)->pMethods->xUnlock(real(file), level);
  }
  static int is_reserved(sqlite3_file* file, int* reserved) {
    return real(file)->pMethods->xCheckReservedLock(real(file), reserved);
  }
  static int control(sqlite3_file* file, int operation, void* argument) {
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
  }
  static int sector_size(sqlite3_file* file) {
    return real(file)->pMethods->xSectorSize(real(file));
  }
  static int characteristics(sqlite3_file* file) {
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
  }
  static int map(sqlite3_file* file, int page, int size, int extend, void volatile** at) {
    return real(file)->pMethods->xShmMap(real(file), page, size, extend, at);
  }
  static int lock_map(sqlite3_file* file, int offset, int n, int flags) {
    return real(file)->pMethods->xShmLock(real(file), offset, n, flags);
  }
  static void barrier(sqlite3_file* file) { real(file)->pMethods->xShmBarrier(real(file)); }
  static int unmap(sqlite3_file* file, int remove) {
    return real(file)->pMethods->xShmUnmap(real(file), remove);
  }

  static int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* got) {
    static const sqlite3_io_methods kMethods = {
        2,      close,       read,    write,       truncate,        sync, size,     lock,
        unlock, is_reserved, control, sector_size, characteristics, map,  lock_map, barrier,
        unmap,  nullptr,     nullptr};
    auto* opened = new (file) File{{nullptr}, &disk(vfs), path};
    sqlite3_vfs* const below = disk(vfs).real_;
    const int code = below->xOpen(below, path, opened->real(), flags, got);
    if (opened->real()->pMethods != nullptr) opened->base.pMethods = &kMethods;
    if (code == SQLITE_OK && path != nullptr) {
      const std::lock_guard lock(disk(vfs).mutex_);
      disk(vfs).durable(path);
    }
    return code;
  }
  static int remove(sqlite3_vfs* vfs, const char* path, int sync) {
    const std::lock_guard lock(disk(vfs).mutex_);
    disk(vfs).files_[path] = {};
    return disk(vfs).real_->xDelete(disk(vfs).real_, path, sync);
  }
  static int access(sqlite3_vfs* vfs, const char* path, int flags, int* result) {
    return disk(vfs).real_->xAccess(disk(vfs).real_, path, flags, result);
  }
  static int full_path(sqlite3_vfs* vfs, const char* path, int size, char* out) {
    return disk(vfs).real_->xFullPathname(disk(vfs).real_, path, size, out);
  }
  static int randomness(sqlite3_vfs* vfs, int size, char* out) {
    return disk(vfs).real_->xRandomness(disk(vfs).real_, size, out);
  }
  static int sleep(sqlite3_vfs* vfs, int microseconds) {
    return disk(vfs).real_->xSleep(disk(vfs).real_, microseconds);
  }
  static int time(sqlite3_vfs* vfs, double* now) {
    return disk(vfs).real_->xCurrentTime(disk(vfs).real_, now);
  }
  static int last_error(sqlite3_vfs* vfs, int size, char* out) {
    return disk(vfs).real_->xGetLastError(disk(vfs).real_, size, out);
  }
};

FaultyDisk::FaultyDisk() : real_(sqlite3_vfs_find(nullptr)) {
  vfs_.iVersion = 1;
  vfs_.szOsFile = static_cast<int>(sizeof(File)) + real_->szOsFile;
  vfs_.mxPathname = real_->mxPathname;
  vfs_.zName = kName;
  vfs_.pAppData = this;
  vfs_.xOpen = Methods::open;
  vfs_.xDelete = Methods::remove;
  vfs_.xAccess = Methods::access;
  vfs_.xFullPathname = Methods::full_path;
  vfs_.xRandomness = Methods::randomness;
  vfs_.xSleep = Methods::sleep;
  vfs_.xCurrentTime = Methods::time;
  vfs_.xGetLastError = Methods::last_error;
  sqlite3_vfs_register(&vfs_, 1);
}

FaultyDisk::~FaultyDisk() {
  sqlite3_vfs_unregister(&vfs_);
  sqlite3_vfs_register(real_, 1);
}

void FaultyDisk::fail_at(std::size_t n, DiskOperation operation, int code, Duration duration) {
  const std::lock_guard lock(mutex_);
  countdown_ = n;
  operation_ = operation;
  code_ = code;
  duration_ = duration;
  failed_ = false;
}

bool FaultyDisk::has_failed() const {
  const std::lock_guard lock(mutex_);
  return failed_;
}

void FaultyDisk::work_again() {
  const std::lock_guard lock(mutex_);
  countdown_ = 0;
}

void FaultyDisk::cut_power_at(std::size_t n, std::filesystem::path into, Random& random,
                              std::function<void()> at_cut) {
  const std::lock_guard lock(mutex_);
  cut_countdown_ = n;
  into_ = std::move(into);
  random_ = &random;
  at_cut_ = std::move(at_cut);
  cut_ = false;
}

bool FaultyDisk::has_lost_power() const {
  const std::lock_guard lock(mutex_);
  return cut_;
}

/// The error that an operation comes to; SQLITE_OK: it may be done.
int FaultyDisk::before(DiskOperation operation) {
  if (cut_countdown_ > 0 && --cut_countdown_ == 0) cut_power();
  if (countdown_ == 0 || operation != operation_) return SQLITE_OK;
  if (countdown_ > 1) {
    --countdown_;
    return SQLITE_OK;
  }
  failed_ = true;
  if (duration_ == Duration::Once) countdown_ = 0;
  return code_;
}

FaultyDisk::Durable& FaultyDisk::durable(const std::string& path) {
  const auto [entry, is_new] = files_.try_emplace(path);
  if (is_new) entry->second.bytes = bytes_on_disk(path, entry->second.exists);
  return entry->second;
}

void FaultyDisk::cut_power() {
  at_cut_();
  cut_ = true;
  for (const auto& [path, file] : files_) {
    if (!file.exists && (file.since.empty() || random_->below(2) == 0)) continue;
    std::string bytes = file.bytes;
    for (const Change& change : file.since) {
      const std::uint64_t fate = random_->below(3);
      if (fate == 0) continue;
      if (change.truncates) {
        bytes.resize(change.offset);
        continue;
      }
      const std::size_t sectors = (change.bytes.size() + kSector - 1) / kSector;
      const std::size_t kept = fate == 1 ? sectors : random_->below(sectors + 1);
      apply(bytes, change.offset, std::string_view(change.bytes).substr(0, kept * kSector));
    }
    std::ofstream(into_ / std::filesystem::path(path).filename(), std::ios::binary) << bytes;
  }
}

}  // namespace recto::test
