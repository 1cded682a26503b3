// What tests share.
#pragma once

#include <doctest/doctest.h>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/random.h"
#include "content/base/result.h"

namespace recto::test {

/// Calls `property` with the random sources of seeds 1 to `count`; a failure names its seed.
template <class Property>
void for_seeds(int count, Property property) {
  for (int seed = 1; seed <= count; ++seed) {
    CAPTURE(seed);
    Random random(static_cast<std::uint64_t>(seed));
    property(random);
  }
}

/// The value of a Result; fails the test with the error's message when there is none.
template <class T>
T value(Result<T> result) {
  if (!result) FAIL(message(result.error()));
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// A file of tests/data, "fsrs/memory.json"; its whole content. Fails the test when it is missing.
[[nodiscard]] std::string data(const std::filesystem::path& name);

/// The project's folder, and the folder of the built programs.
[[nodiscard]] std::filesystem::path project_folder();
[[nodiscard]] std::filesystem::path programs_folder();

/// Compares with the file `name` (a path from the project's folder); with RECTO_UPDATE_GOLDEN=1 in
/// the environment writes it instead. A difference names the first line that differs.
void check_golden(const std::filesystem::path& name, std::string_view content);

/// A folder of its own, gone at the end of the test.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// What a program did.
struct Run {
  int exit = -1;    ///< exit code; 128 + signal when it was killed
  std::string out;  ///< standard output
  std::string err;  ///< standard error
};

/// Runs a program of ours ("recto-deck") or of the system ("/bin/sh") with arguments and waits.
/// `environment` is added to ours ("NAME=value").
[[nodiscard]] Run run(const std::string& program, const std::vector<std::string>& arguments,
                      const std::string& input = {},
                      const std::vector<std::string>& environment = {});

}  // namespace recto::test
