// Choosing files in our own browser: what each action does. Pure; folders are read by its owner.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "game/screens/browser/browser_view.h"

namespace recto::app {

class BrowserFlow {
 public:
  /// Begins in the folder that is wished for, else in `home`. `recent`: folders that were chosen
  /// from, the newest first.
  BrowserFlow(ui::FileWish wish, const std::filesystem::path& home,
              const std::vector<std::filesystem::path>& recent);

  /// `now` by the learner's clock.
  [[nodiscard]] const screens::BrowserView& view(Instant now);
  void apply(const screens::BrowserAction& action);

  /// The path that is to be read, once.
  [[nodiscard]] std::optional<std::filesystem::path> take_wanted() {
    return std::exchange(wanted_, std::nullopt);
  }
  /// What is there; with the usual places, where these were read too.
  void arrived(screens::FolderContent content);
  void arrived(std::vector<screens::FolderPlace> usual);

  /// What was chosen, once it was; none: nothing is.
  [[nodiscard]] std::optional<ui::ChosenFiles> take_chosen() {
    return std::exchange(result_, std::nullopt);
  }

 private:
  enum class Folders { Enter, Take };
  void go(std::filesystem::path path);
  void go_up();
  void accept(Folders folders);
  void open(std::size_t row, Folders folders);
  void tick(std::size_t row);
  [[nodiscard]] std::filesystem::path path_of(const std::string& name) const;
  [[nodiscard]] const std::string& name_of(std::size_t row) const;
  [[nodiscard]] std::vector<std::string> names() const;

  screens::BrowserState state_;
  std::vector<screens::FolderPlace> recent_;
  std::string came_from_;  ///< the name that is chosen when the folder above it comes
  std::optional<std::filesystem::path> wanted_;
  std::optional<ui::ChosenFiles> result_;
  screens::BrowserView view_;
  Instant now_{};
  bool is_stale_ = true;
};

/// `folder` in front of those that were chosen from before; the oldest goes.
void remember_folder(std::vector<std::filesystem::path>& recent,
                     const std::filesystem::path& folder);

}  // namespace recto::app
