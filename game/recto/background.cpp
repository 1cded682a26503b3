#include "game/recto/background.h"

#include <utility>

namespace recto::app {

Background::Background(Open open, std::function<void()> wake)
    : open_(std::move(open)),
      wake_(std::move(wake)),
      thread_([this](const std::stop_token& stop) { work(stop); }) {}

Background::~Background() = default;

void Background::ask_for(Wanted wanted) {
  const std::lock_guard lock(mutex_);
  wanted_.push_back(std::move(wanted));
  asked_.notify_one();
}

std::vector<Finished> Background::take_finished() {
  const std::lock_guard lock(mutex_);
  return std::exchange(finished_, {});
}

std::optional<Background::InHand> Background::in_hand() const {
  const std::lock_guard lock(mutex_);
  return in_hand_;
}

void Background::work(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (asked_.wait(lock, stop, [&] { return !wanted_.empty(); }) && !stop.stop_requested()) {
    Wanted wanted = std::move(wanted_.front());
    wanted_.pop_front();
    in_hand_ = InHand{wanted.file.filename().string(), std::chrono::steady_clock::now()};
    lock.unlock();
    Result<Opened> opened = open_(wanted.file);
    lock.lock();
    in_hand_.reset();
    finished_.push_back({std::move(wanted), std::move(opened)});
    lock.unlock();
    wake_();
    lock.lock();
  }
}

}  // namespace recto::app
