#include "game/recto/import_queue.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace recto::app {

ImportQueue::ImportQueue(Make make, std::function<void()> wake)
    : make_(std::move(make)),
      wake_(std::move(wake)),
      thread_([this](const std::stop_token& stop) { work(stop); }) {}

ImportQueue::~ImportQueue() {
  stop();
}

void ImportQueue::stop() {
  thread_.request_stop();
}

void ImportQueue::ask_for(std::vector<ImportJob> jobs) {
  const std::lock_guard lock(mutex_);
  std::ranges::move(jobs, std::back_inserter(jobs_));
  asked_.notify_one();
}

void ImportQueue::cancel(std::uint64_t id) {
  const std::lock_guard lock(mutex_);
  std::erase_if(jobs_, [&](const ImportJob& job) { return job.id == id; });
  std::erase_if(done_, [&](const ImportDone& done) { return done.job.id == id; });
  if (in_hand_ && in_hand_->id == id) cancelled_ = true;
}

std::optional<ImportQueue::InHand> ImportQueue::in_hand() const {
  const std::lock_guard lock(mutex_);
  return cancelled_ ? std::nullopt : in_hand_;
}

std::vector<ImportDone> ImportQueue::take_done() {
  const std::lock_guard lock(mutex_);
  return std::exchange(done_, {});
}

bool ImportQueue::goes_on(const std::stop_token& stop, const ImportProgress& progress) {
  bool is_new = false;
  {
    const std::lock_guard lock(mutex_);
    if (stop.stop_requested() || cancelled_) return false;
    is_new = in_hand_->progress != progress;
    in_hand_->progress = progress;
  }
  if (is_new) wake_();
  return true;
}

void ImportQueue::work(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (asked_.wait(lock, stop, [&] { return !jobs_.empty(); }) && !stop.stop_requested()) {
    ImportJob job = std::move(jobs_.front());
    jobs_.pop_front();
    in_hand_ = InHand{job.id, {}};
    cancelled_ = false;
    lock.unlock();
    Result<Made> made =
        make_(job.input, [&](const ImportProgress& progress) { return goes_on(stop, progress); });
    lock.lock();
    in_hand_.reset();
    if (!std::exchange(cancelled_, false)) done_.push_back({std::move(job), std::move(made)});
    lock.unlock();
    wake_();
    lock.lock();
  }
}

}  // namespace recto::app
