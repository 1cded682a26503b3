// The house as its READMEs state it: who may include whom.
#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "content/files/files.h"
#include "tests/support/support.h"

namespace fs = std::filesystem;
using namespace recto;

namespace {

using Folder = std::string;  ///< "content/deck": a path from the project's folder

struct Include {
  fs::path file;       ///< from the project's folder
  std::string header;  ///< as written, without quotes or angle brackets
};

constexpr std::size_t kSourceLimit = 4'000'000;

std::string text_of_file(const fs::path& path) {
  return test::value(read_file(test::project_folder() / path, kSourceLimit));
}

std::vector<fs::path> sources() {
  std::vector<fs::path> files;
  for (const char* top : {"content", "tools", "game"})
    for (const auto& entry : fs::recursive_directory_iterator(test::project_folder() / top)) {
      const std::string extension = entry.path().extension().string();
      if (extension == ".h" || extension == ".cpp")
        files.push_back(fs::relative(entry.path(), test::project_folder()));
    }
  std::ranges::sort(files);
  return files;
}

std::vector<Include> includes_of(const fs::path& file) {
  static const std::regex line(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
  std::vector<Include> found;
  std::istringstream in(text_of_file(file));
  for (std::string text; std::getline(in, text);) {
    std::smatch match;
    if (std::regex_search(text, match, line)) found.push_back({file, match[1]});
  }
  return found;
}

bool is_ours(const std::string& header) {
  return header.starts_with("content/") || header.starts_with("tools/") ||
         header.starts_with("game/") || header.starts_with("tests/");
}

/// The folder whose README speaks for `path`: its own or the nearest above that has one.
Folder house_of(fs::path path) {
  for (path = path.parent_path(); !path.empty(); path = path.parent_path())
    if (fs::exists(test::project_folder() / path / "README.md")) return path.string();
  return {};
}

/// What the line "May use:" of a README names. The line may go on, indented, on the next ones.
std::set<Folder> may_use(std::string_view readme) {
  std::istringstream in{std::string(readme)};
  std::string listed;
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("May use:")) {
      inside = true;
      listed += line.substr(8);
    } else if (inside && line.starts_with("  ")) {
      listed += " " + line;
    } else {
      inside = false;
    }
  }
  static const std::regex name(R"((content|tools|game)(/[A-Za-z0-9_-]+)+)");
  std::set<Folder> folders;
  for (std::sregex_iterator at(listed.begin(), listed.end(), name), end; at != end; ++at)
    folders.insert(at->str());
  return folders;
}

int level(const std::string& path) {
  if (path.starts_with("content/")) return 0;
  if (path.starts_with("tools/")) return 1;
  if (path.starts_with("game/")) return 2;
  return 3;
}

/// Folder → the folders that it includes from, itself left out.
std::map<Folder, std::set<Folder>> arrows() {
  std::map<Folder, std::set<Folder>> all;
  for (const fs::path& file : sources()) {
    const Folder from = house_of(file);
    all[from];
    for (const Include& include : includes_of(file))
      if (is_ours(include.header) && house_of(include.header) != from)
        all[from].insert(house_of(include.header));
  }
  return all;
}

/// Headers that another folder includes; the others are a folder's own affair.
std::set<std::string> headers_shown_to_others() {
  std::set<std::string> headers;
  for (const fs::path& file : sources())
    for (const Include& include : includes_of(file))
      if (is_ours(include.header) && house_of(include.header) != house_of(file))
        headers.insert(include.header);
  return headers;
}

/// The path of folders that leads back to `start`, or nothing.
std::vector<Folder> ring_through(const std::map<Folder, std::set<Folder>>& graph,
                                 const Folder& start) {
  std::vector<std::vector<Folder>> paths = {{start}};
  std::set<Folder> seen;
  while (!paths.empty()) {
    const std::vector<Folder> path = paths.back();
    paths.pop_back();
    const auto next = graph.find(path.back());
    if (next == graph.end()) continue;
    for (const Folder& folder : next->second) {
      std::vector<Folder> longer = path;
      longer.push_back(folder);
      if (folder == start) return longer;
      if (seen.insert(folder).second) paths.push_back(longer);
    }
  }
  return {};
}

std::string joined(const std::vector<Folder>& path) {
  std::string text;
  for (const Folder& folder : path)
    text += (text.empty() ? "" : " → ") + folder;
  return text;
}

}  // namespace

