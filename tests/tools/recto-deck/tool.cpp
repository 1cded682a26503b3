#include "tests/tools/recto-deck/tool.h"

#include <algorithm>
#include <sstream>

#include "content/files/files.h"

namespace recto::test {

Run tool(const std::vector<std::string>& arguments, const std::string& input) {
  return run("recto-deck", arguments, input);
}

Run shell(const std::filesystem::path& folder, const std::string& line,
          std::vector<std::string> environment) {
  environment.push_back("PATH=" + programs_folder().string() + ":/usr/bin:/bin");
  return run("/bin/sh", {"-c", "cd '" + folder.string() + "'\n" + line}, {}, environment);
}

std::string put_file(const TemporaryFolder& folder, const std::filesystem::path& name,
                     std::string_view content) {
  const std::filesystem::path path = folder.path() / name;
  std::filesystem::create_directories(path.parent_path());
  value(write_file(path, content));
  return path.string();
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    lines.push_back(line);
  return lines;
}

}  // namespace recto::test
