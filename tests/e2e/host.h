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
  /// Ends it with kill -9, and starts it again by the same words on the same port.
  void fail_and_come_back();

  std::uint16_t port = 0;
  std::string pin, secret;

 private:
  void start();
  std::string told(const std::string& words);

  std::filesystem::path folder_, keyboard_;
  std::vector<std::string> more_;
  int keys_ = -1;
  std::optional<Process> process_;
};

}  // namespace recto::test
