// What a person asks for at the command line.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <variant>
#include <vector>

namespace recto::app {

/// Exit codes (X3).
inline constexpr int kDone = 0, kInputAtFault = 1, kWrongUsage = 2;

/// To open the app.
struct Order {
  std::vector<std::filesystem::path> files;
  std::filesystem::path profile;     ///< empty: the default one
  std::filesystem::path debug_dump;  ///< empty: none

  bool operator==(const Order&) const = default;
};

/// The order in `arguments`, without the program's name. An exit code when there is nothing to
/// open: help and version went to `out`, what is wrong with the usage to `err`.
[[nodiscard]] std::variant<Order, int> read_command_line(const std::vector<std::string>& arguments,
                                                         std::ostream& out, std::ostream& err);

}  // namespace recto::app
