// One piece of work in a thread of its own, whose result comes back as a value.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace recto::app {

/// One at a time. Its end waits for the work in hand.
template <class T>
class Errand {
 public:
  /// `wake` is called in the thread when the result is there. Must not be called while it runs.
  void start(std::function<T()> work, std::function<void()> wake) {
    if (thread_.joinable()) thread_.join();
    runs_ = true;
    thread_ = std::jthread([this, work = std::move(work), wake = std::move(wake)] {
      T result = work();
      {
        const std::lock_guard lock(mutex_);
        result_ = std::move(result);
      }
      wake();
    });
  }
  /// From start() until its result was taken.
  [[nodiscard]] bool runs() const { return runs_; }
  /// The result, once.
  [[nodiscard]] std::optional<T> take() {
    const std::lock_guard lock(mutex_);
    std::optional<T> result = std::exchange(result_, std::nullopt);
    if (result) runs_ = false;
    return result;
  }

 private:
  std::mutex mutex_;
  std::optional<T> result_;
  bool runs_ = false;
  std::jthread thread_;  ///< last: it uses the others
};

}  // namespace recto::app
