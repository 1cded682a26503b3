// Moves the write-ahead log into the database file, in a thread of its own: nobody who answers
// waits for it.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

#include "game/progress/connection.h"

namespace recto::progress {

class Checkpoints {
 public:
  explicit Checkpoints(std::filesystem::path file) : file_(std::move(file)) {}
  Checkpoints(const Checkpoints&) = delete;
  Checkpoints& operator=(const Checkpoints&) = delete;
  /// Ends the thread, after the checkpoint that it is at.
  ~Checkpoints();

  /// Looks after the log of `connection`, which must outlive this object.
  void watch(Connection& connection);

 private:
  void committed(Connection& connection, int pages);
  void run();

  std::filesystem::path file_;
  int asked_at_ = 0;  ///< pages in the log when a checkpoint was asked for last
  std::mutex mutex_;
  std::condition_variable changed_;
  bool wanted_ = false;
  bool ended_ = false;
  std::thread thread_;
};

}  // namespace recto::progress
