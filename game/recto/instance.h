// One app a profile: a second start hands its files to the first one and ends.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "content/base/result.h"

namespace recto::app {

using Files = std::vector<std::filesystem::path>;

/// Holds a profile as long as it lives. The lock is the kernel's (flock): it goes with the process,
/// however that ends.
class Instance {
 public:
  /// Makes the folder when it is not there. Empty when another process holds the profile. Error:
  /// Failed when the folder cannot be made or written, which it names.
  [[nodiscard]] static Result<std::optional<Instance>> claim(const std::filesystem::path& profile);

  Instance(Instance&&) noexcept;
  Instance& operator=(Instance&&) noexcept;
  ~Instance();

  /// From now on `knock` is called, in a thread of its own, with the absolute paths of each second
  /// start. Error: Failed where the folder cannot have a socket; the lock holds anyway.
  [[nodiscard]] Result<void> listen(std::function<void(Files)> knock);
  /// No `knock` comes from here on; the lock holds.
  void stop_listening();

 private:
  struct Parts;
  explicit Instance(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

/// Hands files to the app that holds `profile`, so that it comes to the front and opens them.
/// Error: Failed when it does not listen.
[[nodiscard]] Result<void> knock_at(const std::filesystem::path& profile, const Files& files);

}  // namespace recto::app
