// Opening files in the background, so that the window stays alive.
#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "game/recto/app.h"

namespace recto::app {

/// A file to open.
struct Wanted {
  enum class Why {
    CommandLine,  ///< of this start
    SecondStart,
    Sample,  ///< of a first start
  };
  std::filesystem::path file;
  Why why = Why::CommandLine;
};

/// A file that is done with.
struct Finished {
  Wanted wanted;
  Result<Opened> opened;
};

/// Opens files one after another, in the order of asking, in a thread of its own.
class Background {
 public:
  using Open = std::function<Result<Opened>(const std::filesystem::path&)>;

  /// `open` is called in the thread, and so is `wake`, after every file.
  Background(Open open, std::function<void()> wake);
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;
  /// Waits for the file in hand; those behind it are not opened.
  ~Background();

  void ask_for(Wanted wanted);
  /// Opens nothing more after the file in hand.
  void stop() { thread_.request_stop(); }
  /// What is done since the last call, in the order of asking.
  [[nodiscard]] std::vector<Finished> take_finished();

  /// The file that is being opened, without its folder, and since when.
  struct InHand {
    std::string name;
    std::chrono::steady_clock::time_point since;
  };
  [[nodiscard]] std::optional<InHand> in_hand() const;

 private:
  void work(const std::stop_token& stop);

  Open open_;
  std::function<void()> wake_;
  mutable std::mutex mutex_;
  std::condition_variable_any asked_;
  std::deque<Wanted> wanted_;
  std::vector<Finished> finished_;
  std::optional<InHand> in_hand_;
  std::jthread thread_;  ///< last: it uses all the others
};

}  // namespace recto::app
