// Files that a person is asked for, by the desktop's chooser or by our own.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace recto::ui {

/// What a person is to choose.
struct FileWish {
  enum class What {
    Files,  ///< one or more that exist
    Save,   ///< a name for a new one
  };
  What what = What::Files;
  std::string title{};   ///< "Open articles"
  std::string accept{};  ///< on the button: "Open"
  bool several = false;
  std::string kind{};                  ///< of the files that are wanted, in words: "Articles"
  std::vector<std::string> endings{};  ///< of their names: ".html"; empty: any
  std::string name{};                  ///< Save: the one that is suggested
  std::filesystem::path folder{};      ///< where to begin; empty: wherever the chooser likes

  bool operator==(const FileWish&) const = default;
};

/// Absolute paths; none: the person changed their mind.
using ChosenFiles = std::vector<std::filesystem::path>;

}  // namespace recto::ui
