// A bus of our own with a desktop's file chooser on it that answers as the test wants.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

#include "tests/support/support.h"

namespace recto::test {

/// A dbus-daemon of its own, on which nothing is started by itself; ended with this.
class PrivateBus {
 public:
  PrivateBus();
  PrivateBus(const PrivateBus&) = delete;
  PrivateBus& operator=(const PrivateBus&) = delete;
  ~PrivateBus();

  [[nodiscard]] const std::string& address() const { return address_; }

 private:
  TemporaryFolder folder_;
  pid_t id_ = -1;
  std::string address_;
};

/// What the chooser was asked.
struct PortalAsked {
  std::string method, parent, title, accept, name, folder{};
  bool several = false;
  std::vector<std::string> filters{};  ///< "Articles: *.html *.txt"
};

class FakePortal {
 public:
  enum class Manner {
    Chooses,         ///< the files, before the call returns: as early as it can be
    ChoosesLate,     ///< the files, when `answer` is called
    ChangesItsMind,  ///< a person pressed Cancel
    Fails,           ///< it ends in some other way
    HasNoChooser,    ///< a portal without this interface
  };
  FakePortal(const std::string& address, Manner manner, std::vector<std::filesystem::path> files);
  FakePortal(FakePortal&&) noexcept;
  FakePortal& operator=(FakePortal&&) noexcept;
  ~FakePortal();  ///< it leaves the bus

  /// The first wish, as soon as there is one; fails the test when none comes.
  [[nodiscard]] PortalAsked wait_for_wish() const;
  void answer();
  /// Whether whoever asked takes the chooser away, within the time that tests wait.
  [[nodiscard]] bool wait_for_close() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace recto::test
