// `recto host` as a process, with the teacher's keyboard.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "tests/e2e/stage.h"

namespace recto::test {

/// A deck with a question of each kind.
[[nodiscard]] std::filesystem::path deck_path();

/// The build's folder of pictures, to be looked at.
[[nodiscard]] std::filesystem::path pictures();

class Host {
 public:
  /// Hosts deck_path() on this machine alone; journal and results go to `folder`.
  explicit Host(const std::filesystem::path& folder, const std::vector<std::string>& more = {});
  Host(const Host&) = delete;
  Host& operator=(const Host&) = delete;
  ~Host();

  /// A line at its keyboard.
  void say(const std::string& line);
  int quit();

  std::uint16_t port = 0;
  std::string pin, secret;

 private:
  std::string told(const std::string& words);

  std::filesystem::path keyboard_;
  int keys_ = -1;
  std::optional<Process> process_;
};

}  // namespace recto::test
