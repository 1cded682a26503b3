#include "game/progress/checkpoints.h"

namespace recto::progress {
namespace {

/// An answer dirties about 12 pages; moving 500 of them takes 3 to 10 ms.
constexpr int kPagesWorthMoving = 500;
/// 32 MB: whoever writes faster than the thread can move waits for a checkpoint of its own.
constexpr int kMostLogPages = 8192;

}  // namespace

Checkpoints::~Checkpoints() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Checkpoints::watch(Connection& connection) {
  connection.watch_log([this, &connection](int pages) { committed(connection, pages); });
}

void Checkpoints::committed(Connection& connection, int pages) {
  if (pages >= kMostLogPages) return connection.checkpoint();
  if (pages < asked_at_) asked_at_ = 0;  // the log began anew
  if (pages - asked_at_ < kPagesWorthMoving) return;
  asked_at_ = pages;
  {
    const std::lock_guard lock(mutex_);
    wanted_ = true;
  }
  changed_.notify_one();
  if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
}

void Checkpoints::run() {
  // A log that cannot be moved now stays readable and is moved later.
  (void)guarded(file_, [&]() -> Result<void> {
    Connection connection(file_, Access::ReadWrite);
    std::unique_lock lock(mutex_);
    while (!ended_) {
      changed_.wait(lock, [&] { return wanted_ || ended_; });
      if (!wanted_) break;
      wanted_ = false;
      lock.unlock();
      connection.checkpoint();
      lock.lock();
    }
    return {};
  });
}

}  // namespace recto::progress