TEST_CASE("structure: every folder with sources has a README that says what it may use") {
  std::set<Folder> folders;
  for (const fs::path& file : sources())
    folders.insert(house_of(file));
  REQUIRE(folders.size() > 10);
  for (const Folder& folder : folders) {
    CAPTURE(folder);
    CHECK(text_of_file(fs::path(folder) / "README.md").find("\nMay use:") != std::string::npos);
  }
}

TEST_CASE("structure: a folder includes only what its README says it may use") {
  for (const auto& [folder, used] : arrows()) {
    const std::set<Folder> allowed = may_use(text_of_file(fs::path(folder) / "README.md"));
    for (const Folder& other : used) {
      CAPTURE(folder);
      CAPTURE(other);
      CHECK(allowed.contains(other));
    }
  }
}

TEST_CASE("structure: a README names no folder that is not there or not used") {
  for (const auto& [folder, used] : arrows())
    for (const Folder& other : may_use(text_of_file(fs::path(folder) / "README.md"))) {
      CAPTURE(folder);
      CAPTURE(other);
      CHECK(fs::is_directory(test::project_folder() / other));
      CHECK(used.contains(other));
    }
}

TEST_CASE("structure: includes point from game to tools to content, never back") {
  for (const fs::path& file : sources())
    for (const Include& include : includes_of(file)) {
      if (!is_ours(include.header)) continue;
      CAPTURE(file.string());
      CAPTURE(include.header);
      CHECK(level(include.header) <= level(file.string()));
    }
}

TEST_CASE("structure: of the game only game/recto knows the tools") {
  for (const auto& [folder, used] : arrows())
    for (const Folder& other : used) {
      CAPTURE(folder);
      CAPTURE(other);
      CHECK((level(folder) != 2 || level(other) != 1 || folder == "game/recto"));
    }
}

TEST_CASE("structure: folders form no ring") {
  const auto graph = arrows();
  for (const auto& [folder, used] : graph)
    CHECK_MESSAGE(ring_through(graph, folder).empty(), joined(ring_through(graph, folder)));
}

TEST_CASE("structure: a ring is found when there is one") {
  const std::map<Folder, std::set<Folder>> graph = {
      {"a", {"b", "x"}}, {"b", {"c"}}, {"c", {"a"}}, {"x", {}}};
  CHECK(joined(ring_through(graph, "a")) == "a → b → c → a");
  CHECK(ring_through(graph, "x").empty());
}

TEST_CASE("structure: third-party libraries stay at the rim, out of the headers that others read") {
  struct Rim {
    const char* header;               ///< beginning of the header's name
    std::vector<std::string> places;  ///< beginnings of paths that may include it
  };
  const std::vector<Rim> rims = {
      {"SQLiteCpp/", {"game/progress/"}},
      {"sqlite3", {"game/progress/"}},
      {"imgui", {"game/ui/", "game/screens/"}},
      {"SFML/", {"game/ui/", "game/recto/"}},
      {"X11/", {"game/ui/"}},
      {"sdbus-c++/", {"game/ui/"}},
      {"nlohmann/",
       {"content/deck/", "tools/reader/html/", "tools/recto-deck/", "tools/train-language/",
        "tools/train-reader/", "game/ui/", "game/progress/", "game/classroom/",
        "game/draft/draft_file", "game/recto/grade_verb", "game/recto/results_verb"}},
      {"valijson/", {"content/deck/"}},
      {"Eigen/", {"tools/train-language/"}},
      {"md4c", {"tools/reader/"}},
      {"curl/", {"tools/reader/fetch/"}},
      {"CLI/",
       {"tools/recto-deck/", "tools/train-language/", "tools/train-ranking/", "tools/train-reader/",
        "game/recto/", "game/progress/"}},
      {"openssl/", {"content/base/"}},
      {"boost/", {"game/classroom/host/"}},
      {"xlsxwriter", {"game/recto/results_sheet"}},
      {"qrcodegen/", {"game/classroom/host/"}},
  };
  const std::set<std::string> shown = headers_shown_to_others();
  for (const fs::path& file : sources())
    for (const Include& include : includes_of(file))
      for (const Rim& rim : rims) {
        if (!include.header.starts_with(rim.header)) continue;
        CAPTURE(file.string());
        CAPTURE(include.header);
        CHECK(std::ranges::any_of(rim.places, [&](const std::string& place) {
          return file.string().starts_with(place);
        }));
        CHECK((file.extension() == ".cpp" || !shown.contains(file.string())));
      }
}
