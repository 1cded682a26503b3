// Inputs are worked off in a thread of their own, so that the window stays alive (F5).
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "content/base/result.h"
#include "game/recto/import_input.h"
#include "game/recto/workshop.h"

namespace recto::app {

/// An input, under the number that the flow gave it.
struct ImportJob {
  std::uint64_t id = 0;
  ImportInput input;
};

/// A job that is done with.
struct ImportDone {
  ImportJob job;
  Result<Made> made;
};

/// Works off inputs one after another, in the order of asking.
class ImportQueue {
 public:
  using Make = std::function<Result<Made>(const ImportInput&, const ImportWatch&)>;

  /// `make` is called in the thread, and so is `wake`, whenever there is something to see.
  ImportQueue(Make make, std::function<void()> wake);
  ImportQueue(const ImportQueue&) = delete;
  ImportQueue& operator=(const ImportQueue&) = delete;
  /// Ends the job in hand at its next step; those behind it are not begun.
  ~ImportQueue();

  void ask_for(std::vector<ImportJob> jobs);
  /// Nothing is heard of that job any more. The one in hand ends at its next step.
  void cancel(std::uint64_t id);
  /// Ends the job in hand at its next step, and begins no other.
  void stop();

  struct InHand {
    std::uint64_t id = 0;
    ImportProgress progress;
  };
  [[nodiscard]] std::optional<InHand> in_hand() const;
  /// What is done since the last call, in the order of asking.
  [[nodiscard]] std::vector<ImportDone> take_done();

 private:
  void work(const std::stop_token& stop);
  [[nodiscard]] bool goes_on(const std::stop_token& stop, const ImportProgress& progress);

  Make make_;
  std::function<void()> wake_;
  mutable std::mutex mutex_;
  std::condition_variable_any asked_;
  std::deque<ImportJob> jobs_;
  std::vector<ImportDone> done_;
  std::optional<InHand> in_hand_;
  bool cancelled_ = false;  ///< the job in hand
  std::jthread thread_;     ///< last: it uses all the others
};

}  // namespace recto::app
