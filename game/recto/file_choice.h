// Files that a person chooses: with the desktop's own chooser, or where there is none in our
// browser. The desktop is asked, and folders are read, in threads.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

#include "content/base/result.h"
#include "game/recto/browser_flow.h"
#include "game/recto/errand.h"
#include "game/ui/file_wish.h"

namespace recto::app {

class FileChoice {
 public:
  /// Asks the desktop, and waits for the person; an error where there is nobody to ask.
  using Ask = std::function<Result<ui::ChosenFiles>(const ui::FileWish&, const std::stop_token&)>;

  /// `wake` is called in a thread whenever there is something for tick(). `offset`: of the
  /// learner's clock from UTC.
  FileChoice(Ask ask, std::function<void()> wake, std::chrono::minutes offset);
  FileChoice(const FileChoice&) = delete;
  FileChoice& operator=(const FileChoice&) = delete;
  /// Takes the desktop's chooser away.
  ~FileChoice();

  /// Asks a person; nothing happens while one is asked already. `recent`: folders that were chosen
  /// from, the newest first.
  void start(ui::FileWish wish, std::vector<std::filesystem::path> recent);
  /// From start() until its files were taken.
  [[nodiscard]] bool is_open() const { return is_open_; }

  /// Takes what the threads have brought. What was chosen, once it was: nothing after Cancel.
  std::optional<ui::ChosenFiles> tick();
  /// Our own browser, while it is on the screen.
  [[nodiscard]] BrowserFlow* browser() { return browser_ ? &*browser_ : nullptr; }

  /// Whether a folder is being read: from a disk that sleeps, or one that is far away.
  [[nodiscard]] bool reads() const { return reading_.runs(); }

 private:
  struct Found {
    screens::FolderContent content;
    std::optional<std::vector<screens::FolderPlace>> usual;  ///< the first time
  };
  void read_on();

  Ask ask_;
  std::function<void()> wake_;
  std::chrono::minutes offset_;
  bool is_open_ = false;
  ui::FileWish wish_;
  std::vector<std::filesystem::path> recent_;
  std::optional<BrowserFlow> browser_;
  bool knows_places_ = false;
  std::stop_source stop_;
  Errand<Result<ui::ChosenFiles>> asking_;
  Errand<Found> reading_;
};

}  // namespace recto::app
