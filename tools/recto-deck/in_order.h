// Work on several things at a time, results in the order of the things.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "tools/recto-deck/signals.h"

namespace recto::deck_tool {

/// Threads that draw items, one after the other, and work on them. The one who made it takes what
/// came of them, in the order in which they were drawn.
template <class Item, class Answer>
class InOrder {
 public:
  /// `next` gives std::optional<Item>, nothing at the end; it is called by one thread at a time.
  /// `work` makes an Answer of a const Item&, by up to `jobs` threads at a time. Both must outlive
  /// this. At most twice as many items as jobs are in memory, with what came of them.
  template <class Next, class Work>
  InOrder(std::size_t jobs, Next& next, Work& work) : window_(2 * jobs) {
    threads_.reserve(jobs);
    const SignalsHeld held;  // an interrupt is for the main thread
    try {
      while (threads_.size() < jobs)
        threads_.emplace_back([this, &next, &work] { draw(next, work); });
    } catch (const std::system_error&) {  // the system gives no more threads
      if (threads_.empty()) throw;
    }
  }
  InOrder(const InOrder&) = delete;
  InOrder& operator=(const InOrder&) = delete;
  ~InOrder() {
    end();
    for (std::thread& thread : threads_)
      thread.join();
  }

  /// Calls `take(item, answer)` for all, in order. What `next` and `work` throw comes out here.
  template <class Take>
  void take_all(Take& take) {
    while (true) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return !drawn_.empty() || is_ended_; });
      if (drawn_.empty() && broken_) std::rethrow_exception(broken_);
      if (drawn_.empty()) return;
      Drawn first = std::move(drawn_.front());
      drawn_.pop_front();
      lock.unlock();
      Answer answer = first.answer.get();
      take(*first.item, std::move(answer));
      lock.lock();
      --open_;
      changed_.notify_all();
    }
  }

 private:
  struct Drawn {
    std::shared_ptr<const Item> item;
    std::future<Answer> answer;
  };

  template <class Next, class Work>
  void draw(Next& next, Work& work) {
    while (true) {
      std::unique_lock turn(turn_);
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return open_ < window_ || is_ended_; });
        if (is_ended_) return;
        ++open_;
      }
      std::optional<Item> item;
      try {
        item = next();
      } catch (...) {
        broken_ = std::current_exception();
      }
      if (!item) return end();
      const auto shared = std::make_shared<const Item>(std::move(*item));
      std::packaged_task<Answer()> task([&work, shared] { return work(*shared); });
      {
        const std::lock_guard lock(mutex_);
        drawn_.push_back({shared, task.get_future()});
      }
      changed_.notify_all();
      turn.unlock();
      task();
    }
  }

  void end() {
    {
      const std::lock_guard lock(mutex_);
      is_ended_ = true;
    }
    changed_.notify_all();
  }

  std::size_t window_;
  std::mutex turn_;  ///< held by who draws
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Drawn> drawn_;
  std::size_t open_ = 0;  ///< items drawn and not yet taken
  bool is_ended_ = false;
  std::exception_ptr broken_;  ///< what `next` threw; set before is_ended_
  std::vector<std::thread> threads_;
};

/// `take(item, work(item))` for each item that `next` gives, in order. With more than one job,
/// `work` and `next` run on other threads, see InOrder; with one, each item is taken before the
/// next is drawn, so that a pipe can be answered line by line.
template <class Item, class Next, class Work, class Take>
void in_order(std::size_t jobs, Next next, Work work, Take take) {
  using Answer = decltype(work(std::declval<const Item&>()));
  if (jobs > 1) {
    std::optional<InOrder<Item, Answer>> threads;
    try {
      threads.emplace(jobs, next, work);
    } catch (const std::system_error&) {
    }
    if (threads) return threads->take_all(take);
  }
  while (std::optional<Item> item = next())
    take(*item, work(*item));
}

}  // namespace recto::deck_tool
