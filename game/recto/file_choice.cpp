#include "game/recto/file_choice.h"

#include <utility>

#include "game/recto/folder.h"

namespace recto::app {

FileChoice::FileChoice(Ask ask, std::function<void()> wake, std::chrono::minutes offset)
    : ask_(std::move(ask)), wake_(std::move(wake)), offset_(offset) {}

FileChoice::~FileChoice() {
  stop_.request_stop();
}

void FileChoice::start(ui::FileWish wish, std::vector<std::filesystem::path> recent) {
  if (is_open_) return;
  is_open_ = true;
  recent_ = std::move(recent);
  if (wish.folder.empty() && !recent_.empty()) wish.folder = recent_.front();
  wish_ = std::move(wish);
  asking_.start([ask = ask_, wish = wish_, stop = stop_.get_token()] { return ask(wish, stop); },
                wake_);
}

/// Reads the folder that the browser wants, once the one before it has come.
void FileChoice::read_on() {
  if (reading_.runs()) return;
  auto wanted = browser_->take_wanted();
  if (!wanted) return;
  reading_.start(
      [path = std::move(*wanted), offset = offset_, all = !std::exchange(knows_places_, true)] {
        Found found{read_folder(path, offset), std::nullopt};
        if (all) found.usual = usual_places();
        return found;
      },
      wake_);
}

std::optional<ui::ChosenFiles> FileChoice::tick() {
  if (auto answer = asking_.take()) {
    if (*answer) {
      is_open_ = false;
      return std::move(**answer);
    }
    browser_.emplace(wish_, home_folder(), recent_);
    knows_places_ = false;
  }
  if (auto found = reading_.take(); found && browser_) {
    if (found->usual) browser_->arrived(std::move(*found->usual));
    browser_->arrived(std::move(found->content));
  }
  if (!browser_) return std::nullopt;
  read_on();
  auto chosen = browser_->take_chosen();
  if (!chosen) return std::nullopt;
  browser_.reset();
  is_open_ = false;
  return chosen;
}

}  // namespace recto::app
