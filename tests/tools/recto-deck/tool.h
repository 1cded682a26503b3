// Runs recto-deck as a person would.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/support.h"

namespace recto::test {

[[nodiscard]] Run tool(const std::vector<std::string>& arguments, const std::string& input = {});

/// A line of shell in `folder`, in which `recto-deck` is ours. `environment` as in run().
[[nodiscard]] Run shell(const std::filesystem::path& folder, const std::string& line,
                        std::vector<std::string> environment = {});

/// Writes a file into a folder, with the folders above it; its path.
std::string put_file(const TemporaryFolder& folder, const std::filesystem::path& name,
                     std::string_view content);

/// Names of what is in a folder, sorted.
[[nodiscard]] std::vector<std::string> names_in(const std::filesystem::path& folder);

[[nodiscard]] std::vector<std::string> lines_of(const std::string& text);

}  // namespace recto::test
